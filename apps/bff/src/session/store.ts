/** Sessions in SQL. All times are the database's: the console's own clock decides nothing here. */
import type { Person } from '@console/console-contract';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { people } from '../people/tables.ts';
import { sessions } from './tables.ts';

export type SessionLimits = { idleSeconds: number; absoluteSeconds: number; mostPerPerson: number };
export type SessionTimes = { idleUntil: Date; expiresAt: Date };
export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore(db: NodePgDatabase, limits: SessionLimits) {
  const idle = sql`make_interval(secs => ${limits.idleSeconds})`;
  const alive = sql`${sessions.expiresAt} > now() and ${sessions.lastSeenAt} > now() - ${idle}`;

  return { start, end, find, touch, findPerson };

  /** With more sessions than a person may have, the oldest of them end. */
  async function start(idHash: string, personId: string): Promise<SessionTimes> {
    await db.delete(sessions).where(sql`not (${alive})`);
    const [row] = await db
      .insert(sessions)
      .values({ idHash, personId, expiresAt: sql`now() + make_interval(secs => ${limits.absoluteSeconds})` })
      .returning();
    if (!row) throw new Error('The session was not written.');
    const beyond = db
      .select({ idHash: sessions.idHash })
      .from(sessions)
      .where(eq(sessions.personId, personId))
      .orderBy(desc(sessions.createdAt))
      .offset(limits.mostPerPerson);
    await db.delete(sessions).where(inArray(sessions.idHash, beyond));
    return timesOf(row);
  }

  async function end(idHash: string): Promise<void> {
    await db.delete(sessions).where(eq(sessions.idHash, idHash));
  }

  /** The living session and its person; disabled people have none. */
  async function find(idHash: string): Promise<{ person: Person; times: SessionTimes } | null> {
    const [row] = await db
      .select({ session: sessions, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(sql`${sessions.idHash} = ${idHash} and ${alive} and ${people.disabledAt} is null`);
    if (!row) return null;
    const { id, name, email, role } = row.person;
    return { person: { id, name, email, role }, times: timesOf(row.session) };
  }

  /** At most one write a minute for a busy session. */
  async function touch(idHash: string): Promise<void> {
    await db
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(
        sql`${sessions.idHash} = ${idHash} and ${sessions.lastSeenAt} < now() - interval '60 seconds' and ${alive}`,
      );
  }

  async function findPerson(email: string) {
    const [row] = await db.select().from(people).where(eq(people.email, email));
    return row ?? null;
  }

  function timesOf(row: { lastSeenAt: Date; expiresAt: Date }): SessionTimes {
    const idleUntil = new Date(row.lastSeenAt.getTime() + limits.idleSeconds * 1000);
    return { idleUntil: idleUntil < row.expiresAt ? idleUntil : row.expiresAt, expiresAt: row.expiresAt };
  }
}
