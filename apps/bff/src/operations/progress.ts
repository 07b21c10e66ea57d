/** Carries operations from request to settlement: sends, has lost answers looked for, and starts what follows. */
import type { Cloud, Connector, ConnectorSpec, Member } from '@console/console-contract';
import type { Log } from '../ports/log.ts';
import type { Credentials, Outcome } from './change.ts';
import { createHeldCredentials } from './held-credentials.ts';
import { type CredentialEffects, settleCredentials } from './kept-credentials.ts';
import type { Reconcile } from './reconciling.ts';
import { runAfter } from './requests.ts';
import type { NewOperation, OperationRow } from './rows.ts';
import type { Send } from './sending.ts';
import type { SettledState } from './settlement-store.ts';
import type { OperationStore } from './store.ts';
import { createUnderWay } from './under-way.ts';

export type Effects = CredentialEffects & {
  /** Lists a created connector at once and keeps what only the console knows of it. */
  saveCreated: (workspaceId: string, connector: Connector, spec: ConnectorSpec) => Promise<void>;
  discardDraft: (workspaceId: string, draftId: string) => Promise<void>;
  /** Replaces what was entered of a connector that was edited. */
  saveEdited: (workspaceId: string, connector: Connector, spec: ConnectorSpec) => Promise<void>;
  /** What was read of a connector before is outdated. */
  forget: (workspaceId: string, cloud: Cloud, connectorId: string) => void;
  /** A connector that is gone leaves the list at once, and does not come back with a list that lags behind. */
  markDeleted: (workspaceId: string, cloud: Cloud, connectorId: string) => Promise<void>;
  /** What the gateway told just now of a connector that was changed. */
  saveSeen: (workspaceId: string, connector: Connector) => Promise<void>;
  /** Members of an AWS connector that an answer named: the gateway has no list of them. */
  seeMembers: (workspaceId: string, connectorId: string, members: Member[]) => Promise<void>;
  /** A job has begun: its connector is worth watching. */
  follow: (workspaceId: string, cloud: Cloud, connectorId: string) => void;
};

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
  const held = createHeldCredentials(store);

  return { begin, keep, conclude, isUnderWay, settled, sweep, drain };

  /** Sends in the background; the process waits for it before it ends. */
  function begin(operation: OperationRow, credentials: Credentials): void {
    keep(operation, () => carryOut(operation, credentials));
  }

  /** Looks after every operation that this process is not carrying out. */
  async function sweep(): Promise<void> {
    await held.dropSettled();
    const due = await store.claimDue();
    for (const operation of due) {
      if (!isUnderWay(operation.id)) keep(operation, () => lookAfter(operation));
    }
  }

  async function lookAfter(operation: OperationRow): Promise<void> {
    const found = await reconcile(operation);
    if (found === null) return;
    await happened(operation, found.connector, { state: 'adopted', credentials: held.of(operation) });
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
      held.hold(operation, credentials);
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
    await applyOwnChange(operation, { connectorId, connector, effects });
    await settleCredentials(operation, { workspaceId, cloud, id: connectorId }, { credentials, effects });
    const followUp = followUpOf(operation, connector);
    const settlement = await store.settle(id, { state, connectorId, followUp });
    effects.forget(workspaceId, cloud, connectorId);
    if (request.kind === 'run-connector') effects.follow(workspaceId, cloud, connectorId);
    if (settlement?.followUp) begin(settlement.followUp, null);
  }
}

function followUpOf(operation: OperationRow, connector: Connector | null): NewOperation | undefined {
  const { request } = operation;
  const wanted = request.kind === 'create-connector' && request.runNow && connector !== null;
  return wanted ? runAfter(operation, connector) : undefined;
}

/** What the console itself remembers is brought in line before the operation says that it is done. */
async function applyOwnChange(
  { workspaceId, cloud, request }: OperationRow,
  found: { connectorId: string; connector: Connector | null; effects: Effects },
): Promise<void> {
  const { connectorId, connector, effects } = found;
  if (request.kind === 'delete-connector') await effects.markDeleted(workspaceId, cloud, connectorId);
  if (connector === null) return;
  if (request.kind === 'edit-connector') return effects.saveEdited(workspaceId, connector, request.spec);
  if (request.kind !== 'create-connector') return effects.saveSeen(workspaceId, connector);
  await effects.saveCreated(workspaceId, connector, request.spec);
  if (request.draftId !== null) await effects.discardDraft(workspaceId, request.draftId);
}
