import type { PlatformId } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

export const workspaces = pgTable('workspaces', {
  id: uuid().primaryKey(),
  name: text().notNull().unique('workspaces_name_taken'),
  platform: text().$type<PlatformId>().notNull(),
  apiServerUrl: text('api_server_url').notNull(),
  gatewayUrl: text('gateway_url').notNull(),
  authPath: text('auth_path', { enum: ['/auth/oidc', '/auth/oauth'] }).notNull(),
  clientId: text('client_id').notNull(),
  /** Ciphertext before it reaches SQL: plaintext would stay in the write-ahead log for ever. */
  sealedSecret: text('sealed_secret').notNull(),
  secretVersion: integer('secret_version').notNull().default(1),
  secretFingerprint: text('secret_fingerprint').notNull(),
  secretUpdatedAt: timestamp('secret_updated_at', { withTimezone: true }).notNull().defaultNow(),
  secretUpdatedBy: text('secret_updated_by').notNull(),
  verification: jsonb(),
  demo: boolean().notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** The vendor's limits as its headers last told, one row for each kind of call, shared by every replica. */
export const callBudgets = pgTable(
  'call_budgets',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    call: text().notNull(),
    callLimit: integer('call_limit'),
    remaining: integer(),
    windowSeconds: integer('window_seconds'),
    at: timestamp({ withTimezone: true }).notNull(),
    waitUntil: timestamp('wait_until', { withTimezone: true }),
    probeAt: timestamp('probe_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.call] })],
);

/**
 * What is to be told of a workspace, one line for each transaction and topic: browsers read again, and lists are rebuilt. Triggers write
 * it with whatever it tells of (migration 0013 and those that redefine its functions). `number` is given while the transaction commits, one transaction after the other: a reader that
 * has seen a number has seen, or can read, all below it. A line is removed an hour after it was written if a newer one says the same.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** `null` until the transaction commits, so never for another one. */
    number: bigint({ mode: 'number' }),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    topic: text({ enum: ['connectors', 'freshness', 'operations'] }).notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('outbox_in_order').on(table.number),
    index('outbox_newest').on(table.workspaceId, table.topic, table.number),
    index('outbox_of_this_transaction').on(table.workspaceId).where(sql`${table.number} is null`),
  ],
);
