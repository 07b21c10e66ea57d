/** Operations whose outcome a replica has to look for, and when. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { inSeconds, type OpenOperation, openOperation, type Patience } from '../rows.ts';
import { operations } from '../tables.ts';

export function createDueStore(db: NodePgDatabase, patience: Patience) {
  return { claimDue, runSooner, postpone };

  /** Operations whose time has come; claiming one keeps other replicas off it for a while. */
  async function claimDue(): Promise<OpenOperation[]> {
    const due = db
      .select({ id: operations.id })
      .from(operations)
      .where(sql`${operations.nextCheckAt} <= now()`)
      .orderBy(operations.nextCheckAt)
      .limit(10)
      .for('update', { skipLocked: true });
    const rows = await db
      .update(operations)
      .set({ nextCheckAt: inSeconds(patience.betweenLooks) })
      .where(inArray(operations.id, due))
      .returning();
    return rows.map(openOperation);
  }

  /**
   * At a start: lost answers are looked for at once. What is only *sent* waits as long as any answer may take, since another
   * replica may be sending it at this moment, but no longer than this console's patience.
   */
  async function runSooner(): Promise<void> {
    const { nextCheckAt, sentAt, state } = operations;
    const unanswered = sql`${sentAt} + make_interval(secs => ${patience.unanswered})`;
    await db
      .update(operations)
      .set({
        nextCheckAt: sql`case ${state} when 'sent' then least(${nextCheckAt}, ${unanswered}) else now() end`,
      })
      .where(inArray(state, ['sent', 'unknown']));
  }

  /** A look that found nothing counts; one that could not be made does not, and the next one is further away. */
  async function postpone(id: string, look: 'found-nothing' | 'could-not-look'): Promise<void> {
    const age = sql`extract(epoch from now() - ${operations.requestedAt})`;
    const growing = sql`greatest(${patience.betweenLooks}, least(${age} / 4, 900))`;
    const set =
      look === 'found-nothing'
        ? { checks: sql`${operations.checks} + 1`, nextCheckAt: inSeconds(patience.betweenLooks) }
        : { nextCheckAt: sql`now() + make_interval(secs => ${growing})` };
    await db
      .update(operations)
      .set(set)
      .where(and(eq(operations.id, id), eq(operations.state, 'unknown')));
  }
}
