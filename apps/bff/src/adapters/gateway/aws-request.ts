/** The body of W2 and W5: every documented field and no other. */
import type { AwsConnectorSpec } from '@console/console-contract';
import type { RequestOf } from '@console/gateway-contract';
import type { AwsExternalIds } from '../../ports/connector-gateway.ts';
import { toWireId } from './wire-ids.ts';

export function toAwsBody(
  spec: AwsConnectorSpec,
  { externalId, memberExternalId }: AwsExternalIds,
): RequestOf<'W2'> & { connectorPrefixName: string } {
  return {
    name: spec.name,
    isRemediationEnabled: spec.remediation,
    connectorAppInfos: appsOf(spec, externalId.exposeSecret()),
    orgRunFrequency: everyHours(spec.runEveryHours),
    connectorRunFrequency: everyHours(spec.memberRunEveryHours),
    defaultTagIds: spec.tagIds.map(toWireId),
    connectorPrefixName: spec.memberPrefix,
    isCPSEnabled: spec.perimeterScan,
    externalId: externalId.exposeSecret(),
    memberExternalId: memberExternalId.exposeSecret(),
    baseAwsAccountId: spec.baseAccountId,
    arn: spec.roleArn,
    isGovCloudConfigured: spec.partition === 'govcloud',
    isAllRegions: spec.allRegions,
    isCiRegionAll: spec.allPostureRegions,
    autoActivateVM: spec.activateVm,
    includedMem: [...spec.scope.included],
    excludedMem: [...spec.scope.excluded],
  };
}

/** As in the samples, each app is identified by the external id. Asset Inventory is always on; posture management is two apps. */
function appsOf({ cspm }: AwsConnectorSpec, identifier: string): RequestOf<'W2'>['connectorAppInfos'] {
  const names = cspm ? (['AI', 'CI', 'CSA'] as const) : (['AI'] as const);
  return names.map((name) => ({ name, identifier }));
}

function everyHours(hours: number): { hours: number; minutes: number } {
  return { hours, minutes: 0 };
}
