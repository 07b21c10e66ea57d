/** How a seeded connector comes to look as if it had lived: created, tested, and run some hours ago. */
import { explore } from '../world/coverage.ts';
import { drawsFor } from '../world/random.ts';
import { newMember } from '../world/runs.ts';
import { tenantKey } from '../world/test-jobs.ts';
import {
  type AwsConnector,
  type AzureConnector,
  type Connector,
  takeId,
  type World,
} from '../world/world.ts';

const hour = 3_600_000;

type Lived = {
  name: string;
  prefix: string;
  identifier: string;
  cspm: boolean;
  included: string[];
  disabled: boolean;
  orgMinutes: number;
  syncedAt: number;
};

function livedFields(
  id: number,
  { name, prefix, identifier, cspm, included, disabled, orgMinutes, syncedAt }: Lived,
) {
  const names = cspm ? (['AI', 'CI', 'CSA'] as const) : (['AI'] as const);
  return {
    id,
    uuid: drawsFor('seeded connector', name).uuid(),
    name,
    prefix,
    apps: names.map((app) => ({ name: app, identifier, tagId: null })),
    remediation: id % 3 === 0,
    orgMinutes,
    memberMinutes: orgMinutes,
    included,
    excluded: [],
    createsMembers: true,
    disablesMembers: id % 2 === 0,
    activate: { cv: false, certView: false, pc: false, sca: false, vm: id % 4 === 0 },
    defaultTagIds: [],
    state: 'FINISHED_SUCCESS',
    lastSynced: syncedAt,
    lastSuccessfulSync: syncedAt,
    nextSync: syncedAt + orgMinutes * 60_000,
    lastError: null,
    disabled,
    lastJobErrors: [],
    trouble: null,
  };
}

export type AzureLife = Omit<Lived, 'identifier'> & { company: string };

export function addAzure(world: World, life: AzureLife): AzureConnector {
  const draws = drawsFor('tenant', life.company);
  const [tenantId, applicationId] = [draws.uuid(), draws.uuid()];
  const connector: AzureConnector = {
    ...livedFields(takeId(world), { ...life, identifier: applicationId }),
    cloud: 'azure',
    organizationId: drawsFor('directory', tenantId).uuid(),
    description: `${life.company}, managed by the platform team`,
    tenantName: life.company,
    tenantId,
    applicationId,
    secretHash: null,
  };
  world.connectors.set(connector.id, connector);
  world.knownTenants.add(tenantKey(connector));
  return connector;
}

export type AwsLife = Omit<Lived, 'identifier' | 'cspm'> & { root: string; role: string; govCloud: boolean };

export function addAws(world: World, life: AwsLife): AwsConnector {
  const draws = drawsFor('organization', life.root);
  const account = draws.digits(12);
  const externalId = `pod01-${draws.digits(7)}-${draws.digits(13)}`;
  const connector: AwsConnector = {
    ...livedFields(takeId(world), { ...life, identifier: externalId, cspm: true }),
    cloud: 'aws',
    organizationId: life.root,
    description: null,
    externalId,
    memberExternalId: `pod01-${draws.digits(7)}-${draws.digits(13)}`,
    baseAwsAccountId: '205767712438',
    arn: `arn:${life.govCloud ? 'aws-us-gov' : 'aws'}:iam::${account}:role/${life.role}`,
    isGovCloudConfigured: life.govCloud,
    isAllRegions: true,
    isCiRegionAll: true,
    isCPSEnabled: false,
  };
  world.connectors.set(connector.id, connector);
  world.testedNames.set(connector.name, life.root);
  return connector;
}

/** Members a former run has left: accounts of the connector's scope, the first of them. */
export function addFormerMembers(world: World, connector: Connector, count: number, syncedAt: number): void {
  const { accounts } = explore(world.seed, { ...connector, trouble: null });
  for (const account of accounts.slice(0, count)) {
    const member = newMember(takeId(world), connector, account, syncedAt);
    world.members.set(member.id, member);
  }
}

/** A member that stands on its own, free to be attached. */
export function addLooseMember(world: World, like: Connector, label: string, syncedAt: number): void {
  const draws = drawsFor('loose member', label);
  const accountId = like.cloud === 'azure' ? draws.uuid() : draws.digits(12);
  const account = { accountId, name: label, parentId: '', readable: true };
  const member = newMember(takeId(world), like, account, syncedAt);
  world.members.set(member.id, { ...member, name: label, connectorId: null, parentId: null });
}

/** Leaves the errors of a last job that ended at `endedAt`. */
export function leaveErrors(connector: Connector, messages: string[], endedAt: number): void {
  connector.state = 'FINISHED_ERRORS';
  connector.lastError = messages[0] ?? null;
  connector.lastJobErrors = messages.map((errorMsg) => ({ type: null, errorMsg, created: endedAt }));
  connector.lastSuccessfulSync = endedAt - 26 * hour;
}
