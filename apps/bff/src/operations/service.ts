/** Operations as people meet them: ask for a change, and follow what comes of it. */
import type { Cloud, Connector, ConnectorReading, Operation } from '@console/console-contract';
import { type Clock, patience } from '../ports/clock.ts';
import type { ConnectorCredentials } from '../ports/connector-gateway.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import type { ReadEditable } from '../ports/editable.ts';
import { Refusal } from '../ports/refusal.ts';
import { createCreations } from './creations.ts';
import { createEdits } from './edits.ts';
import { assertSameRequest } from './idempotency.ts';
import { assertWorthKeeping } from './long-requests.ts';
import type { ConnectorAddress } from './open-changes.ts';
import type { Progress } from './progress.ts';
import { createOperationReading } from './reading.ts';
import {
  type Ask,
  type AskedOperation,
  type Asker,
  attachmentOf,
  type ChangeTarget,
  deletionOf,
  detachmentOf,
  digestOfChange,
  runOf,
  type SwitchKind,
  switchOf,
} from './requests.ts';
import type { NewOperation, OperationRow } from './rows.ts';
import type { OperationStore } from './store.ts';

type Deps = {
  store: OperationStore;
  progress: Progress;
  vault: Pick<CredentialVault, 'fingerprint'>;
  readConnector: (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorReading>;
  readEditable: ReadEditable;
  /** What the console keeps sealed of a connector's credentials. */
  credentialsOf: (address: ConnectorAddress) => Promise<ConnectorCredentials | null>;
  /** Where the workspace points to at this moment; refuses as `not-found`. */
  boundTo: (workspaceId: string) => Promise<Destination>;
  clock: Clock;
};

type Asked = Pick<NewOperation, 'personId' | 'idempotencyKey' | 'requestDigest'>;

export type OperationService = ReturnType<typeof createOperationService>;

// Most changes settle sooner; a longer one is followed by reading the operation.
const longestAnswerSeconds = 15;

export function createOperationService(deps: Deps) {
  const { store, progress, vault, readConnector, readEditable, credentialsOf, boundTo, clock } = deps;
  const reading = createOperationReading(store);
  const creations = createCreations({ vault, boundTo, ask });
  const edits = createEdits({ vault, readEditable, credentialsOf, boundTo, answered, ask });
  return { ...creations, ...edits, ...reading, run, switchTo, remove, attach, detach };

  async function run(target: ChangeTarget, asker: Asker): Promise<Operation> {
    return change(target, (connector) => runOf(connector, target, asker));
  }

  async function switchTo(kind: SwitchKind, target: ChangeTarget, asker: Asker): Promise<Operation> {
    return change(target, (connector) => switchOf(kind, connector, { target, asker }));
  }

  /** The name is typed once more: a connector that was renamed meanwhile is not the one that was meant. */
  async function remove(target: ChangeTarget & { name: string }, asker: Asker): Promise<Operation> {
    const { idempotencyKey } = target;
    const requestDigest = digestOfChange('delete-connector', target, {});
    const earlier = await answered({ personId: asker.person.id, idempotencyKey, requestDigest });
    if (earlier !== null) return earlier;
    return change(target, (connector, source) => {
      if (source !== 'gateway') throw nameUnsure();
      if (connector.name !== target.name) throw otherName(connector.name);
      return deletionOf(connector, target, asker);
    });
  }

  async function attach(target: ChangeTarget & { member: string }, asker: Asker): Promise<Operation> {
    return change(target, (connector) => attachmentOf(connector, target, asker));
  }

  async function detach(target: ChangeTarget & { members: string[] }, asker: Asker): Promise<Operation> {
    if (target.cloud === 'aws' && target.members.length > 1) throw oneAtATime();
    return change(target, (connector) => detachmentOf(connector, target, asker));
  }

  /** Where the workspace points to is noted before the connector is read: there it is the one that is meant. */
  async function change(
    { workspaceId, cloud, id }: ChangeTarget,
    toOperation: (connector: Connector, source: ConnectorReading['source']) => AskedOperation,
  ): Promise<Operation> {
    const destination = await boundTo(workspaceId);
    const { connector, source } = await readConnector(workspaceId, cloud, id);
    return ask(toOperation(connector, source), destination, null);
  }

  /** The same key and the same request give the same operation, however often they come within a day. */
  async function ask(...[asked, destination, secrets]: Parameters<Ask>): Promise<Operation> {
    const operation = { ...asked, gatewayHosts: [...destination.gatewayHosts] };
    const credentials = secrets && { secrets, boundTo: destination };
    await assertWorthKeeping(store, operation);
    const requested = await store.request(operation);
    if (requested !== null) progress.begin(requested, credentials);
    const answer = await answered(operation);
    if (answer === null) throw await underWay(store, operation);
    return answer;
  }

  /** `null` when the key is new. */
  async function answered({ personId, idempotencyKey, requestDigest }: Asked): Promise<Operation | null> {
    const row = await store.findByKey(personId, idempotencyKey);
    if (row === null) return null;
    assertSameRequest(row, requestDigest);
    await Promise.race([progress.settled(row.id), patience(clock, longestAnswerSeconds)]);
    return reading.read(row.workspaceId, row.id);
  }
}

/** One change of a connector at a time: a deletion and a run must not overtake each other. */
async function underWay(store: OperationStore, operation: NewOperation): Promise<Refusal> {
  const { workspaceId, cloud, connectorId } = operation;
  if (operation.kind === 'create-connector') {
    return beingCreated(operation.connectorName, await store.findCreation(operation));
  }
  const open = connectorId && (await store.findOpen({ workspaceId, cloud, id: connectorId }));
  const by = open ? ` (${open.kind.replace('-', ' ')}, asked for by ${open.requestedBy})` : '';
  return new Refusal('conflict', `Another change of this connector is still under way${by}.`, {
    kept: 'Nothing was sent.',
    next: 'Wait until it is settled, then try again.',
  });
}

function beingCreated(name: string, creation: OperationRow | null): Refusal {
  const by = creation ? ` (asked for by ${creation.requestedBy})` : '';
  return new Refusal('conflict', `A connector named “${name}” is being created already${by}.`, {
    kept: 'Nothing was sent; your draft is stored.',
    next: 'Follow the creation in Activity: once it is settled you know whether another one is needed.',
  });
}

function oneAtATime(): Refusal {
  return new Refusal('invalid-request', 'The gateway detaches AWS members one at a time.', {
    kept: 'Nothing was sent.',
    next: 'Detach them one after the other.',
  });
}

/** A name that is only remembered may be another connector's by now. */
function nameUnsure(): Refusal {
  return new Refusal('gateway-unavailable', 'The gateway does not say now what this connector is called.', {
    kept: 'Nothing was sent; the connector was not changed.',
    next: 'Try again in a moment.',
    retryAfter: 5,
  });
}

function otherName(name: string): Refusal {
  return new Refusal('conflict', `The connector is called “${name}” now, which is not what was typed.`, {
    kept: 'Nothing was sent; the connector was not changed.',
    next: 'Make sure that it is the connector you mean, then type its name again.',
    fields: { name: 'This is not the connector’s name.' },
  });
}
