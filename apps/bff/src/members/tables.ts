import type { Member } from '@console/console-contract';
import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { workspaces } from '../workspaces/tables.ts';

/** Members of AWS connectors as answers of the gateway named them: it has no list that could be read instead. */
export const seenMembers = pgTable(
  'seen_members',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectorId: text('connector_id').notNull(),
    memberId: text('member_id').notNull(),
    member: jsonb().$type<Member>().notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.connectorId, table.memberId] })],
);
