/** Connectors as the gateway tells them, in the console's model. What the gateway leaves out is `null`, never a guess. */
import type { Activation, AwsConnector, AzureConnector, Cloud, Scope } from '@console/console-contract';
import {
  AppName,
  type AwsConnectorDetail,
  type AzureConnectorDetail,
  type ConnectorStatusRecord,
  type ConnectorSummary,
  isNumericId,
} from '@console/gateway-contract';
import type { ListedConnector, Target } from '../../../ports/connector-gateway.ts';
import { plainIds, plainName, plainText, shownName } from '../calls/plain-text.ts';
import { errorText } from './error-text.ts';
import { isDisabledState, syncedAt, toState } from './to-state.ts';

/** `null` for a row whose id is none: it could be shown but never opened, run or remembered. */
export function toListedConnector(cloud: Cloud, row: ConnectorSummary): ListedConnector | null {
  if (!isNumericId(row.id)) return null;
  const { state, stateText } = toState(row.state);
  return {
    cloud,
    id: row.id,
    uuid: row.uuid,
    name: shownName(row.name, row.id),
    state,
    stateText,
    organizationId: plainName(row.organizationId),
    capabilities: capabilitiesOf(row),
    members: row.numberOfConnectorsAttached,
    lastSync: syncedAt(state, row.lastSynced),
    ...(isDisabledState(row.state) && { enabled: false }),
  };
}

export function toAzureConnector(detail: AzureConnectorDetail): AzureConnector {
  return {
    cloud: 'azure',
    ...described(detail),
    tenantId: plainName(detail.tenantId),
    tenantName: plainName(detail.tenantName),
    applicationId: plainName(detail.applicationId),
    secretExpiresOn: null,
  };
}

export function toAwsConnector(detail: AwsConnectorDetail): AwsConnector {
  return {
    cloud: 'aws',
    ...described(detail),
    roleArn: plainText(detail.arn),
    baseAccountId: plainName(detail.baseAwsAccountId),
    perimeterScan: detail.isCPSEnabled,
  };
}

export function toTarget({ id, uuid, name }: ConnectorStatusRecord): Target | null {
  return isNumericId(id) ? { id, uuid, name: shownName(name, id) } : null;
}

function described(detail: AzureConnectorDetail | AwsConnectorDetail) {
  const { state, stateText } = toState(detail.state);
  return {
    id: detail.id,
    uuid: detail.uuid,
    name: shownName(detail.name, detail.id),
    description: plainText(detail.description),
    state,
    stateText,
    enabled: enabledOf(detail),
    organizationId: plainName(detail.organizationId),
    capabilities: capabilitiesOf(detail),
    remediation: detail.remediationEnabled,
    runEvery: detail.orgRunFrequency,
    memberRunEvery: detail.connectorRunFrequency,
    memberPrefix: plainName(detail.connectorPrefixName),
    lastSync: syncedAt(state, detail.lastSynced),
    lastSuccessfulSync: syncedAt(state, detail.lastSuccessfulSync),
    nextSync: detail.nextSync,
    lastError: errorText(detail.lastError),
    createdBy: plainName(detail.createdBy),
    tagIds: plainIds(detail.defaultTagIds),
    scope: scopeOf(detail),
    createForNewAccounts: detail.createConnectorForNewSubscriptionsAutomatically,
    disableForDeleted: detail.disableConnectorsForDeletedManagementGroups,
    activation: activationOf(detail),
    appIdentifiers: appIdentifiersOf(detail),
  };
}

/** Lists and details of one connector name them in different orders, which must not look like a change. */
function capabilitiesOf({
  connectorCapabilities,
}: Pick<ConnectorSummary, 'connectorCapabilities'>): string[] {
  return connectorCapabilities.map((name) => plainName(name)).sort();
}

/** The flag wins over the state where the gateway sends one. */
export function enabledOf({
  disabled,
  state,
}: Pick<AzureConnectorDetail, 'disabled' | 'state'>): boolean | null {
  if (disabled !== null) return !disabled;
  return isDisabledState(state) ? false : null;
}

function scopeOf({ includedMem, excludedMem }: AzureConnectorDetail | AwsConnectorDetail): Scope | null {
  if (includedMem === null && excludedMem === null) return null;
  return { included: plainIds(includedMem ?? []), excluded: plainIds(excludedMem ?? []) };
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

/** Of the apps that the documents name, as far as the gateway tells their identifiers: an empty one is told, one left out is not. */
function appIdentifiersOf({
  connectorAppInfos,
}: Pick<AzureConnectorDetail, 'connectorAppInfos'>): AzureConnector['appIdentifiers'] {
  const documented = connectorAppInfos.filter(({ name }) => AppName.safeParse(name).success);
  const reported = documented.flatMap(({ identifier }) => identifier?.trim().toLowerCase() ?? []);
  if (reported.length === 0) return null;
  if (reported.includes('')) return 'missing';
  return new Set(reported).size === 1 ? 'same' : 'different';
}
