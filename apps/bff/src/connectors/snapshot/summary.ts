/** A row of the snapshot as the list shows it. */
import type { ConnectorSummary } from '@console/console-contract';
import { getTableColumns, sql } from 'drizzle-orm';
import { connectors } from '../tables.ts';
import { detailKey } from './snapshot-rows.ts';

const {
  askedAt: _askedAt,
  detail: _detail,
  detailAt: _detailAt,
  detailFor: _detailFor,
  goneCheckAt: _goneCheckAt,
  keptUntil: _keptUntil,
  seenAt: _seenAt,
  workspaceId: _workspaceId,
  ...columns
} = getTableColumns(connectors);

/** Everything a list needs; the details are too big to be read along, but for what the lists of the gateway leave out. */
export const summaryColumns = {
  ...columns,
  tenantId: sql<string | null>`${connectors.detail}->>'tenantId'`,
  errorsUnread: sql<boolean>`${connectors.state} = 'errors' and ${connectors.newestError} is null and ${connectors.detailFor} is distinct from ${detailKey}`,
};

type SummaryRow = Omit<
  typeof connectors.$inferSelect,
  'workspaceId' | 'seenAt' | 'askedAt' | 'detail' | 'detailAt' | 'detailFor' | 'keptUntil' | 'goneCheckAt'
> & { tenantId: string | null; errorsUnread: boolean };

export function toSummary({ errorsUnread, ...row }: SummaryRow): ConnectorSummary {
  return {
    ...row,
    ...(errorsUnread && { errorsUnread }),
    lastSync: row.lastSync?.toISOString() ?? null,
    nextSync: row.nextSync?.toISOString() ?? null,
    stateSince: row.stateSince.toISOString(),
  };
}
