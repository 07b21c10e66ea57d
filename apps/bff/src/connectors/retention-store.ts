/** Removes what history and outbox need no longer: an hourly job, of whichever replica takes it. */
import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Jobs } from '../ports/jobs.ts';
import { outbox } from '../workspaces/tables.ts';
import { observations } from './tables.ts';

const retentionJob = 'retention';
/** Counted from the end of a run; what is too old is told by the database's time. */
const everyMilliseconds = 3600 * 1000;
/** Of a statement: no deletion holds the database up. */
const mostAtOnce = 10_000;

type Deps = { db: NodePgDatabase; jobs: Pick<Jobs, 'handle' | 'ask'> };

export function createRetention({ db, jobs }: Deps) {
  jobs.handle(retentionJob, async () => {
    await removeAll(observationsTooOld);
    await removeAll(linesTooOld);
    await jobs.ask(retentionJob, 'all', everyMilliseconds);
  });
  return { start: () => jobs.ask(retentionJob, 'all') };

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
