/** Which operations are too old: those that ended long ago, and of which a user has nothing left to review. The audit trail goes on to tell of them. */
import { type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { activity } from '../activity/tables.ts';
import type { Removal } from '../ports/retention.ts';
import { bulks, operations } from './tables.ts';

export function operationsTooOld(db: NodePgDatabase, days: number): Record<string, Removal> {
  const removal =
    (statement: (most: number) => SQL): Removal =>
    async (most) =>
      (await db.execute(statement(most))).rowCount ?? 0;
  const age = sql`now() - make_interval(days => ${days})`;
  return {
    operations: removal(
      (most) => sql`
        delete from ${operations} where ctid in (
          select ${operations}.ctid from ${operations}
          where ${operations.settledAt} < ${age} and not ${needsReview(sql`${operations}`)}
            and (${operations.partOf} is null or ${operations.partOf} in ${endedBulks(age)})
          limit ${most})`,
    ),
    // Their items have gone before, in batches; a bulk that still has one stays.
    bulks: removal(
      (most) => sql`
        delete from ${bulks} where ctid in (
          select ${bulks}.ctid from ${bulks}
          where ${bulks.settledAt} < ${age}
            and not exists (select from ${operations} where ${operations.partOf} = ${bulks.id})
          limit ${most})`,
    ),
  };
}

/** All of whose items have ended as long ago, none of them to be reviewed: a bulk is kept or removed as a whole. */
function endedBulks(age: SQL): SQL {
  return sql`(
    select whole.id from ${bulks} as whole where whole.settled_at < ${age} and not exists (
      select from ${operations} as item
      where item.part_of = whole.id
        and (item.settled_at is null or item.settled_at >= ${age} or ${needsReview(sql`item`)})))`;
}

/** By the word of this version and by that of an earlier one. */
function needsReview(operation: SQL): SQL {
  return sql`(${operation}.state in ('needs-review', 'needs-person') and not exists (
    select from ${activity} as review where review.operation_id = ${operation}.id
      and review.action in ('operation.reviewed', 'operation.looked-at')))`;
}
