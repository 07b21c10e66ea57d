/** What a run finds in the cloud: the accounts in a connector's scope, and the errors met on the way. */
import { groupsOfTenant, subscriptionsOf } from './management-groups.ts';
import { accountsOf, type Unit, unitsOfRoot } from './organizational-units.ts';
import * as say from './provider-errors.ts';
import type { AwsConnector, AzureConnector, Connector, SeedName, Trouble } from './world.ts';

/** An account a run found: where it lies, and whether it could be read. */
export type FoundAccount = { accountId: string; name: string; parentId: string; readable: boolean };
export type Findings = { accounts: FoundAccount[]; errors: string[] };

export function explore(seed: SeedName, connector: Connector): Findings {
  if (connector.trouble) return { accounts: [], errors: [troubleText(connector, connector.trouble)] };
  return connector.cloud === 'azure' ? exploreTenant(seed, connector) : exploreOrganization(seed, connector);
}

function exploreTenant(seed: SeedName, connector: AzureConnector): Findings {
  const known = groupsOfTenant(seed, connector.tenantId);
  const included = connector.included.length > 0 ? connector.included : known;
  const missing = connector.included.filter((group) => !known.includes(group));
  const covered = included.filter((group) => known.includes(group) && !connector.excluded.includes(group));
  const found = covered.flatMap((group) =>
    subscriptionsOf(connector.tenantId, group).map((subscription) => ({ group, subscription })),
  );
  const refusals = found.flatMap(({ subscription }) => {
    if (subscription.trouble === 'unreadable') return [say.subscriptionForbidden(connector, subscription.id)];
    return subscription.trouble === 'disabled' ? [say.subscriptionDisabled(subscription.id)] : [];
  });
  const accounts = found.map(({ group, subscription }) => ({
    accountId: subscription.id,
    name: subscription.name,
    parentId: `/providers/Microsoft.Management/managementGroups/${group}`,
    readable: subscription.trouble === null,
  }));
  return { accounts, errors: [...missing.map(say.groupNotFound), ...refusals] };
}

function exploreOrganization(seed: SeedName, connector: AwsConnector): Findings {
  const units = unitsOfRoot(seed, connector.organizationId);
  const known = new Set(units.map((unit) => unit.id));
  const missing = connector.included.filter((id) => isUnitId(id) && !known.has(id));
  const found = coveredUnits(units, connector)
    .flatMap(accountsOf)
    .filter(({ id }) => !connector.excluded.includes(id));
  const role = connector.arn.split('/').at(-1) ?? 'role';
  const refusals = found
    .filter((account) => account.roleMissing)
    .map(({ id }) => say.assumeRoleDenied(connector.baseAwsAccountId, `arn:aws:iam::${id}:role/${role}`));
  const accounts = found.map(({ id, unitId, roleMissing }) => ({
    accountId: id,
    name: id,
    parentId: unitId,
    readable: !roleMissing,
  }));
  return { accounts, errors: [...missing.map(say.unitNotFound), ...refusals] };
}

/** A unit is covered when it or a unit above it is included and neither is excluded; no includes mean the whole tree. */
function coveredUnits(units: Unit[], { included, excluded }: AwsConnector): Unit[] {
  const named = (ids: string[]) => units.filter((unit) => ids.includes(unit.id));
  const [wanted, unwanted] = [named(included), named(excluded)];
  const isBelow = (unit: Unit, some: Unit[]) => some.some((above) => isWithin(unit, above));
  return units.filter((unit) => (included.length === 0 || isBelow(unit, wanted)) && !isBelow(unit, unwanted));
}

function isWithin(unit: Unit, above: Unit): boolean {
  const path = `${above.path}/${above.name}`;
  return unit.id === above.id || unit.path === path || unit.path.startsWith(`${path}/`);
}

function isUnitId(id: string): boolean {
  return id.startsWith('ou-') || id.startsWith('r-');
}

function troubleText(connector: Connector, trouble: Trouble): string {
  if (trouble === 'licence') return say.licenceExhausted;
  if (trouble === 'masked') return say.maskedError;
  if (connector.cloud === 'aws') {
    return trouble === 'throttled'
      ? say.awsThrottled()
      : say.assumeRoleDenied(connector.baseAwsAccountId, connector.arn);
  }
  if (trouble === 'throttled') return say.azureThrottled(connector.applicationId);
  if (trouble === 'secret-wrong') return say.secretWrong(connector);
  return trouble === 'groups-forbidden' ? say.groupsForbidden(connector) : say.secretExpired(connector);
}
