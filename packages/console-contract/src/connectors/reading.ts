/** Organization connectors: the mixed list from the console's own snapshot, and one connector read through. */
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { Cloud, ConnectorId, ConnectorParams, Minutes, Timestamp, WorkspaceParams } from '../values.ts';
import { Freshness } from './freshness.ts';
import { LikelyCause } from './likely-cause.ts';

/** The vendor's set of states is open: one we do not know is `unknown`, and `stateText` shows its own word. */
export const ConnectorState = z.enum(['pending', 'queued', 'running', 'succeeded', 'errors', 'unknown']);
export type ConnectorState = z.output<typeof ConnectorState>;

/** States in which the gateway is working on the connector's job. A pending one waits: for its first run, or for its turn. */
export const workingStates: readonly ConnectorState[] = ['queued', 'running'];

/** States in which the newest job has not ended: what is known of a last job, or that there was none, is from before. */
export const unfinishedStates: readonly ConnectorState[] = ['pending', 'queued', 'running'];

/** A pending connector that has synced before waits for a run that was asked for; one that never did may wait for ever. */
export function hasJobUnderWay({
  state,
  lastSync,
}: {
  state: ConnectorState;
  lastSync: string | null;
}): boolean {
  return workingStates.includes(state) || (state === 'pending' && lastSync !== null);
}

export const ConnectorSummary = z.object({
  cloud: Cloud,
  id: ConnectorId,
  uuid: z.nullable(z.string()),
  name: z.string(),
  state: ConnectorState,
  stateText: z.string(),
  /** `null` while the console could not learn it. */
  enabled: z.nullable(z.boolean()),
  organizationId: z.nullable(z.string()),
  /** Known once the detail of an Azure connector was read; the lists do not tell it. */
  tenantId: z.nullable(z.string()),
  capabilities: z.array(z.string()),
  members: z.nullable(z.number()),
  /** `null` when it never synced, as far as the console has seen: until its first job ends, a connector reports its creation. */
  lastSync: z.nullable(Timestamp),
  nextSync: z.nullable(Timestamp),
  newestError: z.nullable(z.string()),
  /** What that error most likely means, in few words; `null` where that is not known. */
  newestCause: z.nullable(z.string()),
  /** There only while a job has ended with errors that the console has not read yet. */
  errorsUnread: z.optional(z.literal(true)),
  /**
   * There only while the gateway's list lacks it: whether its detail has confirmed since that it is still there. It is removed only when its
   * detail says that it is gone.
   */
  unlisted: z.optional(z.enum(['unconfirmed', 'still-there'])),
  /** Since when the console has seen it in this state. */
  stateSince: Timestamp,
});
export type ConnectorSummary = z.output<typeof ConnectorSummary>;

/**
 * The whole list, or what has changed since a version that the caller has. `version` is the same at every replica for the same rows.
 * With `since`, `connectors` are only the new and changed rows, `places` has the index of each in the new list, and `gone` has the `cloud/id`
 * of each removed row. All other rows keep their order.
 */
export const ConnectorList = z.object({
  version: z.number(),
  connectors: z.array(ConnectorSummary),
  since: z.optional(
    z.object({ version: z.number(), places: z.array(z.number()), gone: z.array(z.string()) }),
  ),
  total: z.number(),
  asOf: z.nullable(Timestamp),
  freshness: Freshness,
});
export type ConnectorList = z.output<typeof ConnectorList>;

/** The list that the caller has, `before`, with what has changed in it; a whole list replaces it. Rows that stay are the same objects. */
export function listAfter(before: ConnectorList | undefined, answer: ConnectorList): ConnectorList {
  const { since, ...list } = answer;
  if (since === undefined) return list;
  if (before?.version !== since.version) throw new Error('The answer is about another version of the list.');
  const keyOf = ({ cloud, id }: ConnectorSummary) => `${cloud}/${id}`;
  const left = new Set([...since.gone, ...answer.connectors.map(keyOf)]);
  const connectors = before.connectors.filter((row) => !left.has(keyOf(row)));
  // In the order of their places: each is put where it stands once those before it are there.
  answer.connectors.forEach((row, at) => void connectors.splice(since.places[at] ?? 0, 0, row));
  return { ...list, connectors };
}

export const Scope = z.object({ included: z.array(z.string()), excluded: z.array(z.string()) });
export type Scope = z.output<typeof Scope>;

/**
 * Whether its apps (AI, CI, CSA) are known to the gateway by one identifier. One without, or several, has left stale assets behind at the
 * vendor.
 */
export const AppIdentifiers = z.enum(['same', 'different', 'missing']);

export const Activation = z.object({
  vm: z.boolean(),
  pc: z.boolean(),
  sca: z.boolean(),
  certView: z.boolean(),
});
export type Activation = z.output<typeof Activation>;

const described = {
  id: ConnectorId,
  uuid: z.nullable(z.string()),
  name: z.string(),
  description: z.nullable(z.string()),
  state: ConnectorState,
  stateText: z.string(),
  enabled: z.nullable(z.boolean()),
  organizationId: z.nullable(z.string()),
  capabilities: z.array(z.string()),
  remediation: z.nullable(z.boolean()),
  runEvery: z.nullable(Minutes),
  memberRunEvery: z.nullable(Minutes),
  memberPrefix: z.nullable(z.string()),
  lastSync: z.nullable(Timestamp),
  lastSuccessfulSync: z.nullable(Timestamp),
  nextSync: z.nullable(Timestamp),
  lastError: z.nullable(z.string()),
  createdBy: z.nullable(z.string()),
  tagIds: z.array(z.string()),
  scope: z.nullable(Scope),
  createForNewAccounts: z.nullable(z.boolean()),
  disableForDeleted: z.nullable(z.boolean()),
  activation: z.nullable(Activation),
  /** `null` where the gateway names no apps. */
  appIdentifiers: z.nullable(AppIdentifiers),
};

export const AzureConnector = z.object({
  cloud: z.literal('azure'),
  ...described,
  tenantId: z.nullable(z.string()),
  /** Not in the gateway's answers: what was entered through this console, else `null`. */
  tenantName: z.nullable(z.string()),
  applicationId: z.nullable(z.string()),
  /** `YYYY-MM-DD`, as entered through this console: the gateway knows no such date. */
  secretExpiresOn: z.nullable(z.string()),
});
export type AzureConnector = z.output<typeof AzureConnector>;

/** The gateway's AWS detail leaves out the role and the scope; `null` means that the console was not told yet. */
export const AwsConnector = z.object({
  cloud: z.literal('aws'),
  ...described,
  roleArn: z.nullable(z.string()),
  baseAccountId: z.nullable(z.string()),
  perimeterScan: z.nullable(z.boolean()),
});
export type AwsConnector = z.output<typeof AwsConnector>;

export const Connector = z.discriminatedUnion('cloud', [AzureConnector, AwsConnector]);
export type Connector = z.output<typeof Connector>;

/** `source` tells whether the gateway answered just now or the console shows what it last saw, as of `asOf`. */
export const ConnectorReading = z.object({
  connector: Connector,
  source: z.enum(['gateway', 'snapshot']),
  asOf: Timestamp,
});
export type ConnectorReading = z.output<typeof ConnectorReading>;

/** A connector together with what only the console tells of it. */
export const ExplainedReading = z.extend(ConnectorReading, {
  /** What its newest error most likely means; `null` where there is none, or it is not explained. */
  cause: z.nullable(LikelyCause),
  /** By the list of connectors; `null` where that does not tell. */
  members: z.nullable(z.number()),
});
export type ExplainedReading = z.output<typeof ExplainedReading>;

/** `null` when neither the gateway nor the console knows it. */
export const ScopeReading = z.object({
  scope: z.nullable(Scope),
  asOf: Timestamp,
  /** Those of an AWS scope's units that the console has seen in a tree; `path` is the path of names above, empty for the root. */
  units: z.array(z.object({ id: z.string(), name: z.string(), path: z.string() })),
});
export type ScopeReading = z.output<typeof ScopeReading>;

export const connectorEndpoints = {
  listConnectors: {
    summary: 'Connectors of both clouds, from the console’s own snapshot',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors',
    access: 'connectors.read',
    params: WorkspaceParams,
    query: z.strictObject({ since: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
    answer: ConnectorList,
  },
  refreshConnectors: {
    summary: 'Read both clouds’ lists from the gateway now, and answer with the fresh list',
    method: 'POST',
    path: '/api/workspaces/{workspace}/connectors/refresh',
    access: 'connectors.read',
    params: WorkspaceParams,
    answer: ConnectorList,
  },
  readFreshness: {
    summary: 'How old the picture is and how much of the call budget is left',
    method: 'GET',
    path: '/api/workspaces/{workspace}/freshness',
    access: 'connectors.read',
    params: WorkspaceParams,
    answer: Freshness,
  },
  readConnector: {
    summary: 'One connector, from the gateway or, when that fails, as last seen',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}',
    access: 'connectors.read',
    params: ConnectorParams,
    /** Of a page that has shown it before and stays open: what the gateway told less than a minute ago is answered again. */
    query: z.strictObject({ watching: z.optional(z.literal('1')) }),
    answer: ExplainedReading,
  },
  readScope: {
    summary: 'Which management groups or units a connector takes in and leaves out',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}/scope',
    access: 'connectors.read',
    params: ConnectorParams,
    answer: ScopeReading,
  },
} as const satisfies Record<string, Endpoint>;
