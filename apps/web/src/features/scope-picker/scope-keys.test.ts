import { expect, test } from 'vitest';
import { scopeCommand, type TreeView, typeAheadRow } from './scope-keys.ts';
import { placeOf } from './tree/scope-search.ts';
import { buildUnitForest } from './tree/unit-forest.ts';
import { openSiblings, visibleUnits } from './tree/visible-units.ts';

const forest = buildUnitForest([
  { id: 'root', name: 'Root' },
  { id: 'eng', name: 'Engineering', parentId: 'root' },
  { id: 'plat', name: 'Platform', parentId: 'eng' },
  { id: 'plab', name: 'Platform lab', parentId: 'eng' },
  { id: 'ops', name: 'Operations', parentId: 'root' },
  { id: 'noc', name: 'Night, desk', parentId: 'ops' },
  { id: 'lab2', name: 'Platform lab', parentId: 'ops' },
]);

function view(row: number, open = new Set(['root', 'eng']), searching = false): TreeView {
  const rows = visibleUnits(forest, open);
  return {
    forest,
    rows,
    row,
    isOpen: (index) => open.has(forest.units[index]?.id ?? ''),
    searching,
    pageSize: 2,
  };
}

function press(
  key: string,
  at: TreeView,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) {
  return scopeCommand({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, at);
}

test.each([
  ['ArrowDown', 1, { kind: 'move', row: 2 }],
  ['ArrowUp', 0, { kind: 'move', row: 0 }],
  ['PageDown', 3, { kind: 'move', row: 4 }],
  ['End', 0, { kind: 'move', row: 4 }],
  ['Home', 4, { kind: 'move', row: 0 }],
  ['ArrowRight', 4, { kind: 'toggle-open' }],
  ['ArrowRight', 1, { kind: 'move', row: 2 }],
  ['ArrowRight', 2, { kind: 'move', row: 2 }],
  ['ArrowLeft', 1, { kind: 'toggle-open' }],
  ['ArrowLeft', 3, { kind: 'move', row: 1 }],
  ['ArrowLeft', 4, { kind: 'move', row: 0 }],
  ['+', 2, { kind: 'choose', choice: 'include' }],
  ['-', 2, { kind: 'choose', choice: 'exclude' }],
  ['Delete', 2, { kind: 'choose', choice: 'inherit' }],
  [' ', 2, { kind: 'cycle' }],
  ['*', 1, { kind: 'open-siblings' }],
  ['/', 1, { kind: 'search' }],
])('TREE-2 the key %j on row %d does what the tree pattern says', (key, row, command) => {
  expect(press(key, view(row))).toEqual(command);
});

test("the browser's own shortcuts stay the browser's", () => {
  expect(press('r', view(1), { ctrlKey: true })).toBeUndefined();
  expect(press('ArrowLeft', view(1), { altKey: true })).toBeUndefined();
  expect(press('Tab', view(1))).toBeUndefined();
});

test('while searching, branches stay open and arrows go to parent and child', () => {
  expect(press('ArrowLeft', view(2, undefined, true))).toEqual({ kind: 'move', row: 1 });
  expect(press('Enter', view(1, undefined, true))).toBeUndefined();
});

test('TREE-4 letters find the next visible name, more letters refine it, in a ring', () => {
  expect(typeAheadRow(view(2), 'p')).toBe(3);
  expect(typeAheadRow(view(3), 'p')).toBe(2);
  expect(typeAheadRow(view(3), 'platform l')).toBe(3);
  expect(typeAheadRow(view(0), 'z')).toBeUndefined();
});

test('TREE-4 the star opens all siblings that have children', () => {
  expect([...openSiblings(forest, new Set(['root']), 1)].toSorted()).toEqual(['eng', 'ops', 'root']);
});

test('TREE-9 the match is marked in the spelling of the unit', () => {
  const name = 'Wingtip Platform';
  expect(name.slice(...(placeOf(name, ' plat') ?? []))).toBe('Plat');
  expect(placeOf('Root', 'plat')).toBeUndefined();
  expect(placeOf('Root', ' ')).toBeUndefined();
});
