/** The snapshot in SQL: what each connector looked like when the console saw it last. */
import type { Cloud, Connector, ConnectorSummary } from '@console/console-contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { excluded } from './excluded.ts';
import { dateOf, fromAnySight, keptDetail, one, primaryKey, rowOf } from './snapshot-rows.ts';
import { summaryColumns, toSummary } from './summary.ts';
import { cloudFreshness, connectorSecrets, connectors, deletedConnectors, enteredSpecs } from './tables.ts';

export type RememberedDetail = { summary: ConnectorSummary; detail: Connector | null; asOf: Date };
export type SnapshotStore = ReturnType<typeof createSnapshotStore>;

export function createSnapshotStore(db: NodePgDatabase) {
  return { list, find, saveReading, keep, ...createRemovals(db) };

  async function list(workspaceId: string): Promise<ConnectorSummary[]> {
    const rows = await db
      .select(summaryColumns)
      .from(connectors)
      .where(eq(connectors.workspaceId, workspaceId))
      .orderBy(sql`lower(${connectors.name})`, asc(connectors.cloud), asc(connectors.id));
    return rows.map(toSummary);
  }

  async function find(workspaceId: string, cloud: Cloud, id: string): Promise<RememberedDetail | null> {
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
    return { summary: toSummary(row.summary), detail: row.detail, asOf: newestOf(row) };
  }

  /**
   * A detail read just now is newer than the list, so it moves the row as well, and creates it when it was not there. It stays
   * due for the collector, which alone reads the last job's errors.
   */
  async function saveReading(workspaceId: string, detail: Connector): Promise<void> {
    const row = rowOf(workspaceId, { ...detail, members: null }, detail.enabled);
    const seen = { ...row, nextSync: dateOf(detail.nextSync), detail, detailAt: sql`now()` };
    const set = {
      ...fromAnySight,
      nextSync: excluded(connectors.nextSync),
      detail: keptDetail(excluded(connectors.detail)),
      detailAt: excluded(connectors.detailAt),
    };
    await db.insert(connectors).values(seen).onConflictDoUpdate({ target: primaryKey, set });
  }

  /** The gateway's list may lag behind what it has just created. */
  async function keep(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await db
      .update(connectors)
      .set({ keptUntil: sql`now() + interval '10 minutes'` })
      .where(one(workspaceId, cloud, id));
  }
}

function createRemovals(db: NodePgDatabase) {
  return { remove, bury, clear };

  async function remove(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await db.delete(connectors).where(one(workspaceId, cloud, id));
  }

  /** Removes it together with what was entered, and disbelieves a list that still has it. */
  async function bury(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.delete(connectors).where(one(workspaceId, cloud, id));
      for (const table of [enteredSpecs, connectorSecrets]) {
        const ofConnector = and(eq(table.cloud, cloud), eq(table.connectorId, id));
        await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), ofConnector));
      }
      await tx.insert(deletedConnectors).values({ workspaceId, cloud, id }).onConflictDoNothing();
    });
  }

  /** Everything that was seen or entered, and how old it is. */
  async function clear(workspaceId: string): Promise<void> {
    await db.transaction(async (tx) => {
      for (const table of [connectors, cloudFreshness, enteredSpecs, connectorSecrets, deletedConnectors]) {
        await tx.delete(table).where(eq(table.workspaceId, workspaceId));
      }
    });
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
