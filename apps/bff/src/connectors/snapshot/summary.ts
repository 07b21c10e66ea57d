/** A row of the snapshot as the list shows it. */
import type { ConnectorSummary } from '@console/console-contract';
import { getTableColumns, is, type SQLWrapper, sql } from 'drizzle-orm';
import { PgTimestamp } from 'drizzle-orm/pg-core';
import { connectors, errorsUnread, unlisted } from '../tables.ts';

const {
  askedAt: _askedAt,
  detail: _detail,
  detailAt: _detailAt,
  detailFor: _detailFor,
  goneCheckAt: _goneCheckAt,
  keptUntil: _keptUntil,
  seenAt: _seenAt,
  unlistedSince: _unlistedSince,
  workspaceId: _workspaceId,
  ...columns
} = getTableColumns(connectors);

/** Everything a list needs; the details are too big to be read along, but for what the lists of the gateway leave out. */
export const summaryColumns = {
  ...columns,
  tenantId: sql<string | null>`${connectors.detail}->>'tenantId'`,
  errorsUnread,
  unlisted,
};

/** The same columns, for a row that is to become JSON: times as the contract writes them. */
export const summaryFields = sql.join(
  Object.entries(summaryColumns).map(([name, column]) => {
    const isTime = is(column, PgTimestamp);
    return sql`${isTime ? isoTime(column) : column} as ${sql.identifier(name)}`;
  }),
  sql`, `,
);

/** What `toSummary` says, as the text of a row named `shown` that has these fields. Inside a name each quote has a backslash before it. */
export const summaryText = sql`replace(replace(row_to_json(shown)::text, ',"errorsUnread":false', ''), ',"unlisted":null', '')`;

function isoTime(column: SQLWrapper) {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

type SummaryRow = Omit<
  typeof connectors.$inferSelect,
  | 'workspaceId'
  | 'seenAt'
  | 'askedAt'
  | 'detail'
  | 'detailAt'
  | 'detailFor'
  | 'keptUntil'
  | 'goneCheckAt'
  | 'unlistedSince'
> & { tenantId: string | null; errorsUnread: boolean; unlisted: ConnectorSummary['unlisted'] | null };

export function toSummary({ errorsUnread, unlisted, ...row }: SummaryRow): ConnectorSummary {
  return {
    ...row,
    ...(errorsUnread && { errorsUnread }),
    ...(unlisted && { unlisted }),
    lastSync: row.lastSync?.toISOString() ?? null,
    nextSync: row.nextSync?.toISOString() ?? null,
    stateSince: row.stateSince.toISOString(),
  };
}
