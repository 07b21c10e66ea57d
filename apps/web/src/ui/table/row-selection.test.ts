import { expect, test } from 'vitest';
import { selectionState, toggleAll, toggleRange, toggleRow } from './row-selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

test('a shift-click gives every row between the last click and this one the same state', () => {
  const on = toggleRange(new Set(['d']), ids, 'd', 'b');
  expect([...on].sort()).toEqual(['b', 'c', 'd']);
  expect([...toggleRange(on, ids, 'b', 'c')]).toEqual(['d']);
});

test('a shift-click whose first row was filtered away toggles one row', () => {
  expect([...toggleRange(new Set(), ids, 'gone', 'b')]).toEqual(['b']);
});

test('the header box chooses all in view, then none of them, and keeps what is out of view', () => {
  const all = toggleAll(new Set(['elsewhere', 'b']), ids);
  expect(selectionState(all, ids)).toBe('all');
  expect([...toggleAll(all, ids)]).toEqual(['elsewhere']);
});

test('one row of several makes the header box mixed', () => {
  expect(selectionState(toggleRow(new Set(), 'c'), ids)).toBe('some');
  expect(selectionState(new Set(['elsewhere']), ids)).toBe('none');
});
