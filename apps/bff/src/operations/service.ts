/** Operations as users meet them: ask for a change, and follow what comes of it. */
import { createHash, randomUUID } from 'node:crypto';
import { type ChangeKind, kindOf, type Operation } from '@console/console-contract';
import type { Called } from '../ports/caller.ts';
import { type Clock, patience } from '../ports/clock.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import { Refusal } from '../ports/refusal.ts';
import { inPhase } from '../ports/store-loss.ts';
import type { Credentials, ReceivedChange, Sources } from './kinds/kind.ts';
import { kinds } from './kinds/kinds.ts';
import { createOperationReading } from './reading.ts';
import { assertSameRequest } from './requests/idempotency.ts';
import { assertWorthKeeping } from './requests/long-requests.ts';
import type { NewOperation, OperationFacts } from './rows.ts';
import type { Progress } from './settlement/progress.ts';
import type { OperationStore } from './store.ts';

type Deps = Sources & {
  store: OperationStore;
  progress: Progress;
  vault: Pick<CredentialVault, 'fingerprint'>;
  /** Where the workspace points to at this moment; refuses as `not-found`. */
  boundTo: (workspaceId: string) => Promise<Destination>;
  clock: Clock;
};

type Prepared = { operation: NewOperation; credentials: Credentials };
type Key = Pick<NewOperation, 'personId' | 'idempotencyKey' | 'requestDigest'>;

export type OperationService = ReturnType<typeof createOperationService>;

// Most changes settle sooner; a longer one is followed by reading the operation.
const longestAnswerSeconds = 15;

export function createOperationService({ store, progress, vault, boundTo, clock, ...sources }: Deps) {
  const reading = createOperationReading(store);
  const digestOf = createDigest(vault);
  return { ...reading, request };

  /** The same key and the same request give the same operation, however often they come within a day. */
  async function request<Name extends ChangeKind>(
    kind: Name,
    received: ReceivedChange<Name>,
    called: Called,
  ): Promise<Operation> {
    const prepared = await inPhase('before', () => prepare(kind, received, called));
    return 'earlier' in prepared ? prepared.earlier : inPhase('change', () => begin(prepared));
  }

  async function prepare<Name extends ChangeKind>(
    kind: Name,
    received: ReceivedChange<Name>,
    { caller, requestId }: Called,
  ): Promise<Prepared | { earlier: Operation }> {
    const { workspaceId, cloud, idempotencyKey }: ReceivedChange<ChangeKind> = received;
    // Read before the connector: the one that the caller means is at this gateway.
    const destination = await boundTo(workspaceId);
    const key = { personId: caller.id, idempotencyKey, requestDigest: digestOf(kind, received) };
    // Before anything is read: by now the connector may be as this very request has left it.
    const earlier = await answered(key);
    if (earlier !== null) return { earlier };
    const { connector, request, secrets = null } = await kinds[kind].prepare(received, sources);
    const operation: NewOperation = {
      ...key,
      id: randomUUID(),
      workspaceId,
      kind,
      cloud,
      connectorId: connector.id,
      connectorName: connector.name,
      requestedBy: caller.name,
      request,
      requestId,
      gatewayHosts: [...destination.gatewayHosts],
    };
    await assertWorthKeeping(store, operation);
    return { operation, credentials: secrets && { secrets, boundTo: destination } };
  }

  async function begin({ operation, credentials }: Prepared): Promise<Operation> {
    const requested = await store.request(operation);
    if (requested !== null) progress.begin(requested, credentials);
    const answer = await inPhase(requested === null ? 'change' : 'recorded', () => answered(operation));
    if (answer === null) throw await underWay(store, operation);
    return answer;
  }

  /** `null` when the key is new. */
  async function answered({ personId, idempotencyKey, requestDigest }: Key): Promise<Operation | null> {
    const row = await store.findByKey(personId, idempotencyKey);
    if (row === null) return null;
    assertSameRequest(row, requestDigest);
    return inPhase('recorded', async () => {
      await Promise.race([progress.settled(row.id), patience(clock, longestAnswerSeconds)]);
      return reading.read(row.workspaceId, row.id);
    });
  }
}

function createDigest(vault: Deps['vault']) {
  return <Name extends ChangeKind>(kind: Name, received: ReceivedChange<Name>): string => {
    const { idempotencyKey: _, ...everything }: ReceivedChange<ChangeKind> = received;
    const identity = kinds[kind].identity?.(received, vault.fingerprint) ?? everything;
    return createHash('sha256')
      .update(JSON.stringify([kind, identity]))
      .digest('base64url');
  };
}

/** One change of a connector at a time: a deletion and a run must not overtake each other. */
async function underWay(store: OperationStore, operation: NewOperation): Promise<Refusal> {
  const { workspaceId, cloud, connectorId } = operation;
  if (operation.kind === 'create-connector') {
    return beingCreated(operation.connectorName, await store.findCreation(operation));
  }
  const open = connectorId && (await store.findOpen({ workspaceId, cloud, id: connectorId }));
  const by = open ? ` (${kindOf(open.kind).verb.toLowerCase()}, asked for by ${open.requestedBy})` : '';
  return new Refusal('conflict', `Another change of this connector is still under way${by}.`, {
    kept: 'Nothing was sent.',
    next: 'Wait until it is settled, then try again.',
  });
}

function beingCreated(name: string, creation: OperationFacts | null): Refusal {
  const by = creation ? ` (asked for by ${creation.requestedBy})` : '';
  return new Refusal('conflict', `A connector named “${name}” is being created already${by}.`, {
    kept: 'Nothing was sent; your draft is stored.',
    next: 'Follow the creation in Activity: once it is settled you know whether another one is needed.',
  });
}
