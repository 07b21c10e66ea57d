import type { ConnectorSummary } from '@console/console-contract';
import { expect, test } from 'vitest';
import { heldRows } from './held-rows.ts';

function row(name: string, state: ConnectorSummary['state'] = 'errors'): ConnectorSummary {
  return {
    cloud: 'azure',
    id: name,
    uuid: null,
    name,
    state,
    stateText: '',
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
  };
}

test('a row is held as it was, what came later as it came, and what went is gone', () => {
  const [stays, runs, goes, comes] = [row('stays'), row('runs'), row('goes'), row('comes', 'queued')];
  const running = row('runs', 'running');
  const held = heldRows([stays, runs, goes], [comes, stays, running]);
  expect(held.rows).toEqual([comes, stays, runs]);
  expect([...held.changed]).toEqual([[runs, running]]);
});

test('a list that did not change is held as it is, so that it is not sorted again', () => {
  const rows = [row('a'), row('b')];
  expect(heldRows(rows, rows).rows).toBe(rows);
});
