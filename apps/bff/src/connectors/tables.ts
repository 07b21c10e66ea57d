import type { Cloud, ConnectorState } from '@console/console-contract';
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
  uuid,
} from 'drizzle-orm/pg-core';
import { workspaces } from '../workspaces/tables.ts';

const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' });
const at = (name: string) => timestamp(name, { withTimezone: true });

/** The snapshot: every connector as the console last saw it. Vendor ids are digits of any length, so they are text. */
export const connectors = pgTable(
  'connectors',
  {
    workspaceId: workspaceId(),
    cloud: text().$type<Cloud>().notNull(),
    id: text().notNull(),
    uuid: text(),
    name: text().notNull(),
    state: text().$type<ConnectorState>().notNull(),
    stateText: text('state_text').notNull(),
    enabled: boolean(),
    organizationId: text('organization_id'),
    capabilities: text().array().notNull(),
    members: integer(),
    lastSync: at('last_sync'),
    nextSync: at('next_sync'),
    newestError: text('newest_error'),
    /** What it most likely means. */
    newestCause: text('newest_cause'),
    stateSince: at('state_since').notNull(),
    seenAt: at('seen_at').notNull(),
    /** The database's time before the gateway was asked for what the row says: what was asked for earlier does not replace it. */
    askedAt: at('asked_at').notNull().defaultNow(),
    /** The last detail read, and what state and sync it was read at: another state or sync makes it due again. */
    detail: jsonb(),
    detailAt: at('detail_at'),
    detailFor: text('detail_for'),
    /** Created through the console just now: kept until then even where the gateway's own list does not show it yet. */
    keptUntil: at('kept_until'),
    /** The list does not have it, which proves little: when its detail is asked for to learn whether it is gone. */
    goneCheckAt: at('gone_check_at'),
    /** Since when the list lacks it; a detail that is read later confirms that it is there. */
    unlistedSince: at('unlisted_since'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.cloud, table.id] })],
);

/** What told the console of a change: an answer of the gateway, a change of the console's own, or a workspace that moved. */
export type ObservationSource = 'list' | 'detail' | 'last job' | 'own change' | 'move';

/** State and sync decide whether a detail is outdated: nothing else in a row moves without one of them. */
export const detailKey = sql<string>`concat(${connectors.stateText}, '@', extract(epoch from ${connectors.lastSync}))`;

/** The connector is in trouble, and what its last job complained about was not read yet. */
export const errorsUnread = sql<boolean>`(${connectors.state} = 'errors' and ${connectors.newestError} is null and ${connectors.detailFor} is distinct from ${detailKey})`;

/** Migration 0022 says the same for the triggers. */
export const unlisted = sql<
  'unconfirmed' | 'still-there' | null
>`(case when ${connectors.detailAt} > ${connectors.unlistedSince} then 'still-there' when ${connectors.unlistedSince} is not null then 'unconfirmed' end)`;

/**
 * The history of the snapshot: a row for every connector that appeared, changed or went, never one for a reading that found nothing new.
 * Triggers write them in the transaction that changes `connectors` (function `observe_changed` of migration 0013, with its facts from the newest `connector_facts`), so that neither exists without the other.
 *
 * `changes` has a connector's column, as `connectors` spells it, to its value `[before, after]`; what appeared was `null` before, what is
 * gone is `null` after. What a connector was like at some time: take its row of today (none, if it is gone) and put back `before` of every
 * observation since, newest `id` first. That needs no older row than those 400 days for which they are stored. A transition is one row:
 * `changes->'state'` is `["succeeded","errors"]` where trouble began. Ids follow each other in time for one connector; a
 * reader of all connectors that continues where it stopped reads by `line`, whose numbers in `outbox` follow the order of commits. Lines
 * may be removed after an hour, so a reader that was away longer reads by `at`, with an overlap.
 */
export const observations = pgTable(
  'observations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    line: bigint({ mode: 'number' }).notNull(),
    workspaceId: workspaceId(),
    cloud: text().$type<Cloud>().notNull(),
    connectorId: text('connector_id').notNull(),
    event: text().$type<'appeared' | 'changed' | 'gone'>().notNull(),
    /** Both as the transaction says (`overtaken.ts`): by whom, and the database's time before the gateway was asked. */
    source: text()
      .$type<ObservationSource | 'other'>()
      .notNull()
      .default(sql`coalesce(nullif(current_setting('console.source', true), ''), 'other')`),
    askedAt: at('asked_at')
      .notNull()
      .default(sql`coalesce(nullif(current_setting('console.asked_at', true), '')::timestamptz, now())`),
    at: at('at').notNull().defaultNow(),
    changes: jsonb().notNull(),
  },
  (table) => [
    index('observations_of_connector').on(table.workspaceId, table.cloud, table.connectorId, table.id),
    // Rows are in the order of both, but for a little: a few bytes tell where to look.
    index('observations_by_time').using('brin', table.line, table.at),
  ],
);

/** How old each cloud's list is, and since when refreshing fails. */
export const cloudFreshness = pgTable(
  'cloud_freshness',
  {
    workspaceId: workspaceId(),
    cloud: text().$type<Cloud>().notNull(),
    asOf: at('as_of'),
    incomplete: boolean().notNull().default(false),
    failingSince: at('failing_since'),
    failingProblem: jsonb('failing_problem'),
    /** When everything that was seen was forgotten last: answers that were asked for before tell of another gateway. */
    forgottenAt: at('forgotten_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.cloud] })],
);

/** Who may refresh a workspace right now: a row lease by database time, so that replicas take turns. */
export const refreshLeases = pgTable('refresh_leases', {
  workspaceId: uuid('workspace_id')
    .primaryKey()
    .references(() => workspaces.id, { onDelete: 'cascade' }),
  holder: uuid().notNull(),
  expiresAt: at('expires_at').notNull(),
});

/** The whole spec as it was entered through the console, for the parts that the gateway never gives back: the tenant's name, the secret's end date. */
export const storedSpecs = pgTable(
  'entered_specs',
  {
    workspaceId: workspaceId(),
    cloud: text().$type<Cloud>().notNull(),
    connectorId: text('connector_id').notNull(),
    spec: jsonb().notNull(),
    specVersion: integer('spec_version').notNull().default(1),
    enteredAt: at('entered_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.cloud, table.connectorId] })],
);

/** What a connector was made with in its cloud, sealed: two external ids on AWS, on Azure the secret where a person wished so. */
export const connectorSecrets = pgTable(
  'connector_secrets',
  {
    workspaceId: workspaceId(),
    cloud: text().$type<Cloud>().notNull(),
    connectorId: text('connector_id').notNull(),
    sealed: text().notNull(),
    version: integer().notNull(),
    keptAt: at('kept_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.cloud, table.connectorId] })],
);

/** Deleted through the console: for a while a list that still shows them is not believed. */
export const deletedConnectors = pgTable(
  'deleted_connectors',
  {
    workspaceId: workspaceId(),
    cloud: text().$type<Cloud>().notNull(),
    id: text().notNull(),
    deletedAt: at('deleted_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.cloud, table.id] })],
);
