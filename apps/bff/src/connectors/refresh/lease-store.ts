/** Who may refresh a workspace now: one replica at a time, by the database's time, and for a minute without renewal. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { refreshLeases } from '../tables.ts';

export type LeaseStore = ReturnType<typeof createLeaseStore>;

export function createLeaseStore(db: NodePgDatabase) {
  return { take, release };

  /** Takes or renews the lease; the answer is the database's time, or `null` while another holder has it. */
  async function take(workspaceId: string, holder: string, seconds: number): Promise<Date | null> {
    const expiresAt = sql`now() + make_interval(secs => ${seconds})`;
    const [row] = await db
      .insert(refreshLeases)
      .values({ workspaceId, holder, expiresAt })
      .onConflictDoUpdate({
        target: refreshLeases.workspaceId,
        set: { holder, expiresAt },
        setWhere: sql`${refreshLeases.expiresAt} <= now() or ${refreshLeases.holder} = ${holder}`,
      })
      .returning({ now: sql<number>`(extract(epoch from now()) * 1000)::float8` });
    return row === undefined ? null : new Date(row.now);
  }

  async function release(workspaceId: string, holder: string): Promise<void> {
    await db
      .delete(refreshLeases)
      .where(and(eq(refreshLeases.workspaceId, workspaceId), eq(refreshLeases.holder, holder)));
  }
}

/** A query that has a row while a replica refreshes the workspace: in how many `seconds` the lease ends unless it is renewed. */
export function livingLease(workspaceId: string | SQL): SQL {
  return sql`select extract(epoch from ${refreshLeases.expiresAt} - now())::float8 as seconds from ${refreshLeases} where ${refreshLeases.workspaceId} = ${workspaceId} and ${refreshLeases.expiresAt} > now()`;
}
