/** Sends a change to the gateway, once, and says what came of it. Nothing here is ever tried again. */
import type { Connector } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import { type GatewayProblem, problemOfGateway } from '../ports/gateway-problem.ts';
import { knownProblem } from '../ports/known-problem.ts';
import type { Secret } from '../ports/secret.ts';
import { internalFault, nameTaken, notMarked, outcomeUnknown } from './problems.ts';
import type { OperationRow } from './rows.ts';
import type { OperationRequest } from './tables.ts';

export type Outcome =
  | { kind: 'done'; connector: Connector | null }
  | { kind: 'failed'; problem: GatewayProblem }
  | { kind: 'unknown'; problem: GatewayProblem }
  /** Somebody else has given the operation up before it was sent. */
  | { kind: 'given-up' };

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  markSent: (id: string, request: OperationRequest) => Promise<boolean>;
};

export type Send = (operation: OperationRow, secret: Secret | null) => Promise<Outcome>;

export function createSend({ gatewayOf, markSent }: Deps): Send {
  return async (operation, secret) => {
    const sent = { yet: false };
    try {
      const gateway = await gatewayOf(operation.workspaceId);
      const mark = async (request: OperationRequest) => {
        sent.yet = await markSent(operation.id, request);
        return sent.yet;
      };
      const { request } = operation;
      if (request.kind === 'run-connector') return await run(operation, gateway, () => mark(request));
      return await create(request, gateway, { secret, mark });
    } catch (error) {
      return outcomeOf(error, sent.yet);
    }
  };
}

type CreateRequest = Extract<OperationRequest, { kind: 'create-connector' }>;
type Sending = { secret: Secret | null; mark: (request: OperationRequest) => Promise<boolean> };

/** Names are unique, so an existing one ends it here; what exists already is recorded to tell old from new later. */
async function create(
  request: CreateRequest,
  gateway: ConnectorGateway,
  { secret, mark }: Sending,
): Promise<Outcome> {
  if (secret === null) throw new Error('A connector cannot be created without its secret.');
  const existing = await gateway.findByName('azure', request.spec.name);
  if (existing.length > 0) return { kind: 'failed', problem: nameTaken(request.spec.name) };
  if (!(await mark({ ...request, before: existing.map(({ id }) => id) }))) return { kind: 'given-up' };
  return { kind: 'done', connector: await gateway.createAzure(request.spec, secret) };
}

async function run(
  { connectorId }: OperationRow,
  gateway: ConnectorGateway,
  mark: () => Promise<boolean>,
): Promise<Outcome> {
  if (connectorId === null) throw new Error('A run names its connector.');
  if (!(await mark())) return { kind: 'given-up' };
  const { marked } = await gateway.runAzure([connectorId]);
  return marked === 0 ? { kind: 'failed', problem: notMarked } : { kind: 'done', connector: null };
}

/** Before the bytes left, every failure is a failure; afterwards only one that surely had no effect is. */
function outcomeOf(error: unknown, sent: boolean): Outcome {
  if (error instanceof GatewayError && (!sent || error.acted === 'no')) {
    return { kind: 'failed', problem: problemOfGateway(error) };
  }
  const problem = knownProblem(error);
  if (sent) return { kind: 'unknown', problem: outcomeUnknown(problem) };
  return { kind: 'failed', problem: problem ?? internalFault };
}
