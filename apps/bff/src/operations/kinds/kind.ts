/** What every kind of change answers: how its request is built, how it is sent once, and how reading tells whether it happened. */
import type {
  AwsEdit,
  AzureEdit,
  BareProblem,
  ButtonKind,
  ChangeEndpointName,
  ChangeKind,
  Cloud,
  Connector,
  ConnectorChangeKind,
  ConnectorReading,
  ConnectorSpec,
  ConnectorSummary,
  changeEndpoints,
  connectorChangeEndpoints,
  Member,
  NewAwsConnector,
  Received,
} from '@console/console-contract';
import type { Clock } from '../../ports/clock.ts';
import type {
  BoundCredentials,
  ConnectorCredentials,
  ConnectorGateway,
} from '../../ports/connector-gateway.ts';
import type { ReadEditable } from '../../ports/editable.ts';
import type { Secret, WithSecrets } from '../../ports/secret.ts';
import type { RequestOf } from '../tables.ts';

export type ConnectorAddress = { workspaceId: string; cloud: Cloud; id: string };

/** As it is parsed, with defaults filled in. */
type NewAzureConnector = Received<(typeof connectorChangeEndpoints)['createAzureConnector']>['body'];

type Body<Kind extends ChangeKind> = Kind extends 'create-connector'
  ?
      | ({ cloud: 'azure' } & WithSecrets<NewAzureConnector, 'secretValue'>)
      | ({ cloud: 'aws' } & WithSecrets<NewAwsConnector, 'externalId' | 'memberExternalId'>)
  : Kind extends 'edit-connector'
    ?
        | ({ cloud: 'azure'; id: string } & WithSecrets<AzureEdit, 'secretValue'>)
        | ({ cloud: 'aws'; id: string } & WithSecrets<AwsEdit, 'externalId' | 'memberExternalId'>)
    : Kind extends ConnectorChangeKind
      ? ConnectorAddress & Received<(typeof changeEndpoints)[ChangeEndpointName<Kind>]>['body']
      : never;

/** What a caller asks for: where, and what the body says, its credentials as secrets. */
export type ReceivedChange<Kind extends ChangeKind> = { workspaceId: string } & Body<Kind>;

/** What a request is built from, beside what is asked for. Every function may throw a `GatewayError`. */
export type Sources = {
  readConnector: (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorReading>;
  readEditable: ReadEditable;
  /** What the console stores sealed of a connector's credentials; `null` when nothing, or nothing that opens. */
  credentialsOf: (address: ConnectorAddress) => Promise<ConnectorCredentials | null>;
};

/** `secrets`: what only this process knows; they go where the workspace pointed to when they were given, or nowhere. */
export type PreparedChange<Kind extends ChangeKind> = {
  connector: { id: string | null; name: string };
  request: RequestOf<Kind>;
  secrets?: ConnectorCredentials;
};

/** In this process's memory only: a request is recorded without them, so after a crash only a user can give them again. */
export type Credentials = BoundCredentials | null;

/** An operation as its kind needs it. `accepted`: the gateway said yes to it, in this process or an earlier one. */
export type Subject = ConnectorAddress & { accepted: boolean; readEditable: ReadEditable };

/** Methods instead of function properties: only so does TypeScript accept every kind as a `Kind<ChangeKind>`. */
export type Kind<Name extends ChangeKind> = {
  /**
   * What makes two requests under one key the same; everything that is asked for, unless the kind says otherwise. Credentials count
   * by their fingerprint, which is keyed and no part of them.
   */
  identity?(received: ReceivedChange<Name>, fingerprint: (secret: Secret) => string): object;
  /** The request to record, without its credentials; refuses what makes no sense. Nothing is sent. */
  prepare(received: ReceivedChange<Name>, sources: Sources): Promise<PreparedChange<Name>>;
  /** Made from the recorded request alone, so that any process can look for what another one sent. */
  change(request: RequestOf<Name>, subject: Subject): Change;
  /**
   * What the console itself stores is brought in line before the operation says that it is done. Unless the kind says otherwise, the
   * connector is saved as it was seen.
   */
  apply?(request: RequestOf<Name>, found: Found, effects: Effects): Promise<void>;
  /** A change that this one starts when it has happened. */
  followUp?(request: RequestOf<Name>, connector: Connector): RequestOf<ButtonKind> | null;
};

/** What a kind answers that can be asked for of many connectors at once. */
export type KindForMany<Name extends ButtonKind> = {
  /** What is recorded of one of them, by what the console knows of it. */
  itemOf(connector: Pick<ConnectorSummary, 'state' | 'lastSync'>): RequestOf<Name>;
  together?: Together;
};

/** Every function may throw a `GatewayError`. */
export type Change = {
  /** Reads whether it makes sense at all; nothing is sent when it answers with a problem. */
  check?: (gateway: ConnectorGateway) => Promise<BareProblem | null>;
  /** The one call that changes something: its failure decides between *failed* and *unknown*. */
  write: (gateway: ConnectorGateway, credentials: ConnectorCredentials | null) => Promise<Answered>;
  look: (gateway: ConnectorGateway) => Promise<Finding>;
  /** Called before the connector counts as missing: ids of those that may be it, under a name that the gateway has altered. */
  near?: (gateway: ConnectorGateway) => Promise<string[]>;
  missing: (accepted: boolean) => Missing;
};

/** What the gateway's answer to a change says. `accepted`: it agreed, but only reading shows what it made of it. */
export type Answered =
  | { kind: 'done'; connector: Connector | null; members?: Member[] }
  | { kind: 'failed'; problem: BareProblem }
  | { kind: 'accepted' };

export type Finding =
  | { kind: 'happened'; connector: Connector | null }
  | { kind: 'nothing-yet' }
  | { kind: 'several'; candidates: string[] };

/** What it means when looking again and again found nothing. */
export type Missing = { state: 'absent' | 'needs-review'; problem: BareProblem };

export type Outcome =
  /**
   * `connector` as the gateway told it just now, `null` when it told nothing or there is none any more; `members` that an AWS
   * answer names, which no list of the gateway would ever show.
   */
  | { kind: 'done'; connector: Connector | null; members?: Member[] }
  | { kind: 'failed'; problem: BareProblem }
  | { kind: 'unknown'; problem: BareProblem }
  /** Another process gave the operation up before it was sent. */
  | { kind: 'given-up' };

/** One call for many connectors: Azure takes a list of ids, AWS one connector at a time. */
export type Together = {
  /** The one call for all of them. `counted`: how many the gateway says it took, `null` when its sentence names no number. */
  write(
    gateway: ConnectorGateway,
    ids: string[],
  ): Promise<{ kind: 'accepted' } | { kind: 'counted'; count: number | null }>;
  /** What came of each: the one answer says little, so a list tells. */
  outcomes(
    sent: { ids: readonly string[]; count: number | null },
    context: {
      gateway: ConnectorGateway;
      clock: Clock;
      /** Brings the snapshot in line with what a list has just shown. */
      saveEnabled: (ids: readonly string[], enabled: boolean) => Promise<void>;
    },
  ): Promise<(id: string) => Outcome>;
};

/** A change that has happened. `credentials` is `null` when the process that had them is gone. */
export type Found = { address: ConnectorAddress; connector: Connector | null; credentials: Credentials };

/** What a change that has happened does to what the other slices store. */
export type Effects = {
  saveCredentials: (address: ConnectorAddress, credentials: BoundCredentials) => Promise<void>;
  forgetCredentials: (address: ConnectorAddress) => Promise<void>;
  /** Lists a created connector at once and saves what only the console knows of it. */
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

/** Seconds. The gateway's lists and details may lag a little behind its own answers. */
export const pausesBeforeLooking = [0, 0.7, 1.5, 3];
