import type { Draft } from '@console/console-contract';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { people } from '../people/tables.ts';
import { workspaces } from '../workspaces/tables.ts';

/** Unfinished wizards. The values have no place for a secret, and the routes refuse unknown fields. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    cloud: text().$type<Draft['cloud']>().notNull(),
    step: text().$type<Draft['step']>().notNull(),
    values: jsonb().notNull(),
    valuesVersion: integer('values_version').notNull().default(1),
    /** The external ids of an AWS draft, sealed; the values hold empty texts in their places. */
    sealedIds: text('sealed_ids'),
    version: integer().notNull().default(1),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    updatedBy: text('updated_by').notNull(),
    /** Whose limit it counts for; `null` for those from before there was one. */
    startedBy: uuid('started_by').references(() => people.id, { onDelete: 'set null' }),
  },
  (table) => [index('drafts_workspace').on(table.workspaceId, table.startedBy)],
);

/** The units below a root as the gateway told them last, the root first. */
export const organizationTrees = pgTable(
  'organization_trees',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    rootId: text('root_id').notNull(),
    units: jsonb().notNull(),
    readAt: timestamp('read_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.rootId] })],
);
