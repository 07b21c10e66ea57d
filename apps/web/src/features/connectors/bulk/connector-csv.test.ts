import type { ConnectorSummary } from '@console/console-contract';
import { expect, test } from 'vitest';
import { connectorsCsv } from './connector-csv.ts';

const connector: ConnectorSummary = {
  cloud: 'aws',
  id: '4711',
  uuid: null,
  name: '=HYPERLINK("https://evil.example")',
  state: 'succeeded',
  stateText: 'FINISHED_SUCCESS',
  enabled: true,
  organizationId: 'o-exampleorgid',
  tenantId: null,
  capabilities: ['AI', 'CSPM'],
  members: 12,
  lastSync: '2026-11-22T09:00:00Z',
  nextSync: null,
  newestError: 'said "no"',
  newestCause: null,
  stateSince: '2026-11-22T09:00:00Z',
};

test('CSV-01 an exported row is text to a spreadsheet, whatever the connector is called', () => {
  const [header, row, end] = connectorsCsv([connector]).split('\r\n');
  expect(header).toContain('"name","cloud","connector_id"');
  expect(row).toBe(
    `"'=HYPERLINK(""https://evil.example"")","aws","4711",,"Succeeded","FINISHED_SUCCESS","true","o-exampleorgid",,"AI CSPM","12","2026-11-22T09:00:00Z",,"said ""no""",`,
  );
  expect(end).toBe('');
});

test('an exported row says what the list and the page say, and the word of the vendor beside it', () => {
  const disabled = {
    ...connector,
    uuid: '8f648ff7-1eeb-4fc4-8ee4-d5de812fdbab',
    enabled: false,
    tenantId: 'b6ee2149-4f6a-4f10-9f0c-1d0a2f3b4c5d',
    nextSync: '2026-11-23T09:00:00Z',
  };
  const unread = { ...connector, state: 'errors' as const, newestError: null, errorsUnread: true as const };
  const odd = { ...connector, state: 'unknown' as const, stateText: 'HIBERNATING' };

  const [header, ...rows] = connectorsCsv([disabled, unread, odd]).trimEnd().split('\r\n');

  const cells = rows.map((row) => {
    const values = row.split(',').map((cell) => cell.replaceAll('"', ''));
    return Object.fromEntries((header ?? '').split(',').map((name, at) => [JSON.parse(name), values[at]]));
  });
  expect(cells).toMatchObject([
    {
      state: 'Disabled',
      vendor_state: 'FINISHED_SUCCESS',
      organization_id: 'o-exampleorgid',
      tenant_id: 'b6ee2149-4f6a-4f10-9f0c-1d0a2f3b4c5d',
      next_sync: '',
    },
    { state: 'Errors', newest_error: 'not read yet' },
    { state: 'HIBERNATING', vendor_state: 'HIBERNATING' },
  ]);
});
