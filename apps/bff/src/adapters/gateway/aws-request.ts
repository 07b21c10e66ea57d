/** The body of W2 and W5: every documented field and no other. */
import type { AwsConnectorSpec } from '@console/console-contract';
import type { RequestOf } from '@console/gateway-contract';
import type { AwsExternalIds, Unshown } from '../../ports/connector-gateway.ts';
import { appsAfter, frequencyAfter } from './kept-fields.ts';
import { toWireId } from './wire-ids.ts';

/** `unshown` is what an edit found: what no form shows stays as it is. */
export function toAwsBody(
  spec: AwsConnectorSpec,
  { externalId, memberExternalId }: AwsExternalIds,
  unshown: Unshown | null = null,
): RequestOf<'W2'> & { connectorPrefixName: string } {
  return {
    name: spec.name,
    isRemediationEnabled: spec.remediation,
    connectorAppInfos: appsOf(spec, externalId.exposeSecret(), unshown),
    orgRunFrequency: frequencyAfter(unshown?.runEvery, spec.runEveryHours, minutesAnHour),
    connectorRunFrequency: frequencyAfter(unshown?.memberRunEvery, spec.memberRunEveryHours, minutesAnHour),
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

const minutesAnHour = 60;

/** As in the samples, each new app is identified by the external id. */
function appsOf({ cspm }: AwsConnectorSpec, externalId: string, unshown: Unshown | null) {
  return appsAfter(unshown?.apps ?? [], cspm, externalId).map(({ name, identifier }) => ({
    name,
    identifier,
  }));
}
