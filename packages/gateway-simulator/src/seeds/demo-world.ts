/** The demo world: 25 connectors of fictional companies over both clouds, with members, errors and some loose members. */
import { explore } from '../world/coverage.ts';
import type { Connector, World } from '../world/world.ts';
import { type AwsEntry, awsEntries } from './demo-aws.ts';
import { type AzureEntry, azureEntries } from './demo-azure.ts';
import { addAws, addAzure, addFormerMembers, addLooseMember, leaveErrors } from './grow.ts';

const hour = 3_600_000;
/** Where nothing else is said, the next scheduled run lies this far ahead, so that a fresh demo stands still. */
const quietTime = 2 * hour;

export function growDemoWorld(world: World, now: number): void {
  for (const entry of azureEntries) settle(world, azureOf(world, entry, now), entry, now);
  for (const entry of awsEntries) settle(world, awsOf(world, entry, now), entry, now);
  const [azure, aws] = [firstOf(world, 'azure'), firstOf(world, 'aws')];
  for (const label of ['Pay-As-You-Go', 'Visual Studio Enterprise', 'Northwind Legacy']) {
    if (azure) addLooseMember(world, azure, label, now - 40 * hour);
  }
  for (const label of ['nw-aws_legacy-billing', 'nw-aws_acquired-01']) {
    if (aws) addLooseMember(world, aws, label, now - 40 * hour);
  }
}

function azureOf(world: World, entry: AzureEntry, now: number): Connector {
  return addAzure(world, {
    company: entry.company,
    name: entry.name,
    prefix: entry.prefix,
    cspm: entry.cspm ?? true,
    included: entry.included,
    disabled: entry.disabled ?? false,
    orgMinutes: entry.days * 1_440,
    syncedAt: now - entry.syncedHoursAgo * hour,
  });
}

function awsOf(world: World, entry: AwsEntry, now: number): Connector {
  const included = entry.outcome === 'stale-unit' ? [`ou-${entry.root.slice(2)}-gone0000`] : [];
  return addAws(world, {
    name: entry.name,
    prefix: entry.prefix,
    root: entry.root,
    role: entry.role,
    govCloud: entry.govCloud ?? false,
    included,
    disabled: entry.disabled ?? false,
    orgMinutes: entry.hours * 60,
    syncedAt: now - entry.syncedHoursAgo * hour,
  });
}

/** Puts the outcome of the last run on a connector, as a real run over its scope would have left it. */
function settle(world: World, connector: Connector, entry: AzureEntry | AwsEntry, now: number): void {
  const { outcome } = entry;
  const endedAt = connector.lastSynced;
  connector.nextSync = Math.max(connector.nextSync, now + quietTime);
  addFormerMembers(world, connector, entry.members, endedAt);
  if (outcome === 'never-ran') connector.state = 'PENDING';
  if (outcome === 'success' || outcome === 'never-ran') {
    leaveScopeClean(world, connector);
    return;
  }
  if (outcome !== 'errors' && outcome !== 'stale-unit') connector.trouble = outcome;
  leaveErrors(connector, explore(world.seed, connector).errors, endedAt);
}

/** A successful connector stays successful when it is run again: what cannot be read is left out of its scope. */
function leaveScopeClean(world: World, connector: Connector): void {
  const unreadable = explore(world.seed, connector).accounts.filter((account) => !account.readable);
  connector.excluded = [...new Set(unreadable.map((account) => account.parentId.split('/').at(-1) ?? ''))];
  for (const member of world.members.values()) {
    if (member.connectorId === connector.id) member.state = 'FINISHED_SUCCESS';
  }
}

function firstOf(world: World, cloud: Connector['cloud']): Connector | undefined {
  return [...world.connectors.values()].find((connector) => connector.cloud === cloud);
}
