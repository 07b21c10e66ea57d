/** What history and outbox need no longer. */
import { type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Removal } from '../../ports/retention.ts';
import { outbox } from '../../workspaces/tables.ts';
import { observations } from '../tables.ts';

export function historyTooOld(db: NodePgDatabase): Record<string, Removal> {
  const removal =
    (statement: (most: number) => SQL): Removal =>
    async (most) =>
      (await db.execute(statement(most))).rowCount ?? 0;
  return { observations: removal(observationsTooOld), 'outbox lines': removal(linesTooOld) };
}

const observationsTooOld = (most: number) => sql`
  delete from ${observations} where ctid in (
    select ctid from ${observations} where ${observations.at} < now() - interval '400 days' limit ${most})`;

/** The newest line of each topic and workspace stays: a replica that was cut off for longer reads it, and the list's version is made of it. */
const linesTooOld = (most: number) => sql`
  delete from ${outbox} where ctid in (
    select earlier.ctid from ${outbox} earlier
    where earlier.at < now() - interval '1 hour' and exists (
      select from ${outbox} later
      where later.workspace_id = earlier.workspace_id and later.topic = earlier.topic and later.number > earlier.number)
    limit ${most})`;
