/** What the console needs of the vendor, in the console's words. Every method may throw a `GatewayError`. */
import type {
  AwsConnector,
  AwsConnectorSpec,
  AwsEditingValues,
  AwsTestRequest,
  AzureConnector,
  AzureConnectorSpec,
  AzureEditingValues,
  Cloud,
  Connector,
  ConnectorSummary,
  ManagementGroups,
  Member,
} from '@console/console-contract';
import type { CallBudgets } from './call-budgets.ts';
import type { Destination } from './credential-vault.ts';
import type { Secret } from './secret.ts';

/** Where a workspace's gateway is and who the console is there. The secret is opened only to mint a token. */
export type GatewayAccess = {
  workspaceId: string;
  apiServerUrl: string;
  gatewayUrl: string;
  authPath: string;
  clientId: string;
  /** Changes with every new secret: the key under which tokens are remembered. */
  secretVersion: number;
  openSecret: () => Secret;
};

/** One connection per workspace; the implementation remembers tokens and connections across calls. */
export interface ConnectorGateways {
  /**
   * `background`: for work that no user waits for; it keeps within the budget and behind people's calls, and is told to wait as
   * `rate-limited`.
   */
  of(access: GatewayAccess, urgency?: 'person' | 'background'): ConnectorGateway;
  /** Where the limits that answers tell are kept, and background work asks whether it may call. */
  keepWithin(budgets: CallBudgets): void;
  /** What a kind of call that the budgets name is called among people. */
  titleOf(call: string): string;
  close(): Promise<void>;
}

/** Rows that could be read; `incomplete` when some could not, or paging ended early. */
export type Listing<T> = { rows: T[]; incomplete: boolean };

export type ListedConnector = Omit<
  ConnectorSummary,
  'enabled' | 'tenantId' | 'nextSync' | 'newestError' | 'newestCause' | 'unlisted' | 'stateSince'
> & {
  /** Where its state says that it is disabled; else the list does not tell. */
  enabled?: false;
};

export type AzureCredentials = { tenantId: string; applicationId: string; secretValue: Secret };

/** What the role in AWS was made with; sealed at rest like a secret. */
export type AwsExternalIds = { externalId: Secret; memberExternalId: Secret };

/** What a connector was made with in its cloud: never told by the gateway, and wanted by it with every edit. */
export type ConnectorCredentials = { secretValue: Secret } | AwsExternalIds;

/** Where a call was meant to go when it was asked for; without a client id, under the workspace's own. */
export type MeantFor = Pick<Destination, 'gatewayHosts'> & Partial<Pick<Destination, 'clientId'>>;

/** `boundTo`: where the workspace pointed to when they were given. They go there, or nowhere. */
export type BoundCredentials = { secrets: ConnectorCredentials; boundTo: Destination };

/** Documented facts that no form of the console shows, or shows more coarsely: an edit sends them back as they were told. */
export type Unreported = {
  apps: { name: string; identifier: string | null; tagId: string | null }[];
  autoActivateCV: boolean | null;
  /** In minutes. */
  runEvery: number | null;
  memberRunEvery: number | null;
};

/** A connector as the gateway tells it now: what a form shows of it, `null` where it is silent, and what must not be lost. */
export type ReportedAzure = {
  cloud: 'azure';
  connector: AzureConnector;
  reported: AzureEditingValues;
  unreported: Unreported;
};
export type ReportedAws = {
  cloud: 'aws';
  connector: AwsConnector;
  reported: AwsEditingValues;
  unreported: Unreported;
};

export type AwsConnection = Omit<AwsTestRequest, 'externalId' | 'connector'> & { externalId: Secret };

/** T2: the accounts whose snapshots are scanned and through which connector, and the scanner's image per region. */
export type ScannerRegistration = {
  accounts: { accountId: string; connectorId: string | null }[];
  images: { region: string; image: string }[];
};

export type AzureTestProgress = {
  state: 'running' | 'succeeded' | 'failed';
  stateText: string;
  error: string | null;
  startedAt: string | null;
  updatedAt: string | null;
};

export type JobMessage = { type: string | null; message: string; at: string | null };

/** A connector as the list of valid targets names it. */
export type Target = { id: string; uuid: string | null; name: string };

export interface ConnectorGateway {
  /** T1: mints a fresh token, whatever is remembered. */
  mintToken(): Promise<void>;
  /** A5, W3: how many connectors the first page names. */
  countFirstPage(cloud: Cloud): Promise<number>;
  /** A5, W3: every page. */
  listConnectors(cloud: Cloud): Promise<Listing<ListedConnector>>;
  /** A5, W3 with the query `isDisabled: true`: a summary does not tell. */
  listDisabledIds(cloud: Cloud): Promise<Set<string>>;
  /** A5, W3 with a query by name, exact matches only. */
  findByName(cloud: Cloud, name: string): Promise<ListedConnector[]>;
  /** A6, W4. `tenantName` and other facts the gateway never gives are `null`. */
  readConnector(cloud: Cloud, id: string): Promise<Connector>;
  /** A15, W12. */
  readLastJob(cloud: Cloud, id: string): Promise<Listing<JobMessage>>;
  /** A7, W6. How many the gateway says it marked, `null` when its sentence names no number. */
  runConnector(cloud: Cloud, id: string): Promise<{ marked: number | null }>;
  /** A10, W7. The answers can lie, so none is given: read again. */
  setEnabled(cloud: Cloud, id: string, enabled: boolean): Promise<void>;
  /** A16, W9. Deleting detaches the members. */
  deleteConnector(cloud: Cloud, id: string): Promise<void>;
  /** T2. */
  readScannerRegistration(): Promise<ScannerRegistration>;
  /** A1. Answers with the job that reads the tenant's management groups. */
  testAzure(credentials: AzureCredentials): Promise<{ jobId: string }>;
  /** A2. */
  readAzureTest(jobId: string): Promise<AzureTestProgress>;
  /** A8, every page. Each name once; `alike` are those that several groups carry, and how many. */
  listManagementGroups(tenant: {
    tenantId: string;
    applicationId: string;
  }): Promise<Listing<string> & Pick<ManagementGroups, 'alike'>>;
  /** A3. */
  createAzure(spec: AzureConnectorSpec, secretValue: Secret): Promise<Connector>;
  /** A6, for an edit. */
  readAzureForEdit(id: string): Promise<ReportedAzure>;
  /** A4. Its answer may lie, so none is given: read again. */
  editAzure(
    edit: { id: string; spec: AzureConnectorSpec; unreported: Unreported },
    secretValue: Secret,
  ): Promise<void>;
  /** A7: many at once. */
  runAzure(ids: string[]): Promise<{ marked: number | null }>;
  /** A9. */
  readAzureScope(id: string): Promise<{ included: string[]; excluded: string[] }>;
  /** A10: many at once. */
  setAzureEnabled(ids: string[], enabled: boolean): Promise<void>;
  /** A11. Its answer says the opposite, so none is given: read A14 again. */
  attachAzureMember(memberId: string, connectorId: string): Promise<void>;
  /** A12. */
  detachAzureMembers(memberIds: string[]): Promise<void>;
  /** A13. */
  listAzureTargets(memberId: string): Promise<Listing<Target>>;
  /** A14, every page. */
  listAzureMembers(id: string): Promise<Listing<Member>>;
  /** W1: has the gateway assume the role. Must have succeeded under this name before `createAws`. */
  testAws(connection: AwsConnection): Promise<void>;
  /** W2. Its answer has no id, so none is given: find it by name. */
  createAws(spec: AwsConnectorSpec, externalIds: AwsExternalIds): Promise<void>;
  /** W4, for an edit. The document's detail has neither the role nor the scope. */
  readAwsForEdit(id: string): Promise<ReportedAws>;
  /** W5. Its answer may lie, so none is given: read again. */
  editAws(
    edit: { id: string; spec: AwsConnectorSpec; unreported: Unreported },
    externalIds: AwsExternalIds,
  ): Promise<void>;
  /** W8: one at a time. Answers with the members it names, the detached one among them. */
  detachAwsMember(memberId: string): Promise<Member[]>;
  /** W10. */
  attachAwsMember(memberUuid: string, connectorId: string): Promise<Member | null>;
  /** W11. */
  listAwsTargets(memberUuid: string): Promise<Listing<Target>>;
  /** W13, every page; flat, the root first. */
  listOrganizationalUnits(connectorName: string, rootId: string): Promise<Listing<OrganizationalUnit>>;
}

/** `path` is the path of names above the unit: empty for the root. */
export type OrganizationalUnit = { id: string; name: string; path: string };
