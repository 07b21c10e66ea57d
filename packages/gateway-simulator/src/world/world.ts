/**
 * Everything the pretended vendor remembers, in its own words rather than the wire's. Plain data: a world can be written to a
 * file and read back.
 */
import { z } from 'zod';

const App = z.object({
  name: z.enum(['AI', 'CI', 'CSA']),
  identifier: z.string(),
  tagId: z.number().nullable(),
});
export type App = z.output<typeof App>;

const JobError = z.object({ type: z.string().nullable(), errorMsg: z.string(), created: z.number() });
export type JobError = z.output<typeof JobError>;

/** What keeps a connector's runs from reaching the cloud: chosen by the special inputs of the README. */
const Trouble = z.enum([
  'secret-expired',
  'secret-wrong',
  'groups-forbidden',
  'role-revoked',
  'throttled',
  'masked',
  'licence',
]);
export type Trouble = z.output<typeof Trouble>;

const connectorFields = {
  /** Rises by one with each connector and member, as the vendor's ids do. */
  id: z.number(),
  uuid: z.string(),
  /** A directory's UUID on Azure, the organization's root (`r-…`) on AWS. */
  organizationId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  prefix: z.string(),
  apps: z.array(App),
  remediation: z.boolean(),
  orgMinutes: z.number(),
  memberMinutes: z.number(),
  included: z.array(z.string()),
  excluded: z.array(z.string()),
  createsMembers: z.boolean(),
  disablesMembers: z.boolean(),
  activate: z.object({
    cv: z.boolean(),
    certView: z.boolean(),
    pc: z.boolean(),
    sca: z.boolean(),
    vm: z.boolean(),
  }),
  defaultTagIds: z.array(z.number()),
  state: z.string(),
  lastSynced: z.number(),
  lastSuccessfulSync: z.number(),
  nextSync: z.number(),
  lastError: z.string().nullable(),
  disabled: z.boolean(),
  lastJobErrors: z.array(JobError),
  trouble: Trouble.nullable(),
};

export const AzureConnector = z.object({
  ...connectorFields,
  cloud: z.literal('azure'),
  tenantName: z.string(),
  tenantId: z.string(),
  applicationId: z.string(),
  /** A hash of the secret the connector was created with; null in a seeded world, whose secrets are unknown. */
  secretHash: z.string().nullable(),
});
export type AzureConnector = z.output<typeof AzureConnector>;

export const AwsConnector = z.object({
  ...connectorFields,
  cloud: z.literal('aws'),
  externalId: z.string(),
  memberExternalId: z.string(),
  baseAwsAccountId: z.string(),
  arn: z.string(),
  isGovCloudConfigured: z.boolean(),
  isAllRegions: z.boolean(),
  isCiRegionAll: z.boolean(),
  isCPSEnabled: z.boolean(),
});
export type AwsConnector = z.output<typeof AwsConnector>;
export type Connector = AzureConnector | AwsConnector;

export const Member = z.object({
  id: z.number(),
  uuid: z.string(),
  cloud: z.enum(['azure', 'aws']),
  name: z.string(),
  /** The subscription or the account behind the member. */
  accountId: z.string(),
  apps: z.array(App),
  remediation: z.boolean(),
  disabled: z.boolean(),
  state: z.string(),
  scanUuid: z.string().nullable(),
  activatedModules: z.array(z.string()),
  lastSynced: z.number(),
  /** Null while the member stands on its own. */
  connectorId: z.number().nullable(),
  parentId: z.string().nullable(),
});
export type Member = z.output<typeof Member>;

/** A connection test on Azure, which takes a while; its outcome is settled when it starts. */
export const TestJob = z.object({
  uuid: z.string(),
  tenantId: z.string(),
  applicationId: z.string(),
  startedAt: z.number(),
  /** Null for a job that never ends. */
  endsAt: z.number().nullable(),
  error: z.string().nullable(),
});
export type TestJob = z.output<typeof TestJob>;

export const Run = z.object({
  connectorId: z.number(),
  queuedAt: z.number(),
  processingAt: z.number(),
  endsAt: z.number(),
});
export type Run = z.output<typeof Run>;

/** A world as it is kept in a file. */
export const StoredWorld = z.object({
  seed: z.enum(['demo', 'crowd', 'large', 'empty']),
  nextId: z.number(),
  customerId: z.string(),
  userUuid: z.string(),
  userName: z.string(),
  createdBy: z.string(),
  connectors: z.array(z.discriminatedUnion('cloud', [AzureConnector, AwsConnector])),
  members: z.array(Member),
  testJobs: z.array(TestJob),
  runs: z.array(Run),
  /** Tenant and application, as `tenantId/applicationId`, of every Azure test that succeeded: their groups are known. */
  knownTenants: z.array(z.string()),
  /** Connector names whose AWS test succeeded, with the root last asked for under the name. */
  testedNames: z.array(z.tuple([z.string(), z.string().nullable()])),
});
export type StoredWorld = z.output<typeof StoredWorld>;
export type SeedName = StoredWorld['seed'];

/** A world in memory: connectors and members by id, the rest as stored. */
export type World = Omit<StoredWorld, 'connectors' | 'members' | 'knownTenants' | 'testedNames'> & {
  connectors: Map<number, Connector>;
  members: Map<number, Member>;
  knownTenants: Set<string>;
  testedNames: Map<string, string | null>;
};

export function storeWorld(world: World): StoredWorld {
  return {
    ...world,
    connectors: [...world.connectors.values()],
    members: [...world.members.values()],
    knownTenants: [...world.knownTenants],
    testedNames: [...world.testedNames],
  };
}

export function restoreWorld(stored: StoredWorld): World {
  return {
    ...stored,
    connectors: new Map(stored.connectors.map((connector) => [connector.id, connector])),
    members: new Map(stored.members.map((member) => [member.id, member])),
    knownTenants: new Set(stored.knownTenants),
    testedNames: new Map(stored.testedNames),
  };
}

/** The next id, for a connector or a member. */
export function takeId(world: World): number {
  world.nextId += 1;
  return world.nextId;
}

export function membersOf(world: World, connectorId: number): Member[] {
  return [...world.members.values()].filter((member) => member.connectorId === connectorId);
}

/** How many connectors the licence is charged with: members count, attached or not. */
export function licencesUsed(world: World): number {
  return world.connectors.size + world.members.size;
}
