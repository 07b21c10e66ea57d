/** A row of the snapshot as the list shows it. */
import type { ConnectorSummary } from '@console/console-contract';
import { getTableColumns } from 'drizzle-orm';
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

/** Everything a list needs; the details are too big to be read along. */
export const summaryColumns = columns;

type SummaryRow = Omit<
  typeof connectors.$inferSelect,
  'workspaceId' | 'seenAt' | 'detail' | 'detailAt' | 'detailFor' | 'keptUntil'
>;

export function toSummary(row: SummaryRow): ConnectorSummary {
  return {
    ...row,
    lastSync: row.lastSync?.toISOString() ?? null,
    nextSync: row.nextSync?.toISOString() ?? null,
    stateSince: row.stateSince.toISOString(),
  };
}
