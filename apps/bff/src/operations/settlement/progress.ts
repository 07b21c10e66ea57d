/** Carries operations from request to settlement: sends, has lost answers looked for, and starts what follows. */
import { randomUUID } from 'node:crypto';
import { type ChangeKind, type Connector, kindOf } from '@console/console-contract';
import type { Log } from '../../ports/log.ts';
import type { Credentials, Effects, Found, Kind, Outcome } from '../kinds/kind.ts';
import { kinds } from '../kinds/kinds.ts';
import { isReadable, type NewOperation, type OpenOperation, type OperationRow } from '../rows.ts';
import type { OperationStore } from '../store.ts';
import type { OperationRequest } from '../tables.ts';
import { createPendingCredentials } from './pending-credentials.ts';
import type { Reconcile } from './reconciling.ts';
import type { Send } from './sending.ts';
import type { SettledState } from './settlement-store.ts';
import { createUnderWay } from './under-way.ts';

type Deps = {
  store: OperationStore;
  send: Send;
  reconcile: Reconcile;
  effects: Effects;
  log: Log;
};

export type Progress = ReturnType<typeof createProgress>;

export function createProgress({ store, send, reconcile, effects, log }: Deps) {
  const { keep, isUnderWay, settled, drain } = createUnderWay(log);
  const pending = createPendingCredentials(store);

  return { begin, keep, conclude, isUnderWay, settled, sweep, drain };

  /** Sends in the background; the process waits for it before it ends. */
  function begin(operation: OperationRow, credentials: Credentials): void {
    keep(operation, () => carryOut(operation, credentials));
  }

  /** Looks after every operation that this process is not carrying out. */
  async function sweep(): Promise<void> {
    await pending.dropSettled();
    const due = await store.claimDue();
    for (const operation of due) {
      if (!isUnderWay(operation.id)) keep(operation, () => lookAfter(operation));
    }
  }

  async function lookAfter(operation: OpenOperation): Promise<void> {
    const found = await reconcile(operation);
    if (found === null || !isReadable(operation)) return;
    await happened(operation, found.connector, { state: 'adopted', credentials: pending.of(operation) });
  }

  async function carryOut(operation: OperationRow, credentials: Credentials): Promise<void> {
    await conclude(operation, await send(operation, credentials), credentials);
  }

  /** What was sent has come to something: the operation says so, and whatever follows from it is done. */
  async function conclude(
    operation: OperationRow,
    outcome: Outcome,
    credentials: Credentials,
  ): Promise<void> {
    if (outcome.kind === 'given-up') return;
    if (outcome.kind === 'unknown') {
      pending.add(operation, credentials);
      return store.markUnknown(operation.id, outcome.problem);
    }
    if (outcome.kind === 'failed') {
      await store.settle(operation.id, { state: 'failed', problem: outcome.problem });
      return;
    }
    const { workspaceId, connectorId } = operation;
    if (outcome.members !== undefined && connectorId !== null) {
      await effects.seeMembers(workspaceId, connectorId, outcome.members);
    }
    await happened(operation, outcome.connector, { state: 'succeeded', credentials });
  }

  async function happened(
    operation: OperationRow,
    connector: Connector | null,
    { state, credentials }: { state: SettledState; credentials: Credentials },
  ) {
    const { id, workspaceId, cloud, request } = operation;
    const connectorId = connector?.id ?? operation.connectorId;
    if (connectorId === null) throw new Error('A change that happened has a connector.');
    const address = { workspaceId, cloud, id: connectorId };
    await applyChange(request, { address, connector, credentials }, effects);
    const followUp = followUpOf(operation, connector);
    const settlement = await store.settle(id, { state, connectorId, followUp });
    effects.forget(workspaceId, cloud, connectorId);
    if (kindOf(request.kind).startsJob) effects.follow(workspaceId, cloud, connectorId);
    if (settlement?.followUp) begin(settlement.followUp, null);
  }
}

/** What the console itself stores is brought in line before the operation says that it is done. */
async function applyChange(request: OperationRequest, found: Found, effects: Effects): Promise<void> {
  const kind: Kind<ChangeKind> = kinds[request.kind];
  if (kind.apply) await kind.apply(request, found, effects);
  else if (found.connector !== null) await effects.saveSeen(found.address.workspaceId, found.connector);
}

/** An operation of its own, asked for by the same user. */
function followUpOf(
  { request: asked, ...operation }: OperationRow,
  connector: Connector | null,
): NewOperation | undefined {
  const kind: Kind<ChangeKind> = kinds[asked.kind];
  const request = connector && kind.followUp?.(asked, connector);
  if (!request) return undefined;
  const { id, workspaceId, cloud, connectorName, personId, requestedBy, requestId, gatewayHosts } = operation;
  return {
    id: randomUUID(),
    kind: request.kind,
    workspaceId,
    cloud,
    connectorId: connector.id,
    connectorName,
    personId,
    requestedBy,
    idempotencyKey: randomUUID(),
    requestDigest: `follows ${id}`,
    request,
    requestId,
    gatewayHosts,
  };
}
