/** The snapshot in SQL: what each connector looked like when the console saw it last. */
import type { Cloud, Connector, ConnectorState, ConnectorSummary } from '@console/console-contract';
import { and, asc, desc, eq, lte, max, or, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { outbox } from '../../workspaces/tables.ts';
import { detailOf } from '../stored-connectors.ts';
import { cloudFreshness, connectors, detailKey, errorsUnread } from '../tables.ts';
import type { ShownRows } from './listed-rows.ts';
import { one } from './snapshot-rows.ts';
import { summaryColumns, summaryFields, summaryText, toSummary } from './summary.ts';

export type StoredDetail = { summary: ConnectorSummary; detail: Connector | null; asOf: Date };
/** `detailFor` names the state and sync that the detail is read for. */
export type DueDetail = {
  cloud: Cloud;
  id: string;
  state: ConnectorState;
  detailFor: string;
  errorsUnread: boolean;
};
export type SnapshotStore = ReturnType<typeof createSnapshotStore>;

export function createSnapshotStore(db: NodePgDatabase) {
  return { list, listShown, find, listDue };

  async function list(workspaceId: string): Promise<ConnectorSummary[]> {
    const rows = await db
      .select(summaryColumns)
      .from(connectors)
      .where(eq(connectors.workspaceId, workspaceId))
      .orderBy(sql`lower(${connectors.name})`, asc(connectors.cloud), asc(connectors.id));
    return rows.map(toSummary);
  }

  /** The rows as texts of JSON, which Postgres makes in less time than the console would, and the version that is exactly theirs. */
  async function listShown(workspaceId: string): Promise<ShownRows> {
    return db.transaction(
      async (tx) => {
        const ofList = and(eq(outbox.workspaceId, workspaceId), eq(outbox.topic, 'connectors'));
        const [newest] = await tx
          .select({ version: max(outbox.number) })
          .from(outbox)
          .where(ofList);
        const { rows } = await tx.execute<{ key: string; text: string }>(sql`
          select concat(cloud, '/', id) as key, ${summaryText} as text
          from (select ${summaryFields} from ${connectors} where ${eq(connectors.workspaceId, workspaceId)}) shown
          order by lower(name), cloud, id`);
        return { version: newest?.version ?? 0, rows };
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
  }

  async function find(workspaceId: string, cloud: Cloud, id: string): Promise<StoredDetail | null> {
    const { detail, detailAt, seenAt } = connectors;
    const { asOf: listedAt } = cloudFreshness;
    const ofSameList = and(
      eq(cloudFreshness.workspaceId, connectors.workspaceId),
      eq(cloudFreshness.cloud, connectors.cloud),
    );
    const [row] = await db
      .select({ summary: summaryColumns, detail, detailAt, seenAt, listedAt })
      .from(connectors)
      .leftJoin(cloudFreshness, ofSameList)
      .where(one(workspaceId, cloud, id));
    if (row === undefined) return null;
    return { summary: toSummary(row.summary), detail: detailOf(cloud, row.detail), asOf: newestOf(row) };
  }

  /**
   * Details that are missing or older than the row's state and sync, and those that the list does not have. First the connectors whose errors
   * were never read, those that failed last before the others; then all that have errors.
   */
  async function listDue(workspaceId: string, most: number): Promise<DueDetail[]> {
    const { cloud, id, state, lastSync, goneCheckAt } = connectors;
    const outdated = sql`${connectors.detailFor} is distinct from ${detailKey}`;
    return db
      .select({ cloud, id, state, detailFor: detailKey, errorsUnread })
      .from(connectors)
      .where(and(eq(connectors.workspaceId, workspaceId), or(outdated, lte(goneCheckAt, sql`now()`))))
      .orderBy(
        desc(errorsUnread),
        desc(sql`${state} = 'errors'`),
        sql`case when ${errorsUnread} then ${lastSync} end desc nulls last`,
        asc(goneCheckAt),
        sql`${connectors.detailAt} nulls first`,
      )
      .limit(most);
  }
}

/** A row that the list confirmed unchanged was not written again, so the age of the list counts as well. */
function newestOf({
  seenAt,
  detailAt,
  listedAt,
}: {
  seenAt: Date;
  detailAt: Date | null;
  listedAt: Date | null;
}): Date {
  return new Date(Math.max(seenAt.getTime(), detailAt?.getTime() ?? 0, listedAt?.getTime() ?? 0));
}
