/** The body of A3 and A4: every documented field and no other. */
import type { AzureConnectorSpec } from '@console/console-contract';
import type { RequestOf } from '@console/gateway-contract';
import type { Unshown } from '../../ports/connector-gateway.ts';
import type { Secret } from '../../ports/secret.ts';
import { appsAfter, frequencyAfter } from './kept-fields.ts';
import { toWireId } from './wire-ids.ts';

/** `unshown` is what an edit found: what no form shows stays as it is. */
export function toAzureBody(
  spec: AzureConnectorSpec,
  secretValue: Secret,
  unshown: Unshown | null = null,
): RequestOf<'A3'> {
  return {
    name: spec.name,
    description: spec.description,
    connectorAppInfos: appsOf(spec, unshown),
    isRemediationEnabled: spec.remediation,
    tenantName: spec.tenantName,
    tenantId: spec.tenantId,
    applicationId: spec.applicationId,
    secretValue: secretValue.exposeSecret(),
    orgRunFrequency: frequencyAfter(unshown?.runEvery, spec.runEveryDays, minutesADay),
    connectorPrefixName: spec.memberPrefix,
    connectorRunFrequency: frequencyAfter(unshown?.memberRunEvery, spec.memberRunEveryDays, minutesADay),
    excludedMem: [...spec.scope.excluded],
    includedMem: [...spec.scope.included],
    isCreateConnectorForNewSubscriptionsAutomatically: spec.createForNewAccounts,
    isDisableConnectorsForDeletedManagementGroups: spec.disableForDeleted,
    // The documents name it and never say what it does; their sample switches it off.
    autoActivateCV: unshown?.autoActivateCV ?? false,
    autoActivateCertView: spec.activation.certView,
    autoActivatePC: spec.activation.pc,
    autoActivateSCA: spec.activation.sca,
    autoActivateVM: spec.activation.vm,
    defaultTagIds: spec.tagIds.map(toWireId),
  };
}

const minutesADay = 1440;

function appsOf({ cspm, applicationId }: AzureConnectorSpec, unshown: Unshown | null) {
  return appsAfter(unshown?.apps ?? [], cspm, applicationId).map(({ tagId, ...app }) => {
    return { ...app, tagId: tagId === null ? null : toWireId(tagId) };
  });
}
