/** Every change is an operation: recorded before it is sent, settled after; a lost answer is *unknown*, then reconciled. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { Cloud, ConnectorId, Id, Timestamp, WorkspaceParams } from './values.ts';

export const OperationKind = z.enum([
  'create-connector',
  'edit-connector',
  'run-connector',
  'enable-connector',
  'disable-connector',
  'delete-connector',
  'attach-member',
  'detach-members',
]);
export type OperationKind = z.output<typeof OperationKind>;

/**
 * `requested → sent → succeeded | failed | unknown`; from `unknown`, reading settles it as `adopted` (it had happened),
 * `absent` (it had not; trying again is safe) or `needs-person` (two look alike, or nothing can tell).
 */
export const OperationState = z.enum([
  'requested',
  'sent',
  'succeeded',
  'failed',
  'unknown',
  'adopted',
  'absent',
  'needs-person',
]);
export type OperationState = z.output<typeof OperationState>;

/** States from which nothing moves any more by itself. */
export const settledStates: readonly OperationState[] = [
  'succeeded',
  'failed',
  'adopted',
  'absent',
  'needs-person',
];

export const Operation = z.object({
  id: Id,
  kind: OperationKind,
  state: OperationState,
  cloud: Cloud,
  connectorId: z.nullable(ConnectorId),
  connectorName: z.string(),
  requestedBy: z.string(),
  requestedAt: Timestamp,
  settledAt: z.nullable(Timestamp),
  problem: z.nullable(z.omit(Problem, { requestId: true })),
  requestId: z.string(),
  /** Look-alikes found while reconciling, for a person to decide. */
  candidates: z.array(ConnectorId),
  /** The operation this one started when it succeeded (*Run it now*). */
  followedBy: z.nullable(Id),
});
export type Operation = z.output<typeof Operation>;

export const OperationParams = z.object({ workspace: Id, operation: Id });

export const operationEndpoints = {
  listOperations: {
    summary: 'The newest 200 operations of a workspace',
    method: 'GET',
    path: '/api/workspaces/{workspace}/operations',
    access: 'viewer',
    params: WorkspaceParams,
    answer: z.object({ operations: z.array(Operation) }),
  },
  readOperation: {
    summary: 'One operation and how far it is',
    method: 'GET',
    path: '/api/workspaces/{workspace}/operations/{operation}',
    access: 'viewer',
    params: OperationParams,
    answer: Operation,
  },
} as const satisfies Record<string, Endpoint>;
