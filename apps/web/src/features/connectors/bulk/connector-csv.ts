/** Rows of the list as a file for a spreadsheet. */
import { type ConnectorSummary, csvOf } from '@console/console-contract';
import { stateWord } from '../../../shared/connector-state.tsx';
import { saveFile } from '../../../ui/save-file.ts';

export function saveConnectors(connectors: readonly ConnectorSummary[]): void {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(
    `connectors-${day}.csv`,
    new Blob([connectorsCsv(connectors)], { type: 'text/csv;charset=utf-8' }),
  );
}

export function connectorsCsv(connectors: readonly ConnectorSummary[]): string {
  return csvOf([columns, ...connectors.map(cellsOf)]);
}

// A word of the vendor's own goes under a name of its own; everything else says what the list says.
const columns = [
  'name',
  'cloud',
  'connector_id',
  'connector_uuid',
  'state',
  'vendor_state',
  'enabled',
  'organization_id',
  'tenant_id',
  'capabilities',
  'members',
  'last_sync',
  'next_sync',
  'newest_error',
];

function cellsOf(connector: ConnectorSummary): (string | null)[] {
  const { name, cloud, id, uuid, stateText, enabled, organizationId, tenantId } = connector;
  const { capabilities, members, lastSync, nextSync, newestError, errorsUnread } = connector;
  return [
    name,
    cloud,
    id,
    uuid,
    stateWord(connector),
    stateText,
    enabled === null ? null : String(enabled),
    organizationId,
    tenantId,
    capabilities.join(' '),
    members === null ? null : String(members),
    lastSync,
    enabled === false ? null : nextSync,
    errorsUnread ? 'not read yet' : newestError,
  ];
}
