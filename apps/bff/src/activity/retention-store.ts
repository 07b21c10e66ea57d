/** What of the audit trail is too old. Entries of an operation that is still stored stay with it. */
import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { bulks, operations } from '../operations/tables.ts';
import type { Removal } from '../ports/retention.ts';
import { activity } from './tables.ts';

export function activityTooOld(db: NodePgDatabase, days: number): Removal {
  return async (most) => {
    const removed = await db.execute(sql`
      delete from ${activity} where ctid in (
        select ${activity}.ctid from ${activity}
        where ${activity.at} < now() - make_interval(days => ${days})
          and not exists (select from ${operations} where ${operations.id} = ${activity.operationId})
          and not exists (select from ${bulks} where ${bulks.id} = ${activity.operationId})
        limit ${most})`);
    return removed.rowCount ?? 0;
  };
}
