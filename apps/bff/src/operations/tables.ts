import type {
  AwsConnectorSpec,
  AwsEditingValues,
  AzureConnectorSpec,
  AzureEditingValues,
  BulkKind,
  ChangeKind,
  Cloud,
  JobState,
  OperationKind,
  OperationState,
  StartedJob,
} from '@console/console-contract';
import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { people } from '../people/tables.ts';
import { workspaces } from '../workspaces/tables.ts';

/** One row per change of many connectors; each connector is an operation of its own that is part of it. */
export const bulks = pgTable(
  'bulks',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    kind: text().$type<BulkKind>().notNull(),
    state: text().$type<BulkState>().notNull(),
    total: integer().notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    requestedBy: text('requested_by').notNull(),
    idempotencyKey: uuid('idempotency_key').notNull(),
    requestDigest: text('request_digest').notNull(),
    requestId: text('request_id').notNull(),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    /** Why it paused by itself. */
    problem: jsonb(),
    waitingUntil: timestamp('waiting_until', { withTimezone: true }),
    /** Which process carries it out now, by the database's time. */
    holder: uuid(),
    heldUntil: timestamp('held_until', { withTimezone: true }),
  },
  (table) => [
    unique('bulks_key_taken').on(table.personId, table.idempotencyKey),
    index('bulks_newest').on(table.workspaceId, table.requestedAt),
  ],
);

export type BulkState = 'running' | 'paused' | 'succeeded' | 'failed' | 'cancelled';

/** One row per change, written before anything is sent. The request is kept without its secret. */
export const operations = pgTable(
  'operations',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    kind: text().$type<OperationKind>().notNull(),
    state: text().$type<OperationState>().notNull(),
    cloud: text().$type<Cloud>().notNull(),
    connectorId: text('connector_id'),
    connectorName: text('connector_name').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    requestedBy: text('requested_by').notNull(),
    idempotencyKey: uuid('idempotency_key').notNull(),
    /** Keyed digest of the request: the same key with another request is refused. */
    requestDigest: text('request_digest').notNull(),
    request: jsonb().notNull(),
    requestVersion: integer('request_version').notNull().default(1),
    requestId: text('request_id').notNull(),
    /** Where the workspace pointed when it was asked for: elsewhere the same ids name others. `null` for those from before this was kept. */
    gatewayHosts: text('gateway_hosts').array(),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    /** When the gateway agreed to a change that only reading can confirm. */
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    problem: jsonb(),
    candidates: text().array().notNull().default([]),
    followedBy: uuid('followed_by'),
    /** The bulk that this is an item of, and its place there. Until it is sent, an item waits as `requested`. */
    partOf: uuid('part_of').references(() => bulks.id, { onDelete: 'cascade' }),
    position: integer(),
    /** Reconciling: how many reads found nothing yet, and when the next one is due. */
    checks: integer().notNull().default(0),
    nextCheckAt: timestamp('next_check_at', { withTimezone: true }),
    /** How the job goes that a run has started; `null` for changes that start none, and for runs that ended before this was stored. */
    jobState: text('job_state').$type<JobState>(),
    jobEndedAt: timestamp('job_ended_at', { withTimezone: true }),
    jobError: text('job_error'),
    /** As it was explained when the job ended. */
    jobCause: text('job_cause'),
  },
  (table) => [
    unique('operations_key_taken').on(table.personId, table.idempotencyKey),
    index('operations_newest').on(table.workspaceId, table.requestedAt),
    index('operations_due').on(table.nextCheckAt),
    index('operations_with_jobs').on(table.sentAt).where(sql`${table.jobState} = 'running'`),
    index('operations_ended').on(table.settledAt),
    index('operations_of_connector').on(table.workspaceId, table.cloud, table.connectorId),
    index('operations_of_bulk').on(table.partOf, table.state, table.position),
    // One change of a connector at a time: a deletion and a run of it must not overtake each other. An item of a bulk that waits
    // for its turn, perhaps for hours, keeps no user from changing its connector.
    uniqueIndex('operations_one_at_a_time')
      .on(table.workspaceId, table.cloud, table.connectorId)
      .where(
        sql`${table.state} in ('sent', 'unknown') or (${table.state} = 'requested' and ${table.partOf} is null)`,
      ),
  ],
);

export type JobColumns = Pick<
  typeof operations.$inferSelect,
  'jobState' | 'jobEndedAt' | 'jobError' | 'jobCause'
>;

/** The job that a change has started; `null` where it started none. */
export function jobOf(row: JobColumns): StartedJob | null {
  const { jobState: state, jobEndedAt: endedAt, jobError: error, jobCause: cause } = row;
  return state === null ? null : { state, endedAt: endedAt?.toISOString() ?? null, error, cause };
}

type Creation = { runNow: boolean; draftId: string | null };
type Edit = {
  /** What it was when it was opened: another version at the gateway is not overwritten. */
  version: string;
  /** Whether reading the connector can tell that the change happened: AWS details leave much out. */
  shows: boolean;
  /** Fields that have come since it was asked for, so that it says nothing of them. */
  newerFields?: string[];
  /** Other credentials than those the console stored. */
  newCredentials: boolean;
};

/** What is recorded of a kind beside the kind itself, never a credential. Of the others there is nothing to say. */
type Recorded = {
  'create-connector':
    | (Creation & { cloud: 'azure'; spec: AzureConnectorSpec; keepSecret: boolean })
    | (Creation & { cloud: 'aws'; spec: AwsConnectorSpec });
  'edit-connector':
    | (Edit & { cloud: 'azure'; before: AzureEditingValues; spec: AzureConnectorSpec; keepSecret: boolean })
    | (Edit & { cloud: 'aws'; before: AwsEditingValues; spec: AwsConnectorSpec });
  /** What it starts from, so that reading can tell whether it ran. */
  'run-connector': { stateBefore: string | null; lastSyncBefore: string | null };
  'attach-member': { member: string };
  'detach-members': { members: string[] };
};

export type RequestOf<Kind extends ChangeKind> = Kind extends keyof Recorded
  ? { kind: Kind } & Recorded[Kind]
  : { kind: Kind };

/** What was asked for. */
export type OperationRequest = RequestOf<ChangeKind>;
