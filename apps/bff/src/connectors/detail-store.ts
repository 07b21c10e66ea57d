/** Which details are due, and what was learned from them. */
import type { Cloud, Connector, ConnectorState } from '@console/console-contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { dateOf, keptDetail, one } from './snapshot-rows.ts';
import { connectors } from './tables.ts';

/** `detailFor` names the state and sync that the detail is read for. */
export type DueDetail = { cloud: Cloud; id: string; state: ConnectorState; detailFor: string };
/** `newestError` is left out while a job waits or runs: that of the last one that ended stays. */
export type DetailFacts = { detail: Connector; newestError?: string | null };
export type DetailStore = ReturnType<typeof createDetailStore>;

/** State and sync decide whether a detail is outdated: nothing else in a row moves without one of them. */
export const detailKey = sql<string>`concat(${connectors.stateText}, '@', extract(epoch from ${connectors.lastSync}))`;

export function createDetailStore(db: NodePgDatabase) {
  return { listDue, save, skip };

  /** Details that are missing or older than the row's state and sync; connectors with errors first. */
  async function listDue(workspaceId: string, most: number): Promise<DueDetail[]> {
    const { cloud, id, state } = connectors;
    const outdated = sql`${connectors.detailFor} is distinct from ${detailKey}`;
    return db
      .select({ cloud, id, state, detailFor: detailKey })
      .from(connectors)
      .where(and(eq(connectors.workspaceId, workspaceId), outdated))
      .orderBy(desc(sql`${connectors.state} = 'errors'`), sql`${connectors.detailAt} nulls first`)
      .limit(most);
  }

  /** The row's own state has to be the detail's by now, or its error would stand beside a state it does not belong to. */
  async function save(workspaceId: string, due: DueDetail, facts: DetailFacts): Promise<void> {
    const { newestError } = facts;
    const detail = keptDetail(sql`${JSON.stringify(facts.detail)}::jsonb`);
    const nextSync = dateOf(facts.detail.nextSync);
    const detailFor = facts.detail.state === due.state ? due.detailFor : detailKey;
    const seen = { detail, newestError, nextSync, detailFor, detailAt: sql`now()` };
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
