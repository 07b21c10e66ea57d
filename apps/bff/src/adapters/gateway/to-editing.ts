/** A connector's detail as the fields of a form, and what no form shows of it. */
import { partitionOf } from '@console/console-contract';
import type { AwsConnectorDetail, AzureConnectorDetail } from '@console/gateway-contract';
import type { ToldAws, ToldAzure, Unshown } from '../../ports/connector-gateway.ts';
import { isPosture } from './kept-fields.ts';
import { toAwsConnector, toAzureConnector } from './to-connector.ts';

export function toldAzure(detail: AzureConnectorDetail): ToldAzure {
  const connector = toAzureConnector(detail);
  const { tenantId, tenantName, applicationId, activation, createForNewAccounts, disableForDeleted } =
    connector;
  return {
    cloud: 'azure',
    connector,
    told: {
      ...sharedOf(connector, detail),
      description: connector.description ?? '',
      tenantId,
      tenantName,
      applicationId,
      secretExpiresOn: null,
      createForNewAccounts,
      disableForDeleted,
      activation,
      runEveryDays: inUnits(connector.runEvery, days),
      memberRunEveryDays: inUnits(connector.memberRunEvery, days),
    },
    unshown: unshownOf(detail),
  };
}

export function toldAws(detail: AwsConnectorDetail): ToldAws {
  const connector = toAwsConnector(detail);
  const { baseAccountId, roleArn, perimeterScan, organizationId } = connector;
  return {
    cloud: 'aws',
    connector,
    told: {
      ...sharedOf(connector, detail),
      partition: partitionTold(detail.isGovCloudConfigured, roleArn),
      baseAccountId,
      roleArn,
      // Some samples have the organization's root here, others an id of the vendor's own.
      rootId: organizationId?.startsWith('r-') ? organizationId : null,
      allRegions: detail.isAllRegions,
      allPostureRegions: detail.isCiRegionAll,
      perimeterScan,
      activateVm: detail.autoActivateVM,
      runEveryHours: inUnits(connector.runEvery, hours),
      memberRunEveryHours: inUnits(connector.memberRunEvery, hours),
    },
    unshown: unshownOf(detail),
  };
}

type Detail = AzureConnectorDetail | AwsConnectorDetail;

function sharedOf(
  { name, remediation, scope, memberPrefix, tagIds }: ToldAzure['connector'] | ToldAws['connector'],
  { connectorAppInfos, connectorCapabilities }: Detail,
) {
  const apps = [...connectorAppInfos.map((app) => app.name), ...connectorCapabilities];
  return { name, remediation, scope, memberPrefix: memberPrefix || null, tagIds, cspm: apps.some(isPosture) };
}

function unshownOf({
  connectorAppInfos,
  autoActivateCV,
  orgRunFrequency,
  connectorRunFrequency,
}: Detail): Unshown {
  return {
    apps: connectorAppInfos.map(({ name, identifier, tagId }) => ({ name, identifier, tagId })),
    autoActivateCV,
    runEvery: orgRunFrequency,
    memberRunEvery: connectorRunFrequency,
  };
}

function partitionTold(govCloud: boolean | null, roleArn: string | null) {
  if (govCloud !== null) return govCloud ? 'govcloud' : 'global';
  return roleArn === null ? null : partitionOf(roleArn);
}

const days = { minutes: 1440, most: 7 };
const hours = { minutes: 60, most: 24 };

/** Rounded up, as the gateway does; `null` for what a form cannot offer, so that a person chooses. */
function inUnits(told: number | null, { minutes, most }: { minutes: number; most: number }): number | null {
  const units = told === null ? 0 : Math.ceil(told / minutes);
  return units >= 1 && units <= most ? units : null;
}
