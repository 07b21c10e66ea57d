/** Wizards that no user went on with. The draft of a connector that is being created stays until it is known what came of it. */
import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { operations } from '../operations/tables.ts';
import type { Removal } from '../ports/retention.ts';
import { drafts } from './tables.ts';

export function draftsTooOld(db: NodePgDatabase, days: number): Removal {
  return async (most) => {
    const removed = await db.execute(sql`
      delete from ${drafts} where ctid in (
        select ${drafts}.ctid from ${drafts}
        where ${drafts.updatedAt} < now() - make_interval(days => ${days})
          and not exists (
            select from ${operations}
            where ${operations.workspaceId} = ${drafts.workspaceId}
              and ${operations.state} in ('requested', 'sent', 'unknown', 'needs-review', 'needs-person')
              and ${operations.request} ->> 'draftId' = ${drafts.id}::text)
        limit ${most})`);
    return removed.rowCount ?? 0;
  };
}
