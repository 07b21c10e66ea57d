/** How old each cloud's list is, and since when and why it could not be read. All by the database's time. */
import type { BareProblem, Cloud, Freshness } from '@console/console-contract';
import { eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { storedProblem } from '../ports/stored-json.ts';
import { livingLease } from './lease-store.ts';
import type { AskedAt } from './overtaken.ts';
import { cloudFreshness, connectors } from './tables.ts';
import type { WriteCount } from './write-count.ts';

export type CloudOutcome = {
  askedAt: AskedAt;
  /** Whether the list itself was read. */
  listed: boolean;
  incomplete: boolean;
  problem: BareProblem | null;
};

type CloudFreshness = Freshness['azure'];

export type FreshnessStore = ReturnType<typeof createFreshnessStore>;

export function createFreshnessStore(db: NodePgDatabase, { counted }: Pick<WriteCount, 'counted'>) {
  return { read, save: counted(save), ageOf, versionOf };

  async function read(workspaceId: string): Promise<Record<Cloud, CloudFreshness> & { refreshing: boolean }> {
    const rows = await db.select().from(cloudFreshness).where(eq(cloudFreshness.workspaceId, workspaceId));
    const of = (cloud: Cloud) => toFreshness(rows.find((row) => row.cloud === cloud));
    const leases = await db.execute(livingLease(workspaceId));
    return { azure: of('azure'), aws: of('aws'), refreshing: leases.rows.length > 0 };
  }

  /** A failure keeps the time of the last good list, and the time it began to fail. */
  async function save(workspaceId: string, cloud: Cloud, outcome: CloudOutcome): Promise<void> {
    const { askedAt, listed, incomplete, problem: failingProblem } = outcome;
    const asOf = listed ? sql`now()` : null;
    const failingSince = failingProblem === null ? null : sql`now()`;
    await db
      .insert(cloudFreshness)
      .values({ workspaceId, cloud, asOf, incomplete, failingSince, failingProblem })
      .onConflictDoUpdate({
        target: [cloudFreshness.workspaceId, cloudFreshness.cloud],
        set: {
          ...(listed ? { asOf, incomplete } : {}),
          failingProblem,
          failingSince: failingProblem === null ? null : sql`coalesce(${cloudFreshness.failingSince}, now())`,
        },
        // What an earlier gateway of the workspace said, or did not say, tells nothing of this one.
        setWhere: sql`coalesce(${cloudFreshness.forgottenAt} < ${askedAt}, true)`,
      });
  }

  /** Seconds since the older cloud's list was tried last with success; `null` while one never was. */
  async function ageOf(workspaceId: string): Promise<number | null> {
    const [row] = await db
      .select({
        listed: sql<number>`count(${cloudFreshness.asOf})::int`,
        age: sql<number>`coalesce(extract(epoch from now() - min(${cloudFreshness.asOf})), 0)::float`,
      })
      .from(cloudFreshness)
      .where(eq(cloudFreshness.workspaceId, workspaceId));
    return row === undefined || row.listed < 2 ? null : row.age;
  }

  /**
   * Changes whenever anything the list shows of the snapshot has changed, whichever replica wrote it. A sum, for the newest time alone
   * misses a transaction that began earlier and ended later.
   */
  async function versionOf(workspaceId: string): Promise<string> {
    const rows = sql`select concat(count(*), '/', sum(extract(epoch from ${connectors.writtenAt}))) from ${connectors} where ${connectors.workspaceId} = ${workspaceId}`;
    const clouds = sql`select string_agg(concat(${cloudFreshness.cloud}, ${cloudFreshness.asOf}, ${cloudFreshness.failingSince}, ${cloudFreshness.failingProblem}), '/') from ${cloudFreshness} where ${cloudFreshness.workspaceId} = ${workspaceId}`;
    const result = await db.execute<{ version: string }>(
      sql`select concat((${rows}), '|', (${clouds}), '|', exists(${livingLease(workspaceId)})) as version`,
    );
    return result.rows[0]?.version ?? '';
  }
}

function toFreshness(row: typeof cloudFreshness.$inferSelect | undefined): CloudFreshness {
  if (row === undefined) return { asOf: null, incomplete: false, failing: null };
  const { asOf, incomplete, failingSince } = row;
  const problem = storedProblem(row.failingProblem);
  const failing =
    failingSince === null || problem === null ? null : { since: failingSince.toISOString(), problem };
  return { asOf: asOf?.toISOString() ?? null, incomplete, failing };
}
