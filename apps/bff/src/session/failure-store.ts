/** Attempts to sign in, counted where restarts and other replicas see them. All times are the database's. */
import { eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Removal } from '../ports/retention.ts';
import { signInFailures } from './tables.ts';

/** How long an attempt counts; SECURITY.md and the limits that callers set tell it as a quarter of an hour. */
const windowSeconds = 15 * 60;
const window = sql`make_interval(secs => ${windowSeconds})`;

export type AttemptLimit = { key: string; most: number };
export type FailureStore = ReturnType<typeof createFailureStore>;

export function createFailureStore(db: NodePgDatabase) {
  return { count, forgive };

  /**
   * Counts before the password is looked at, so that parallel guesses cannot slip past the limit. Answers for how many seconds the key is
   * closed, 0 when it is open; a closed key is read and no longer written.
   */
  async function count({ key, most }: AttemptLimit): Promise<number> {
    const isOver = sql`${signInFailures.firstAt} <= now() - ${window}`;
    const counted = await db
      .insert(signInFailures)
      .values({ key, failures: 1 })
      .onConflictDoUpdate({
        target: signInFailures.key,
        set: {
          failures: sql`case when ${isOver} then 1 else ${signInFailures.failures} + 1 end`,
          firstAt: sql`case when ${isOver} then now() else ${signInFailures.firstAt} end`,
          lastAt: sql`now()`,
        },
        setWhere: sql`${signInFailures.failures} < ${most} or ${isOver}`,
      })
      .returning({ key: signInFailures.key });
    if (counted.length > 0) return 0;
    const [row] = await db
      .select({
        opensIn: sql<number>`ceil(extract(epoch from ${signInFailures.firstAt} + ${window} - now()))::int`,
      })
      .from(signInFailures)
      .where(eq(signInFailures.key, key));
    return Math.max(1, row?.opensIn ?? 1);
  }

  async function forgive(key: string): Promise<void> {
    await db
      .update(signInFailures)
      .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)` })
      .where(eq(signInFailures.key, key));
  }
}

/** Counts of a window that has passed say nothing any more. */
export function failuresTooOld(db: NodePgDatabase): Removal {
  return async (most) => {
    const removed = await db.execute(sql`
      delete from ${signInFailures} where ctid in (
        select ctid from ${signInFailures} where ${signInFailures.firstAt} <= now() - ${window} limit ${most})`);
    return removed.rowCount ?? 0;
  };
}
