/** Rows of the list as a file for a spreadsheet. */
import { type ConnectorSummary, csvOf } from '@console/console-contract';
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

const columns = [
  'name',
  'cloud',
  'connector_id',
  'connector_uuid',
  'state',
  'enabled',
  'organization_or_tenant_id',
  'capabilities',
  'members',
  'last_sync',
  'next_sync',
  'newest_error',
];

function cellsOf(connector: ConnectorSummary): (string | null)[] {
  const { name, cloud, id, uuid, stateText, enabled, organizationId, tenantId } = connector;
  const { capabilities, members, lastSync, nextSync, newestError } = connector;
  return [
    name,
    cloud,
    id,
    uuid,
    stateText,
    enabled === null ? null : String(enabled),
    organizationId ?? tenantId,
    capabilities.join(' '),
    members === null ? null : String(members),
    lastSync,
    nextSync,
    newestError,
  ];
}
