/** Operations as people meet them: ask for a change, and follow what comes of it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Cloud, ConnectorReading, NewAzureConnector, Operation } from '@console/console-contract';
import type { CredentialVault } from '../ports/credential-vault.ts';
import { Refusal } from '../ports/refusal.ts';
import { Secret } from '../ports/secret.ts';
import type { Progress } from './progress.ts';
import { type Asker, creation, type RunTarget, runOf } from './requests.ts';
import type { NewOperation, OperationRow } from './rows.ts';
import type { OperationStore } from './store.ts';

type Deps = {
  store: OperationStore;
  progress: Progress;
  vault: Pick<CredentialVault, 'fingerprint'>;
  readConnector: (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorReading>;
  /** Refuses as `not-found`. */
  assertWorkspace: (workspaceId: string) => Promise<void>;
};

export type OperationService = ReturnType<typeof createOperationService>;

// Most changes settle sooner; a longer one is followed by reading the operation.
const longestAnswerMilliseconds = 15_000;

export function createOperationService(deps: Deps) {
  const { store, progress, vault, readConnector, assertWorkspace } = deps;
  return { createAzure, run, list, read };

  async function createAzure(workspaceId: string, wish: NewAzureConnector, asker: Asker): Promise<Operation> {
    await assertWorkspace(workspaceId);
    const secret = new Secret(wish.secretValue);
    return ask(creation(workspaceId, { ...wish, fingerprint: vault.fingerprint(secret) }, asker), secret);
  }

  async function run(target: RunTarget, asker: Asker): Promise<Operation> {
    const { workspaceId, cloud, id } = target;
    if (cloud === 'aws') throw awsNotYet();
    const { connector } = await readConnector(workspaceId, cloud, id);
    return ask(runOf(connector, target, asker), null);
  }

  async function list(workspaceId: string): Promise<Operation[]> {
    return (await store.list(workspaceId)).map(shown);
  }

  async function read(workspaceId: string, id: string): Promise<Operation> {
    const row = await store.find(workspaceId, id);
    if (row === null) throw new Refusal('not-found', 'There is no such operation.');
    return shown(row);
  }

  /** The same key and the same request give the same operation, however often they come. */
  async function ask(operation: NewOperation, secret: Secret | null): Promise<Operation> {
    const { personId, idempotencyKey, requestDigest } = operation;
    const requested = await store.request(operation);
    if (requested !== null) progress.begin(requested, secret);
    const row = requested ?? (await store.findByKey(personId, idempotencyKey));
    if (row === null) throw new Error('An idempotency key is neither free nor taken.');
    if (row.requestDigest !== requestDigest) throw keyInUse();
    await Promise.race([progress.settled(row.id), pause(longestAnswerMilliseconds, null, { ref: false })]);
    return read(row.workspaceId, row.id);
  }
}

function keyInUse(): Refusal {
  return new Refusal('conflict', 'This idempotency key was used for another request already.', {
    kept: 'The first request stands; nothing of this one was sent.',
    next: 'Open the review again: that makes a new key.',
  });
}

function awsNotYet(): Refusal {
  return new Refusal('invalid-request', 'This console cannot run AWS connectors yet.', {
    kept: 'Nothing was sent.',
    next: 'Run it in the vendor’s own console.',
  });
}

function shown(row: OperationRow): Operation {
  const { id, kind, state, cloud, connectorId, connectorName, requestedBy, problem, requestId } = row;
  const { candidates, followedBy } = row;
  return {
    id,
    kind,
    state,
    cloud,
    connectorId,
    connectorName,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    problem,
    requestId,
    candidates,
    followedBy,
  };
}
