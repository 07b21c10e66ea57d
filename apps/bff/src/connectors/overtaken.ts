/**
 * Whether an answer of the gateway was overtaken while it was on its way: the console has deleted its connector, or the workspace has moved
 * to another gateway. Such an answer brings nothing back.
 */
import type { Cloud } from '@console/console-contract';
import { and, eq, gte, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { cloudFreshness, deletedConnectors } from './tables.ts';

/** The database's time before the gateway was chosen and asked. */
export type AskedAt = Date;
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];
type Work<T> = (tx: Transaction) => Promise<T>;
type Place = { workspaceId: string; cloud: Cloud };

/** For answers, many at a time: what is deleted or forgotten meanwhile waits until they are written. */
export function writeAnswer<T>(db: NodePgDatabase, workspaceId: string, work: Work<T>): Promise<T> {
  return locked(db, sql`pg_advisory_xact_lock_shared(${keyOf(workspaceId)})`, work);
}

/** For deleting and forgetting: an answer that is written afterwards finds that it was overtaken. */
export function writeRemoval<T>(db: NodePgDatabase, workspaceId: string, work: Work<T>): Promise<T> {
  return locked(db, sql`pg_advisory_xact_lock(${keyOf(workspaceId)})`, work);
}

export async function isForgotten(
  tx: Transaction,
  { workspaceId, cloud }: Place,
  askedAt: AskedAt,
): Promise<boolean> {
  const ofCloud = and(eq(cloudFreshness.workspaceId, workspaceId), eq(cloudFreshness.cloud, cloud));
  const since = gte(cloudFreshness.forgottenAt, askedAt);
  return (await tx.$count(cloudFreshness, and(ofCloud, since))) > 0;
}

export async function isOvertaken(
  tx: Transaction,
  { workspaceId, cloud, id }: Place & { id: string },
  askedAt: AskedAt,
): Promise<boolean> {
  const ofCloud = and(eq(deletedConnectors.workspaceId, workspaceId), eq(deletedConnectors.cloud, cloud));
  const since = and(eq(deletedConnectors.id, id), gte(deletedConnectors.deletedAt, askedAt));
  const deletions = await tx.$count(deletedConnectors, and(ofCloud, since));
  return deletions > 0 || isForgotten(tx, { workspaceId, cloud }, askedAt);
}

function locked<T>(db: NodePgDatabase, lock: ReturnType<typeof sql>, work: Work<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select ${lock}`);
    return work(tx);
  });
}

function keyOf(workspaceId: string) {
  return sql`hashtextextended(${`snapshot of ${workspaceId}`}, 0)`;
}
