/** Sends a change to the gateway, once, and says what came of it. Only a call that a refused token kept from arriving is repeated, by the adapter. */
import type { BareProblem } from '@console/console-contract';
import { type Clock, pause } from '../../ports/clock.ts';
import type { ConnectorCredentials, ConnectorGateway, MeantFor } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import { problemOfGateway } from '../../ports/gateway-problem.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import {
  type Answered,
  type Change,
  type Credentials,
  type Finding,
  type Outcome,
  pausesBeforeLooking,
} from '../kinds/kind.ts';
import type { ChangeOf } from '../kinds/kinds.ts';
import { internalFault, notSeenYet, outcomeUnknown } from '../problems.ts';
import { meantFor, type OperationRow } from '../rows.ts';

type Deps = {
  changeOf: ChangeOf;
  /** Refuses when the workspace points elsewhere by now. */
  gatewayOf: (workspaceId: string, meant: MeantFor | null) => Promise<ConnectorGateway>;
  markSent: (id: string) => Promise<boolean>;
  markAccepted: (id: string) => Promise<void>;
  clock: Clock;
};

export type Send = (operation: OperationRow, credentials: Credentials) => Promise<Outcome>;

export function createSend({ changeOf, gatewayOf, markSent, markAccepted, clock }: Deps): Send {
  return async (operation, credentials) => {
    const change = changeOf(operation);
    const ready = await prepare(operation, change, credentials?.boundTo ?? meantFor(operation));
    if ('problem' in ready) return { kind: 'failed', problem: ready.problem };
    if (!(await markSent(operation.id))) return { kind: 'given-up' };
    const answered = await write(change, ready.gateway, credentials?.secrets ?? null);
    if (answered.kind !== 'accepted') return answered;
    await markAccepted(operation.id);
    return confirm(change, ready.gateway, clock);
  };

  /** Nothing has been sent yet, so every failure here is a failure and nothing else. */
  async function prepare(
    operation: OperationRow,
    change: Change,
    meant: MeantFor | null,
  ): Promise<{ gateway: ConnectorGateway } | { problem: BareProblem }> {
    try {
      const gateway = await gatewayOf(operation.workspaceId, meant);
      const problem = (await change.check?.(gateway)) ?? null;
      return problem === null ? { gateway } : { problem };
    } catch (error) {
      return { problem: knownProblem(error) ?? internalFault };
    }
  }
}

/** Of a change that was sent, only an answer that surely says *not accepted* is a failure. */
async function write(
  change: Change,
  gateway: ConnectorGateway,
  credentials: ConnectorCredentials | null,
): Promise<Answered | Extract<Outcome, { kind: 'unknown' }>> {
  try {
    return await change.write(gateway, credentials);
  } catch (error) {
    if (error instanceof GatewayError && error.acted === 'no') {
      return { kind: 'failed', problem: problemOfGateway(error) };
    }
    return { kind: 'unknown', problem: outcomeUnknown(error) };
  }
}

/** The gateway agreed; a look that fails or sees nothing yet leaves it open, never failed. */
async function confirm(change: Change, gateway: ConnectorGateway, clock: Clock): Promise<Outcome> {
  try {
    const finding = await lookPatiently(change, gateway, clock);
    if (finding.kind === 'happened') return { kind: 'done', connector: finding.connector };
    return { kind: 'unknown', problem: notSeenYet(null) };
  } catch (error) {
    return { kind: 'unknown', problem: notSeenYet(knownProblem(error)) };
  }
}

async function lookPatiently(change: Change, gateway: ConnectorGateway, clock: Clock): Promise<Finding> {
  for (const seconds of pausesBeforeLooking) {
    await pause(clock, seconds);
    const finding = await change.look(gateway);
    if (finding.kind !== 'nothing-yet') return finding;
  }
  return { kind: 'nothing-yet' };
}
