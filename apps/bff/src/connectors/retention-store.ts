/** Removes what history and outbox need no longer, every hour. Replicas that do so at the same time do not disturb each other. */
import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createRounds, type Rounds } from '../ports/rounds.ts';
import { outbox } from '../workspaces/tables.ts';
import { observations } from './tables.ts';

/** What is too old is told by the database's time. */
const everySeconds = 3600;
/** Of a statement: no deletion holds the database up. */
const mostAtOnce = 10_000;

type Deps = { db: NodePgDatabase; clock: Clock; log: Log };

export function createRetention({ db, clock, log }: Deps): Rounds {
  return createRounds({
    everySeconds,
    round: async () => {
      await removeAll(observationsTooOld);
      await removeAll(linesTooOld);
    },
    failure: 'What is too old could not be removed',
    clock,
    log,
  });

  async function removeAll(statement: typeof linesTooOld): Promise<void> {
    let removed: number;
    do removed = (await db.execute(statement)).rowCount ?? 0;
    while (removed === mostAtOnce);
  }
}

const observationsTooOld = sql`
  delete from ${observations} where ctid in (
    select ctid from ${observations} where ${observations.at} < now() - interval '400 days' limit ${mostAtOnce})`;

/** The newest line of each topic and workspace stays: a replica that was cut off for longer reads it, and the list's version is made of it. */
const linesTooOld = sql`
  delete from ${outbox} where ctid in (
    select earlier.ctid from ${outbox} earlier
    where earlier.at < now() - interval '1 hour' and exists (
      select from ${outbox} later
      where later.workspace_id = earlier.workspace_id and later.topic = earlier.topic and later.number > earlier.number)
    limit ${mostAtOnce})`;
