import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
    member: jsonb().notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.connectorId, table.memberId] })],
);

/** The members of each Azure connector as the gateway last listed them, for when it does not answer. */
export const memberListings = pgTable(
  'member_listings',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectorId: text('connector_id').notNull(),
    rows: jsonb().notNull(),
    incomplete: boolean().notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.connectorId] })],
);
