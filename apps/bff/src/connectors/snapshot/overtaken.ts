/**
 * The transactions in which the snapshot is written. Each tells the database who saw what it writes, for the observations that triggers add.
 * An answer of the gateway may be overtaken while it is on its way: the console has deleted its connector, or the workspace has moved
 * to another gateway. Such an answer brings nothing back.
 */
import type { Cloud } from '@console/console-contract';
import { and, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { cloudFreshness, deletedConnectors, type ObservationSource } from '../tables.ts';

/** The database's time before the gateway was chosen and asked. */
export type AskedAt = Date;
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];
/** Who saw what is written. Without `askedAt` it is what the console itself has just done. */
export type Sighting = { workspaceId: string; source: ObservationSource; askedAt?: AskedAt };
type Work<T> = (tx: Transaction) => Promise<T>;
type Place = { workspaceId: string; cloud: Cloud };

/** For answers, many at a time: what is deleted or forgotten meanwhile waits until they are written. */
export function writeAnswer<T>(db: NodePgDatabase, sighting: Sighting, work: Work<T>): Promise<T> {
  return locked(db, { sighting, lock: sql`pg_advisory_xact_lock_shared` }, work);
}

/** For deleting and forgetting: an answer that is written afterwards finds that it was overtaken. */
export function writeRemoval<T>(db: NodePgDatabase, sighting: Sighting, work: Work<T>): Promise<T> {
  return locked(db, { sighting, lock: sql`pg_advisory_xact_lock` }, work);
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

type Locked = { sighting: Sighting; lock: SQL };

function locked<T>(db: NodePgDatabase, { sighting, lock }: Locked, work: Work<T>): Promise<T> {
  const { workspaceId, source, askedAt } = sighting;
  const key = sql`hashtextextended(${`snapshot of ${workspaceId}`}, 0)`;
  const saidBy = sql`set_config('console.source', ${source}, true)`;
  const asked = sql`set_config('console.asked_at', ${askedAt?.toISOString() ?? ''}, true)`;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select ${lock}(${key}), ${saidBy}, ${asked}`);
    return work(tx);
  });
}
