/** Every change is an operation: recorded before it is sent, settled after; a lost answer is *unknown*, then reconciled. */
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { BareProblem } from '../problem.ts';
import { Cloud, ConnectorId, Id, Timestamp, WorkspaceParams } from '../values.ts';
import { OperationKind } from './kinds.ts';

/**
 * `requested → sent → succeeded | failed | unknown`; from `unknown`, reading settles it as `adopted` (it had happened),
 * `absent` (it had not; trying again is safe) or `needs-review` (two look alike, or nothing can tell).
 *
 * A bulk is `running` or `paused` until all its items are settled: `succeeded`, `failed` (not all of them did what was asked),
 * or `cancelled`. Its items are operations of their own; `cancelled` ones were never sent.
 */
export const OperationState = z.enum([
  'requested',
  'sent',
  'succeeded',
  'failed',
  'unknown',
  'adopted',
  'absent',
  'needs-review',
  'running',
  'paused',
  'cancelled',
]);
export type OperationState = z.output<typeof OperationState>;

/** States from which nothing moves any more by itself. */
export const settledStates: readonly OperationState[] = [
  'succeeded',
  'failed',
  'adopted',
  'absent',
  'needs-review',
  'cancelled',
];

/**
 * How the job goes that a run has started; the gateway's yes to the run says nothing of it. `unknown`: the gateway did not show it
 * within two hours.
 */
export const JobState = z.enum(['running', 'succeeded', 'errors', 'unknown']);
export type JobState = z.output<typeof JobState>;

export const StartedJob = z.object({
  state: JobState,
  /** When the console saw that it had ended. */
  endedAt: z.nullable(Timestamp),
  /** The newest error that it left, in the gateway's words; `null` where there is none or it could not be read. */
  error: z.nullable(z.string()),
  /** What that error most likely means, where that is known. */
  cause: z.nullable(z.string()),
});
export type StartedJob = z.output<typeof StartedJob>;

/** How the jobs go that a bulk has started. */
export const JobCounts = z.object({
  running: z.number(),
  succeeded: z.number(),
  errors: z.number(),
  unknown: z.number(),
  /** How many different causes the errors have; a message that is not explained counts as one of its own. */
  causes: z.number(),
});
export type JobCounts = z.output<typeof JobCounts>;

/** How far a bulk is. `done`, `failed`, `cancelled` and `open` add up to `total`. */
export const BulkProgress = z.object({
  total: z.number(),
  done: z.number(),
  /** Failed, absent, or left to a person. */
  failed: z.number(),
  cancelled: z.number(),
  /** Not sent yet, sent, or looked for. */
  open: z.number(),
  /** Until when nothing is sent because the call limit is used up or the gateway does not answer; `null` while it goes on. */
  waitingUntil: z.nullable(Timestamp),
  /** `null` where no job was started. */
  jobs: z.nullable(JobCounts),
});
export type BulkProgress = z.output<typeof BulkProgress>;

export const Operation = z.object({
  id: Id,
  kind: OperationKind,
  state: OperationState,
  /** `null` for a bulk, which may be about connectors of both. */
  cloud: z.nullable(Cloud),
  connectorId: z.nullable(ConnectorId),
  /** Of a bulk: how many connectors it is about, in words. */
  connectorName: z.string(),
  requestedBy: z.string(),
  requestedAt: Timestamp,
  /** When its one call was about to leave; `null` for what was never sent, and for a bulk, whose items are sent. */
  sentAt: z.nullable(Timestamp),
  settledAt: z.nullable(Timestamp),
  problem: z.nullable(BareProblem),
  requestId: z.string(),
  /** Look-alikes found while reconciling, for a person to decide. */
  candidates: z.array(ConnectorId),
  /** The operation this one started when it succeeded (*Run it now*). */
  followedBy: z.nullable(Id),
  /** How far a bulk is; `null` for the change of one connector. */
  items: z.nullable(BulkProgress),
  /** Of a run that the gateway took; `null` for everything else, and for a bulk, whose items have one each. */
  job: z.nullable(StartedJob),
});
export type Operation = z.output<typeof Operation>;

/** A change of a connector, by any user, that is under way: until it is settled another one is refused. */
export const OpenChange = z.object({
  operation: Id,
  kind: OperationKind,
  cloud: Cloud,
  /** `null` for one that is being created. */
  connectorId: z.nullable(ConnectorId),
  connectorName: z.string(),
  /** The draft that it is created from. */
  draft: z.nullable(Id),
  requestedBy: z.string(),
});
export type OpenChange = z.output<typeof OpenChange>;

export const OperationParams = z.object({ workspace: Id, operation: Id });

export const operationEndpoints = {
  listOperations: {
    summary: 'The newest 200 operations of a workspace',
    method: 'GET',
    path: '/api/workspaces/{workspace}/operations',
    access: 'operations.read',
    params: WorkspaceParams,
    answer: z.object({ operations: z.array(Operation) }),
  },
  acknowledgeOperation: {
    summary: 'Mark a change that needs review as reviewed; nothing is sent',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations/{operation}/acknowledge',
    access: 'operations.steer',
    params: OperationParams,
    answer: Operation,
  },
  readOperation: {
    summary: 'One operation and how far it is',
    method: 'GET',
    path: '/api/workspaces/{workspace}/operations/{operation}',
    access: 'operations.read',
    params: OperationParams,
    answer: Operation,
  },
  listOpenChanges: {
    summary:
      'Which connectors have a change under way or are being created; items of bulks that wait for their turn are not among them',
    method: 'GET',
    path: '/api/workspaces/{workspace}/open-changes',
    access: 'operations.read',
    params: WorkspaceParams,
    answer: z.object({ changes: z.array(OpenChange) }),
  },
} as const satisfies Record<string, Endpoint>;
