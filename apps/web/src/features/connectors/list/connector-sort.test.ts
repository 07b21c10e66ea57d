import type { ConnectorSummary } from '@console/console-contract';
import { expect, test } from 'vitest';
import { parseSort, printSort, sortConnectors, sortFields } from './connector-sort.ts';

function row(name: string, change: Partial<ConnectorSummary> = {}): ConnectorSummary {
  return {
    cloud: 'azure',
    id: '1',
    uuid: null,
    name,
    state: 'succeeded',
    stateText: 'FINISHED',
    enabled: true,
    organizationId: null,
    tenantId: null,
    capabilities: [],
    members: null,
    lastSync: null,
    nextSync: null,
    newestError: null,
    newestCause: null,
    stateSince: '2026-11-22T08:00:00Z',
    ...change,
  };
}

test('names sort as people read them: case does not count, numbers do', () => {
  const rows = ['org 10', 'Org 2', 'alpha'].map((name) => row(name));
  expect(sortConnectors(rows, parseSort('name')).map(({ name }) => name)).toEqual([
    'alpha',
    'Org 2',
    'org 10',
  ]);
});

test('what is not known stands last in both directions', () => {
  const rows = [row('a', { members: null }), row('b', { members: 3 }), row('c', { members: 1204 })];
  expect(sortConnectors(rows, parseSort('members')).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
  expect(sortConnectors(rows, parseSort('-members')).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
});

test('trouble stands first where no other order was asked for, and names decide among equals', () => {
  const rows = [
    row('off', { state: 'errors', enabled: false }),
    row('fine'),
    row('odd', { state: 'unknown' }),
    row('waiting', { state: 'pending' }),
    row('next', { state: 'queued' }),
    row('busy', { state: 'running' }),
    row('worse', { state: 'errors' }),
    row('bad', { state: 'errors' }),
  ];
  expect(sortConnectors(rows, parseSort(null)).map(({ name }) => name)).toEqual([
    'bad',
    'worse',
    'busy',
    'next',
    'waiting',
    'odd',
    'fine',
    'off',
  ]);
});

test('every order survives the address, and an unknown one puts trouble first', () => {
  for (const field of sortFields) {
    for (const direction of ['ascending', 'descending'] as const) {
      expect(parseSort(printSort({ field, direction }))).toEqual({ field, direction });
    }
  }
  expect(parseSort('-colour')).toEqual(parseSort(null));
  expect(printSort(parseSort(null))).toBeNull();
});
