import type { ConnectorSummary } from '@console/console-contract';
import { expect, test } from 'vitest';
import { connectorsCsv } from './connector-csv.ts';

const connector: ConnectorSummary = {
  cloud: 'aws',
  id: '4711',
  uuid: null,
  name: '=HYPERLINK("https://evil.example")',
  state: 'succeeded',
  stateText: 'Succeeded',
  enabled: true,
  organizationId: 'o-exampleorgid',
  tenantId: null,
  capabilities: ['AI', 'CSPM'],
  members: 12,
  lastSync: '2026-11-22T09:00:00Z',
  nextSync: null,
  newestError: 'said "no"',
  stateSince: '2026-11-22T09:00:00Z',
};

test('CSV-01 an exported row is text to a spreadsheet, whatever the connector is called', () => {
  const [header, row, end] = connectorsCsv([connector]).split('\r\n');
  expect(header).toContain('"name","cloud","connector_id"');
  expect(row).toBe(
    `"'=HYPERLINK(""https://evil.example"")","aws","4711",,"Succeeded","true","o-exampleorgid","AI CSPM","12","2026-11-22T09:00:00Z",,"said ""no"""`,
  );
  expect(end).toBe('');
});
