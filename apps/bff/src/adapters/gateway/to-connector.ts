/** Connectors as the gateway tells them, in the console's model. What the gateway leaves out is `null`, never a guess. */
import type { Activation, AwsConnector, AzureConnector, Cloud, Scope } from '@console/console-contract';
import {
  type AwsConnectorDetail,
  type AzureConnectorDetail,
  type ConnectorStatusRecord,
  type ConnectorSummary,
  isNumericId,
} from '@console/gateway-contract';
import type { ListedConnector, Target } from '../../ports/connector-gateway.ts';
import { plainText } from './plain-text.ts';
import { syncedAt, toState } from './to-state.ts';

/** `null` for a row whose id is none: it could be shown but never opened, run or remembered. */
export function toListedConnector(cloud: Cloud, row: ConnectorSummary): ListedConnector | null {
  if (!isNumericId(row.id)) return null;
  const { state, stateText } = toState(row.state);
  return {
    cloud,
    id: row.id,
    uuid: row.uuid,
    name: row.name,
    state,
    stateText,
    organizationId: row.organizationId,
    capabilities: row.connectorCapabilities,
    members: row.numberOfConnectorsAttached,
    lastSync: syncedAt(state, row.lastSynced),
  };
}

export function toAzureConnector(detail: AzureConnectorDetail): AzureConnector {
  return {
    cloud: 'azure',
    ...described(detail),
    tenantId: detail.tenantId,
    tenantName: detail.tenantName,
    applicationId: detail.applicationId,
  };
}

export function toAwsConnector(detail: AwsConnectorDetail): AwsConnector {
  return {
    cloud: 'aws',
    ...described(detail),
    roleArn: detail.arn,
    baseAccountId: detail.baseAwsAccountId,
    perimeterScan: detail.isCPSEnabled,
  };
}

export function toTarget({ id, uuid, name }: ConnectorStatusRecord): Target | null {
  return isNumericId(id) ? { id, uuid, name } : null;
}

function described(detail: AzureConnectorDetail | AwsConnectorDetail) {
  const { state, stateText } = toState(detail.state);
  return {
    id: detail.id,
    uuid: detail.uuid,
    name: detail.name,
    description: plainText(detail.description),
    state,
    stateText,
    enabled: detail.disabled === null ? null : !detail.disabled,
    organizationId: detail.organizationId,
    capabilities: detail.connectorCapabilities,
    remediation: detail.remediationEnabled,
    runEvery: detail.orgRunFrequency,
    memberRunEvery: detail.connectorRunFrequency,
    memberPrefix: detail.connectorPrefixName,
    lastSync: syncedAt(state, detail.lastSynced),
    lastSuccessfulSync: syncedAt(state, detail.lastSuccessfulSync),
    nextSync: detail.nextSync,
    lastError: plainText(detail.lastError),
    createdBy: detail.createdBy,
    tagIds: detail.defaultTagIds,
    scope: scopeOf(detail),
    createForNewAccounts: detail.createConnectorForNewSubscriptionsAutomatically,
    disableForDeleted: detail.disableConnectorsForDeletedManagementGroups,
    activation: activationOf(detail),
  };
}

function scopeOf({ includedMem, excludedMem }: AzureConnectorDetail | AwsConnectorDetail): Scope | null {
  if (includedMem === null && excludedMem === null) return null;
  return { included: includedMem ?? [], excluded: excludedMem ?? [] };
}

/** The AWS detail names none of them: that is not the same as none being on. */
function activationOf(detail: AzureConnectorDetail | AwsConnectorDetail): Activation | null {
  const { autoActivateVM, autoActivatePC, autoActivateSCA, autoActivateCertView } = detail;
  const flags = [autoActivateVM, autoActivatePC, autoActivateSCA, autoActivateCertView];
  if (flags.every((flag) => flag === null)) return null;
  return {
    vm: autoActivateVM ?? false,
    pc: autoActivatePC ?? false,
    sca: autoActivateSCA ?? false,
    certView: autoActivateCertView ?? false,
  };
}
