import type { PlatformId } from '@console/console-contract';
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
