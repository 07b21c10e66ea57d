/** Operations as they are asked for: the request to keep, without its secret, and a digest to know it again by. */
import { createHash, randomUUID } from 'node:crypto';
import type {
  Cloud,
  Connector,
  NewAwsConnector,
  NewAzureConnector,
  Operation,
  OperationKind,
  Person,
} from '@console/console-contract';
import type { ConnectorCredentials } from '../ports/connector-gateway.ts';
import type { Destination } from '../ports/credential-vault.ts';
import type { WithSecrets } from '../ports/secret.ts';
import type { NewOperation } from './rows.ts';

/** Where the workspace points to is noted when it is asked for. */
export type AskedOperation = Omit<NewOperation, 'gatewayHosts'>;
/** `secrets`: what only this process knows; they go where the workspace pointed to when they were given, or nowhere. */
export type Ask = (
  operation: AskedOperation,
  destination: Destination,
  secrets: ConnectorCredentials | null,
) => Promise<Operation>;
export type Asker = { person: Person; requestId: string };
export type Target = { cloud: Cloud; id: string };
export type ChangeTarget = Target & { workspaceId: string; idempotencyKey: string };
export type SwitchKind = 'enable-connector' | 'disable-connector';

export type AzureWish = WithSecrets<NewAzureConnector, 'secretValue'>;
export type AwsWish = WithSecrets<NewAwsConnector, 'externalId' | 'memberExternalId'>;

/** Keyed, and no part of a credential: another credential makes another request. */
type Fingerprint = { fingerprint: string };

export function creation(
  workspaceId: string,
  wish: (({ cloud: 'azure' } & AzureWish) | ({ cloud: 'aws' } & AwsWish)) & Fingerprint,
  asker: Asker,
): AskedOperation {
  const { idempotencyKey, cloud, spec, runNow, draftId, fingerprint } = wish;
  const keepSecret = wish.cloud === 'azure' && wish.keepSecret === true;
  const asked = { workspaceId, cloud, spec, runNow, draftId, fingerprint, keepSecret };
  const shared = { kind: 'create-connector', runNow, draftId } as const;
  return {
    ...askedBy(asker),
    workspaceId,
    kind: 'create-connector',
    cloud,
    connectorId: null,
    connectorName: spec.name,
    idempotencyKey,
    requestDigest: digestOf('create-connector', asked),
    request:
      wish.cloud === 'azure'
        ? { ...shared, cloud: 'azure', spec: wish.spec, keepSecret }
        : { ...shared, cloud: 'aws', spec: wish.spec },
  };
}

export function runOf(connector: Connector, target: ChangeTarget, asker: Asker): AskedOperation {
  return {
    ...changeOf('run-connector', connector, { target, asker }),
    request: { kind: 'run-connector', stateBefore: connector.state, lastSyncBefore: connector.lastSync },
  };
}

export function switchOf(
  kind: SwitchKind,
  connector: Connector,
  { target, asker }: { target: ChangeTarget; asker: Asker },
): AskedOperation {
  return { ...changeOf(kind, connector, { target, asker }), request: { kind } };
}

export function deletionOf(connector: Connector, target: ChangeTarget, asker: Asker): AskedOperation {
  return {
    ...changeOf('delete-connector', connector, { target, asker }),
    request: { kind: 'delete-connector' },
  };
}

export function attachmentOf(
  connector: Connector,
  target: ChangeTarget & { member: string },
  asker: Asker,
): AskedOperation {
  const { member } = target;
  const asked = changeOf('attach-member', connector, { target, asker, also: { member } });
  return { ...asked, request: { kind: 'attach-member', member } };
}

export function detachmentOf(
  connector: Connector,
  target: ChangeTarget & { members: string[] },
  asker: Asker,
): AskedOperation {
  const { members } = target;
  const asked = changeOf('detach-members', connector, { target, asker, also: { members } });
  return { ...asked, request: { kind: 'detach-members', members } };
}

export function changeOf(
  kind: OperationKind,
  connector: Connector,
  { target, asker, also = {} }: { target: ChangeTarget; asker: Asker; also?: object },
): Omit<AskedOperation, 'request'> {
  const { workspaceId, cloud, id, idempotencyKey } = target;
  return {
    ...askedBy(asker),
    workspaceId,
    kind,
    cloud,
    connectorId: id,
    connectorName: connector.name,
    idempotencyKey,
    requestDigest: digestOfChange(kind, target, also),
  };
}

export function digestOfChange(
  kind: OperationKind,
  { workspaceId, cloud, id }: ChangeTarget,
  also: object,
): string {
  return digestOf(kind, { workspaceId, cloud, id, ...also });
}

/** *Run it now*: a run of its own, asked for by the same person in the same breath. */
export function runAfter(created: NewOperation, connector: Connector): NewOperation {
  const { workspaceId, cloud, connectorName, personId, requestedBy, requestId, gatewayHosts } = created;
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
    gatewayHosts,
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
