/** Writes the audit trail. Rows are only ever added. */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ActivityEntry } from '../ports/activity-log.ts';
import { activity } from './tables.ts';

/** `within` is the transaction of the change that the entries record, or the database for what changes no row. */
export async function recordActivity(
  within: Pick<NodePgDatabase, 'insert'>,
  ...entries: readonly ActivityEntry[]
): Promise<void> {
  const rows = entries.map(({ by, facts = {}, ...entry }) => ({
    ...entry,
    facts,
    actor: by.name,
    actorKind: by.kind,
    personId: by.kind === 'person' ? by.id : null,
  }));
  await within.insert(activity).values(rows);
}
