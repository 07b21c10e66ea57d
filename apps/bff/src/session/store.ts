/** Sessions in SQL. All times are the database's: the console's own clock decides nothing here. */
import type { Person } from '@console/console-contract';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { people } from '../people/tables.ts';
import { shareLookups } from '../ports/shared-lookup.ts';
import { sessions } from './tables.ts';

export type SessionLimits = { idleSeconds: number; absoluteSeconds: number; mostPerPerson: number };
export type SessionTimes = { idleUntil: Date; expiresAt: Date };
/** A session that lives, and how much longer unless it is used; `isTouchDue` when its user was last seen more than a minute ago. */
export type FoundSession = { person: Person; times: SessionTimes; isTouchDue: boolean; secondsLeft: number };
export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore(db: NodePgDatabase, limits: SessionLimits) {
  const idle = sql`make_interval(secs => ${limits.idleSeconds})`;
  const alive = sql`${sessions.expiresAt} > now() and ${sessions.lastSeenAt} > now() - ${idle}`;

  const ending = sql`least(${sessions.expiresAt}, ${sessions.lastSeenAt} + ${idle})`;
  const secondsLeft = sql<number>`extract(epoch from ${ending} - now())::float8`;
  const findSessions = db
    .select({ session: sessions, person: people, isTouchDue: sql<boolean>`${isTouchDue}`, secondsLeft })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      sql`${sessions.idHash} = any(${sql.placeholder('idHashes')}) and ${alive} and ${people.disabledAt} is null`,
    )
    .prepare('find_sessions');

  return { start, end, find: shareLookups(findAll), touch, findPerson };

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

  /** The living sessions and their people; disabled people have none. */
  async function findAll(idHashes: readonly string[]): Promise<ReadonlyMap<string, FoundSession>> {
    const rows = await findSessions.execute({ idHashes });
    return new Map(
      rows.map(({ session, person: { id, name, email, role }, ...found }) => [
        session.idHash,
        { person: { id, name, email, role }, times: timesOf(session), ...found },
      ]),
    );
  }

  async function touch(idHash: string): Promise<void> {
    await db
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(sql`${sessions.idHash} = ${idHash} and ${isTouchDue} and ${alive}`);
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

/** At most one write a minute for a busy session. */
const isTouchDue = sql`${sessions.lastSeenAt} < now() - interval '60 seconds'`;
