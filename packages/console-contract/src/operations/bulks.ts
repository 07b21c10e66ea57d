/** Changes of many connectors as one operation: seen before they begin, paused, resumed, cancelled, and retried. */
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { BareProblem } from '../problem.ts';
import { Cloud, ConnectorId, Id, Timestamp, WorkspaceParams } from '../values.ts';
import { BulkKind, WhyNot } from './kinds.ts';
import { Operation, OperationParams, OperationState, StartedJob } from './reading.ts';

const mostConnectors = 10_000;
const chosenConnectors = z.array(z.strictObject({ cloud: Cloud, id: ConnectorId })).check(
  z.minLength(1),
  z.maxLength(mostConnectors),
  z.refine(
    (chosen) => new Set(chosen.map(({ cloud, id }) => `${cloud} ${id}`)).size === chosen.length,
    'Each connector can be named once only.',
  ),
);

/** What is to be done with which connectors; at most 10,000, each once. */
export const BulkChoice = z.strictObject({ kind: BulkKind, connectors: chosenConnectors });
export type BulkChoice = z.output<typeof BulkChoice>;

export const NewBulk = z.strictObject({
  /** Made once when the preview opens: for a day the same key and the same body give the same operation, then they are refused. */
  idempotencyKey: Id,
  kind: BulkKind,
  connectors: chosenConnectors,
  /** For deleting: the number of connectors chosen, typed by the person. */
  confirmation: z.optional(z.int()),
});
export type NewBulk = z.output<typeof NewBulk>;

export const BulkRetry = z.strictObject({
  idempotencyKey: Id,
  /** For deleting: the number of connectors that failed or surely were not deleted, typed by the person. */
  confirmation: z.optional(z.int()),
});
export type BulkRetry = z.output<typeof BulkRetry>;

/** Items that surely were not done: what a retry is about. Of the others the console cannot tell, and a person has to look. */
export const retriedStates: readonly OperationState[] = ['failed', 'absent'];

/** Why a connector of a choice is left out: its precondition, or it is not known, or a change of it is under way. */
export const BulkSkipReason = z.enum([...WhyNot.options, 'not-here', 'under-way']);
export type BulkSkipReason = z.output<typeof BulkSkipReason>;

/** What a bulk would do, by the console's own snapshot: nothing is asked of the gateway. */
export const BulkPreview = z.object({
  will: z.number(),
  /** The first hundred of those, and how many members each has; `null` where that is not known. */
  named: z.array(
    z.object({ cloud: Cloud, id: ConnectorId, name: z.string(), members: z.nullable(z.number()) }),
  ),
  /** What is known of the members of all of them, and of how many connectors nothing is. */
  members: z.object({ known: z.number(), unknownOf: z.number() }),
  /** How many of them have a job under way. */
  jobsUnderWay: z.number(),
  skipped: z.array(
    z.object({ cloud: Cloud, id: ConnectorId, name: z.nullable(z.string()), reason: BulkSkipReason }),
  ),
});
export type BulkPreview = z.output<typeof BulkPreview>;

/** One connector of a bulk and what came of it. */
export const BulkItem = z.object({
  id: Id,
  state: OperationState,
  cloud: Cloud,
  connectorId: ConnectorId,
  connectorName: z.string(),
  settledAt: z.nullable(Timestamp),
  problem: z.nullable(BareProblem),
  job: z.nullable(StartedJob),
});
export type BulkItem = z.output<typeof BulkItem>;

export const bulkEndpoints = {
  previewBulk: {
    summary: 'What a change of many connectors would do, and which it would leave out',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations/preview',
    access: 'connectors.change',
    params: WorkspaceParams,
    body: BulkChoice,
    answer: BulkPreview,
  },
  startBulk: {
    summary: 'Change many connectors (one operation), in the background and within the call limit',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations',
    access: 'connectors.change',
    params: WorkspaceParams,
    body: NewBulk,
    answer: Operation,
    status: 202,
  },
  listOperationItems: {
    summary: 'The connectors of a bulk and what came of each',
    method: 'GET',
    path: '/api/workspaces/{workspace}/operations/{operation}/items',
    access: 'operations.read',
    params: OperationParams,
    answer: z.object({ items: z.array(BulkItem) }),
  },
  pauseOperation: {
    summary: 'Send nothing more of a bulk until it is resumed',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations/{operation}/pause',
    access: 'operations.steer',
    params: OperationParams,
    answer: Operation,
  },
  resumeOperation: {
    summary: 'Go on with a paused bulk',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations/{operation}/resume',
    access: 'operations.steer',
    params: OperationParams,
    answer: Operation,
  },
  cancelOperation: {
    summary: 'Give up what a bulk has not sent yet; what was sent is still settled',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations/{operation}/cancel',
    access: 'operations.steer',
    params: OperationParams,
    answer: Operation,
  },
  retryFailedItems: {
    summary: 'A new bulk over the items that failed or surely did not happen',
    method: 'POST',
    path: '/api/workspaces/{workspace}/operations/{operation}/retry',
    access: 'connectors.change',
    params: OperationParams,
    body: BulkRetry,
    answer: Operation,
    status: 202,
  },
} as const satisfies Record<string, Endpoint>;
