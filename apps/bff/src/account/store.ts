/** A user's own password and sessions in SQL. Each change is recorded in its own transaction. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { people } from '../people/tables.ts';
import type { ActivityEntry, RecordActivity } from '../ports/activity-log.ts';
import { sessionKeyLength } from '../ports/digest.ts';
import { sessions } from '../session/tables.ts';

export type AccountStore = ReturnType<typeof createAccountStore>;

type Options = { record: RecordActivity<NodePgDatabase>; idleSeconds: number };
/** Sessions of one user: one of them, or all but one. */
export type Ending = { personId: string } & ({ key: string } | { except: string });

const key = sql<string>`left(${sessions.idHash}, ${sql.raw(String(sessionKeyLength))})`;

export function createAccountStore(db: NodePgDatabase, { record, idleSeconds }: Options) {
  const alive = sql`${sessions.expiresAt} > now() and ${sessions.lastSeenAt} > now() - make_interval(secs => ${idleSeconds})`;
  return { find, listSessions, endSessions, changePassword };

  async function find(personId: string) {
    const [row] = await db.select().from(people).where(eq(people.id, personId));
    return row ?? null;
  }

  async function listSessions(personId: string) {
    return db
      .select({ key, since: sessions.createdAt, lastUsed: sessions.lastSeenAt })
      .from(sessions)
      .where(and(eq(sessions.personId, personId), alive))
      .orderBy(desc(sessions.createdAt));
  }

  /** Answers how many ended; nothing is recorded when none did. */
  async function endSessions(which: Ending, entry: ActivityEntry): Promise<number> {
    return db.transaction(async (tx) => {
      const ended = await endWithin(tx, which);
      if (ended > 0) await record(tx, { ...entry, facts: { sessions: ended } });
      return ended;
    });
  }

  /** `null` when the password is another by now than the one that was checked. */
  async function changePassword(
    { from, to, ...others }: { from: string; to: string; personId: string; except: string },
    entry: ActivityEntry,
  ): Promise<number | null> {
    return db.transaction(async (tx) => {
      const changed = await tx
        .update(people)
        .set({ passwordHash: to })
        .where(and(eq(people.id, others.personId), eq(people.passwordHash, from)))
        .returning({ id: people.id });
      if (changed.length === 0) return null;
      const ended = await endWithin(tx, others);
      await record(tx, { ...entry, facts: { sessions: ended } });
      return ended;
    });
  }

  async function endWithin(tx: Pick<NodePgDatabase, 'delete'>, which: Ending): Promise<number> {
    const chosen = 'key' in which ? sql`${key} = ${which.key}` : sql`${key} <> ${which.except}`;
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, which.personId), chosen))
      .returning({ isAlive: sql<boolean>`${alive}` });
    return ended.filter(({ isAlive }) => isAlive).length;
  }
}
