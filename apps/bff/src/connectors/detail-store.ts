/** Which details are due, and what was learned from them. */
import type { Cloud, Connector } from '@console/console-contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { dateOf, one } from './snapshot-rows.ts';
import { connectors } from './tables.ts';

/** `detailFor` names the state and sync that the detail is read for. */
export type DueDetail = { cloud: Cloud; id: string; detailFor: string };
export type DetailFacts = { detail: Connector; newestError: string | null };
export type DetailStore = ReturnType<typeof createDetailStore>;

/** State and sync decide whether a detail is outdated: nothing else in a row moves without one of them. */
const detailKey = sql<string>`concat(${connectors.stateText}, '@', extract(epoch from ${connectors.lastSync}))`;

export function createDetailStore(db: NodePgDatabase) {
  return { listDue, save, skip };

  /** Details that are missing or older than the row's state and sync; connectors with errors first. */
  async function listDue(workspaceId: string, most: number): Promise<DueDetail[]> {
    const outdated = sql`${connectors.detailFor} is distinct from ${detailKey}`;
    return db
      .select({ cloud: connectors.cloud, id: connectors.id, detailFor: detailKey })
      .from(connectors)
      .where(and(eq(connectors.workspaceId, workspaceId), outdated))
      .orderBy(desc(sql`${connectors.state} = 'errors'`), sql`${connectors.detailAt} nulls first`)
      .limit(most);
  }

  async function save(workspaceId: string, due: DueDetail, facts: DetailFacts): Promise<void> {
    const { detail, newestError } = facts;
    const nextSync = dateOf(detail.nextSync);
    const seen = { detail, newestError, nextSync, detailFor: due.detailFor, detailAt: sql`now()` };
    await db
      .update(connectors)
      .set(seen)
      .where(one(workspaceId, due.cloud, due.id));
  }

  /** A detail that cannot be read is not asked for again until the connector changes. */
  async function skip(workspaceId: string, { cloud, id, detailFor }: DueDetail): Promise<void> {
    await db
      .update(connectors)
      .set({ detailFor })
      .where(one(workspaceId, cloud, id));
  }
}
