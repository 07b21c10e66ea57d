/** Carries operations from request to settlement: sends, reconciles what was lost, and starts what follows. */
import { randomUUID } from 'node:crypto';
import type { AzureConnectorSpec, Cloud, Connector } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { knownProblem } from '../ports/known-problem.ts';
import type { Log } from '../ports/log.ts';
import type { Secret } from '../ports/secret.ts';
import { toStoreError } from '../ports/store-error.ts';
import { look } from './looking.ts';
import { lookAlikes, neverSent, notCreated, outcomeUnknown, runUnclear } from './problems.ts';
import type { Send } from './sending.ts';
import type { NewOperation, OperationRow, OperationStore, SettledState } from './store.ts';

export type Effects = {
  /** Lists a created connector at once and keeps what only the console knows of it. */
  remember: (workspaceId: string, connector: Connector, spec: AzureConnectorSpec) => Promise<void>;
  discardDraft: (workspaceId: string, draftId: string) => Promise<void>;
  /** What was read of a connector before is outdated. */
  forget: (workspaceId: string, cloud: Cloud, connectorId: string) => void;
};

type Deps = {
  store: OperationStore;
  send: Send;
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  effects: Effects;
  log: Log;
};

export type Progress = ReturnType<typeof createProgress>;

const looksBeforeAbsent = 3;

export function createProgress({ store, send, gatewayOf, effects, log }: Deps) {
  const underWay = new Map<string, Promise<void>>();

  return { begin, isUnderWay, settled, sweep, drain };

  /** Sends in the background; the process waits for it before it ends. */
  function begin(operation: OperationRow, secret: Secret | null): void {
    keep(operation, () => carryOut(operation, secret));
  }

  function isUnderWay(id: string): boolean {
    return underWay.has(id);
  }

  async function settled(id: string): Promise<void> {
    await underWay.get(id);
  }

  /** Looks after every operation that nobody in this process is carrying out. */
  async function sweep(): Promise<void> {
    const due = await store.claimDue();
    for (const operation of due) {
      if (!isUnderWay(operation.id)) keep(operation, () => reconcile(operation));
    }
  }

  async function drain(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay.values());
  }

  function keep(operation: OperationRow, work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => {
        const { state } = toStoreError(error);
        log.warn({ operation: operation.id, state }, 'An operation stays open and is looked at again later');
      })
      .finally(() => underWay.delete(operation.id));
    underWay.set(operation.id, done);
  }

  async function carryOut(operation: OperationRow, secret: Secret | null): Promise<void> {
    const outcome = await send(operation, secret);
    if (outcome.kind === 'given-up') return;
    if (outcome.kind === 'unknown') return store.markUnknown(operation.id, outcome.problem);
    if (outcome.kind === 'failed') {
      await store.settle(operation.id, { state: 'failed', problem: outcome.problem });
      return;
    }
    await happened(operation, outcome.connector, 'succeeded');
  }

  async function reconcile(operation: OperationRow): Promise<void> {
    const { id, request, checks } = operation;
    if (operation.state === 'requested') {
      await store.settle(id, { state: 'absent', problem: neverSent });
      return;
    }
    if (operation.state === 'sent') return store.markUnknown(id, outcomeUnknown(null));
    const finding = await lookOrPostpone(operation);
    if (finding === null) return;
    if (finding.kind === 'happened') return happened(operation, finding.connector, 'adopted');
    if (finding.kind === 'several') {
      const { candidates } = finding;
      await store.settle(id, { state: 'needs-person', candidates, problem: lookAlikes(candidates.length) });
      return;
    }
    if (checks + 1 < looksBeforeAbsent) return store.postpone(id, 'found-nothing');
    const missing =
      request.kind === 'create-connector'
        ? ({ state: 'absent', problem: notCreated } as const)
        : ({ state: 'needs-person', problem: runUnclear } as const);
    await store.settle(id, missing);
  }

  async function lookOrPostpone(operation: OperationRow) {
    try {
      return await look(operation, await gatewayOf(operation.workspaceId));
    } catch (error) {
      if (knownProblem(error) === null) throw error;
      await store.postpone(operation.id, 'could-not-look');
      return null;
    }
  }

  async function happened(operation: OperationRow, connector: Connector | null, state: SettledState) {
    const { id, workspaceId, cloud, request } = operation;
    if (request.kind === 'create-connector' && connector !== null) {
      await effects.remember(workspaceId, connector, request.spec);
      if (request.draftId !== null) await effects.discardDraft(workspaceId, request.draftId);
    }
    const connectorId = connector?.id ?? operation.connectorId;
    if (connectorId === null) throw new Error('A change that happened has a connector.');
    const followUp = followUpOf(operation, connector);
    const settlement = await store.settle(id, { state, connectorId, followUp });
    effects.forget(workspaceId, cloud, connectorId);
    if (settlement?.followUp) begin(settlement.followUp, null);
  }
}

/** *Run it now*: a run of its own, asked for by the same person in the same breath. */
function followUpOf(operation: OperationRow, connector: Connector | null): NewOperation | undefined {
  const { workspaceId, cloud, connectorName, personId, requestedBy, requestId, request } = operation;
  if (request.kind !== 'create-connector' || !request.runNow || connector === null) return undefined;
  return {
    id: randomUUID(),
    kind: 'run-connector',
    workspaceId,
    cloud,
    connectorId: connector.id,
    connectorName,
    personId,
    requestedBy,
    idempotencyKey: randomUUID(),
    requestDigest: `follows ${operation.id}`,
    request: { kind: 'run-connector', stateBefore: connector.state, lastSyncBefore: connector.lastSync },
    requestId,
  };
}
