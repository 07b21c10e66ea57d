/** The body of A3 and A4: every documented field and no other. */
import type { AzureConnectorSpec } from '@console/console-contract';
import type { RequestOf } from '@console/gateway-contract';
import type { Secret } from '../../ports/secret.ts';
import { toWireId } from './wire-ids.ts';

export function toAzureBody(spec: AzureConnectorSpec, secretValue: Secret): RequestOf<'A3'> {
  return {
    name: spec.name,
    description: spec.description,
    connectorAppInfos: appsOf(spec),
    isRemediationEnabled: spec.remediation,
    tenantName: spec.tenantName,
    tenantId: spec.tenantId,
    applicationId: spec.applicationId,
    secretValue: secretValue.exposeSecret(),
    orgRunFrequency: everyDays(spec.runEveryDays),
    connectorPrefixName: spec.memberPrefix,
    connectorRunFrequency: everyDays(spec.memberRunEveryDays),
    excludedMem: [...spec.scope.excluded],
    includedMem: [...spec.scope.included],
    isCreateConnectorForNewSubscriptionsAutomatically: spec.createForNewAccounts,
    isDisableConnectorsForDeletedManagementGroups: spec.disableForDeleted,
    // The documents name it and never say what it does; their sample switches it off.
    autoActivateCV: false,
    autoActivateCertView: spec.activation.certView,
    autoActivatePC: spec.activation.pc,
    autoActivateSCA: spec.activation.sca,
    autoActivateVM: spec.activation.vm,
    defaultTagIds: spec.tagIds.map(toWireId),
  };
}

/** Asset Inventory is always on; posture management is two apps to the gateway and one choice to a person. */
function appsOf({ cspm, applicationId }: AzureConnectorSpec): RequestOf<'A3'>['connectorAppInfos'] {
  const names = cspm ? (['AI', 'CI', 'CSA'] as const) : (['AI'] as const);
  return names.map((name) => ({ identifier: applicationId, name, tagId: null }));
}

function everyDays(days: number): { hours: number; minutes: number } {
  return { hours: days * 24, minutes: 0 };
}
