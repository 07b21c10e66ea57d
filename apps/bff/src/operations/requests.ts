/** Operations as they are asked for: the request to keep, without its secret, and a digest to know it again by. */
import { createHash, randomUUID } from 'node:crypto';
import type { Cloud, Connector, NewAzureConnector, Person } from '@console/console-contract';
import type { NewOperation } from './rows.ts';

export type Asker = { person: Person; requestId: string };
export type RunTarget = { workspaceId: string; cloud: Cloud; id: string; idempotencyKey: string };

type Creation = Omit<NewAzureConnector, 'secretValue'> & {
  /** Keyed, and no part of the secret: another secret makes another request. */
  fingerprint: string;
};

export function creation(workspaceId: string, wish: Creation, asker: Asker): NewOperation {
  const { idempotencyKey, spec, runNow, draftId, fingerprint } = wish;
  return {
    ...askedBy(asker),
    workspaceId,
    kind: 'create-connector',
    cloud: 'azure',
    connectorId: null,
    connectorName: spec.name,
    idempotencyKey,
    requestDigest: digestOf('create-connector', { workspaceId, spec, runNow, draftId, fingerprint }),
    request: { kind: 'create-connector', spec, runNow, draftId, before: [] },
  };
}

export function runOf(connector: Connector, target: RunTarget, asker: Asker): NewOperation {
  const { workspaceId, cloud, id, idempotencyKey } = target;
  return {
    ...askedBy(asker),
    workspaceId,
    kind: 'run-connector',
    cloud,
    connectorId: id,
    connectorName: connector.name,
    idempotencyKey,
    requestDigest: digestOf('run-connector', { workspaceId, cloud, id }),
    request: { kind: 'run-connector', stateBefore: connector.state, lastSyncBefore: connector.lastSync },
  };
}

/** *Run it now*: a run of its own, asked for by the same person in the same breath. */
export function runAfter(created: NewOperation, connector: Connector): NewOperation {
  const { workspaceId, cloud, connectorName, personId, requestedBy, requestId } = created;
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
    requestDigest: `follows ${created.id}`,
    request: { kind: 'run-connector', stateBefore: connector.state, lastSyncBefore: connector.lastSync },
    requestId,
  };
}

function askedBy({ person, requestId }: Asker) {
  return { id: randomUUID(), personId: person.id, requestedBy: person.name, requestId };
}

function digestOf(kind: string, body: object): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, body]))
    .digest('base64url');
}
