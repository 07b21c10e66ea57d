import type { AzureDraftValues, AzureStep } from '@console/console-contract';
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { workspaces } from '../workspaces/tables.ts';

/** Unfinished wizards. The values have no place for a secret, and the routes refuse unknown fields. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    cloud: text({ enum: ['azure'] }).notNull(),
    step: text().$type<AzureStep>().notNull(),
    values: jsonb().$type<AzureDraftValues>().notNull(),
    version: integer().notNull().default(1),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    updatedBy: text('updated_by').notNull(),
  },
  (table) => [index('drafts_workspace').on(table.workspaceId)],
);
