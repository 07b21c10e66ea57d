/** How old each cloud's list is, and since when and why it could not be read. All by the database's time. */
import type { BareProblem, Cloud, Freshness } from '@console/console-contract';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { shareLookups } from '../../ports/shared-lookup.ts';
import { storedProblem } from '../../ports/stored-json.ts';
import { callBudgets, outbox } from '../../workspaces/tables.ts';
import { livingLease } from '../refresh/lease-store.ts';
import { cloudFreshness, connectors, errorsUnread } from '../tables.ts';
import type { AskedAt } from './overtaken.ts';

export type CloudOutcome = {
  askedAt: AskedAt;
  /** Whether the list itself was read. */
  listed: boolean;
  incomplete: boolean;
  problem: BareProblem | null;
};

/** `secondsLeft`: of the refresh under way, which a crash would leave to end by itself. */
export type ListVersion = { version: string; rows: number; secondsLeft: number | null };

type CloudFreshness = Freshness['azure'];

/** What the database has of it. */
export type StoredFreshness = Pick<Freshness, Cloud | 'refreshing' | 'errors'>;

export type FreshnessStore = ReturnType<typeof createFreshnessStore>;

export function createFreshnessStore(db: NodePgDatabase) {
  return { read, save, ageOf, versionOf: shareLookups((ids: readonly string[]) => versionsOf(db, ids)) };

  async function read(workspaceId: string): Promise<StoredFreshness> {
    const rows = await db.select().from(cloudFreshness).where(eq(cloudFreshness.workspaceId, workspaceId));
    const of = (cloud: Cloud) => toFreshness(rows.find((row) => row.cloud === cloud));
    const leases = await db.execute(livingLease(workspaceId));
    const errors = await errorsOf(workspaceId);
    return { azure: of('azure'), aws: of('aws'), refreshing: leases.rows.length > 0, errors };
  }

  async function errorsOf(workspaceId: string): Promise<Freshness['errors']> {
    const [row] = await db
      .select({
        failing: sql<number>`count(*)::int`,
        read: sql<number>`(count(*) filter (where not ${errorsUnread}))::int`,
      })
      .from(connectors)
      .where(and(eq(connectors.workspaceId, workspaceId), eq(connectors.state, 'errors')));
    return row ?? { read: 0, failing: 0 };
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
}

/**
 * Changes with every commit that the list shows, whichever replica's: outbox numbers follow the order of commits, and what the gateway said of
 * its call limits carries a time of its own.
 */
async function versionsOf(
  db: NodePgDatabase,
  workspaceIds: readonly string[],
): Promise<ReadonlyMap<string, ListVersion>> {
  const newestOf = (topic: string) =>
    sql`(select max(number) from ${outbox} where workspace_id = asked.id and topic = ${topic})`;
  const budget = sql`(select max(at) from ${callBudgets} where workspace_id = asked.id)`;
  const { rows } = await db.execute<ListVersion & { id: string }>(
    sql`select asked.id, shown.rows, lease.seconds as "secondsLeft",
        concat_ws('/', shown.rows, coalesce(${newestOf('freshness')}, 0), lease.seconds is not null, ${budget}) as version
      from unnest(${sql.param([...workspaceIds])}::uuid[]) as asked(id) left join lateral (${livingLease(sql`asked.id`)}) lease on true, lateral (select coalesce(${newestOf('connectors')}, 0)::float8 as rows) shown`,
  );
  return new Map(rows.map(({ id, ...version }) => [id, version]));
}

function toFreshness(row: typeof cloudFreshness.$inferSelect | undefined): CloudFreshness {
  if (row === undefined) return { asOf: null, incomplete: false, failing: null };
  const { asOf, incomplete, failingSince } = row;
  const problem = storedProblem(row.failingProblem);
  const failing =
    failingSince === null || problem === null ? null : { since: failingSince.toISOString(), problem };
  return { asOf: asOf?.toISOString() ?? null, incomplete, failing };
}
