import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

import type { Caller } from '../ports/caller.ts';

/** The audit trail: one row per change asked for and one per outcome, in the transaction of what it records. No secrets. */
export const activity = pgTable(
  'activity',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    personId: uuid('person_id'),
    /** Who, as they were called then; `console` for what it did by itself. */
    actor: text().notNull(),
    /** `null` in entries from before it was told. */
    actorKind: text('actor_kind').$type<Caller['kind']>(),
    /** `noun.verb`, e.g. `workspace.created`, `operation.requested`, `operation.queued` (an item of a bulk), `session.refused`. */
    action: text().notNull(),
    workspaceId: uuid('workspace_id'),
    operationId: uuid('operation_id'),
    subject: text().notNull(),
    facts: jsonb().notNull().default({}),
    requestId: text('request_id'),
  },
  (table) => [
    // What a list shows, newest first: an operation once, where it was asked for.
    index('activity_shown')
      .on(table.workspaceId, table.id)
      .where(sql`${table.operationId} is null or ${table.action} = 'operation.requested'`),
    index('activity_of_operation').on(table.operationId, table.id),
    index('activity_age').on(table.at),
  ],
);
