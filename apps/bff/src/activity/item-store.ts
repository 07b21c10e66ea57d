/** The connectors of a bulk as the trail is searched and exported: the bulk's own entry only counts them. */
import type { BareProblem, Cloud, StartedJob } from '@console/console-contract';
import { and, asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { bulks, jobOf, operations } from '../operations/tables.ts';
import { storedProblem } from '../ports/stored-json.ts';
import { activity } from './tables.ts';

export type Searched = { words?: string[] | undefined; cloud?: Cloud | undefined };

export type ItemRow = {
  bulkId: string;
  at: Date;
  operation: Pick<typeof operations.$inferSelect, keyof typeof ofItem> & { problem: BareProblem | null };
  job: StartedJob | null;
  reviewed: boolean;
};

/** Whether a bulk has a connector that fits: each word stands in its name, its id, or in what the bulk's entry tells. */
export function hasItemThat({ words = [], cloud }: Searched): SQL {
  const text = textWith(sql`item.connector_name`, sql`item.connector_id`);
  const conditions = [
    sql`item.part_of = ${bulks.id}`,
    ...(cloud === undefined ? [] : [sql`item.cloud = ${cloud}`]),
    ...words.map((word) => stands(word, text)),
  ];
  return sql`exists (select 1 from ${operations} as item where ${sql.join(conditions, sql` and `)})`;
}

/** Part of what reads the trail as it is shown. */
export function itemReader(db: Pick<NodePgDatabase, 'select'>) {
  return { itemsOf };

  /** The first of them in the order of their bulks' entries, newest first, and of each bulk in the order they were chosen. */
  async function itemsOf(
    { words = [], cloud }: Searched,
    { bulkIds, limit }: { bulkIds: readonly string[]; limit: number },
  ): Promise<ItemRow[]> {
    if (bulkIds.length === 0) return [];
    const text = textWith(operations.connectorName, operations.connectorId);
    const rows = await db
      .select({
        bulkId: bulks.id,
        at: activity.at,
        operation: ofItem,
        reviewed: sql<boolean>`exists ${acknowledgements}`,
      })
      .from(operations)
      .innerJoin(bulks, eq(bulks.id, operations.partOf))
      .innerJoin(
        activity,
        and(eq(activity.operationId, bulks.id), eq(activity.action, sql`'operation.requested'`)),
      )
      .where(
        and(
          inArray(operations.partOf, [...bulkIds]),
          cloud && eq(operations.cloud, cloud),
          ...words.map((word) => stands(word, text)),
        ),
      )
      .orderBy(desc(activity.id), asc(operations.position))
      .limit(limit);
    return rows.map(({ operation, ...row }) => {
      const problem = storedProblem(operation.problem);
      return { ...row, operation: { ...operation, problem }, job: jobOf(operation) };
    });
  }
}

function textWith(...ofItem: SQLWrapper[]): SQL {
  const parts = [activity.subject, activity.actor, activity.requestId, ...ofItem];
  return sql`lower(concat_ws(' ', ${sql.join(parts, sql`, `)}))`;
}

/** As it is written, not as a pattern. */
export function stands(word: string, text: SQL): SQL {
  return sql`strpos(${text}, ${word.toLowerCase()}) > 0`;
}

/** Entries by which users have marked an operation as reviewed; earlier versions called it having looked at it. */
export const acknowledgements = sql`(
  select 1 from activity as review
  where review.operation_id = ${operations.id} and review.action in ('operation.reviewed', 'operation.looked-at')
)`;

/** The change of one connector as the activity shows it. */
export const ofChange = {
  id: operations.id,
  kind: operations.kind,
  state: operations.state,
  cloud: operations.cloud,
  connectorId: operations.connectorId,
  connectorName: operations.connectorName,
  requestedBy: operations.requestedBy,
  problem: operations.problem,
  jobState: operations.jobState,
  jobEndedAt: operations.jobEndedAt,
  jobError: operations.jobError,
  jobCause: operations.jobCause,
};
const ofItem = { ...ofChange, requestId: operations.requestId };
