/** A row of the snapshot as the list shows it. */
import type { ConnectorSummary } from '@console/console-contract';
import { getTableColumns, sql } from 'drizzle-orm';
import { connectors } from './tables.ts';

const {
  detail: _detail,
  detailAt: _detailAt,
  detailFor: _detailFor,
  keptUntil: _keptUntil,
  seenAt: _seenAt,
  workspaceId: _workspaceId,
  ...columns
} = getTableColumns(connectors);

/** Everything a list needs; the details are too big to be read along, but for what the lists of the gateway leave out. */
export const summaryColumns = {
  ...columns,
  tenantId: sql<string | null>`${connectors.detail}->>'tenantId'`,
};

type SummaryRow = Omit<
  typeof connectors.$inferSelect,
  'workspaceId' | 'seenAt' | 'detail' | 'detailAt' | 'detailFor' | 'keptUntil'
> & { tenantId: string | null };

export function toSummary(row: SummaryRow): ConnectorSummary {
  return {
    ...row,
    lastSync: row.lastSync?.toISOString() ?? null,
    nextSync: row.nextSync?.toISOString() ?? null,
    stateSince: row.stateSince.toISOString(),
  };
}
