/** How the gateway writes connectors: the row of a list, the details of each cloud, the status record. Field for field as documented. */
import { wireTime } from '../clock.ts';
import { accountOf } from '../world/provider-errors.ts';
import type { App, AwsConnector, AzureConnector, Connector, World } from '../world/world.ts';

/** Counts the members of every connector once, then writes rows. */
export function summaryWriter(world: World) {
  const attached = new Map<number, number>();
  for (const { connectorId } of world.members.values()) {
    if (connectorId !== null) attached.set(connectorId, (attached.get(connectorId) ?? 0) + 1);
  }
  return (connector: Connector) => ({
    id: connector.id,
    organizationId: connector.organizationId,
    name: connector.name,
    uuid: connector.uuid,
    type: connector.cloud === 'azure' ? 'AZURE' : 'AWS',
    state: connector.state,
    connectorCapabilities: connector.apps.map((app) => app.name).reverse(),
    lastSynced: wireTime(connector.lastSynced),
    numberOfConnectorsAttached: attached.get(connector.id) ?? 0,
  });
}

export function azureDetail(world: World, connector: AzureConnector) {
  return {
    ...detailHead(world, connector),
    connectorAppInfos: connector.apps.map(azureApp),
    ...detailMiddle(world, connector),
    tenantId: connector.tenantId,
    applicationId: connector.applicationId,
    ...activations(connector),
    includedMem: connector.included,
    excludedMem: connector.excluded,
    createConnectorForNewSubscriptionsAutomatically: connector.createsMembers,
    disableConnectorsForDeletedManagementGroups: connector.disablesMembers,
    ...detailTail(connector),
  };
}

/** W4: without the role, the external ids, the scope and the activations. */
export function awsDetail(world: World, connector: AwsConnector) {
  return {
    ...detailHead(world, connector),
    connectorAppInfos: connector.apps.map(awsApp),
    ...detailMiddle(world, connector),
    isCPSEnabled: connector.isCPSEnabled,
    isSnapshotScanEnabled: false,
    ...detailTail(connector),
  };
}

/** W5: everything. */
export function awsFullDetail(world: World, connector: AwsConnector) {
  return {
    ...awsDetail(world, connector),
    externalId: connector.externalId,
    memberExternalId: connector.memberExternalId,
    baseAwsAccountId: connector.baseAwsAccountId,
    awsAccountId: accountOf(connector.arn),
    arn: connector.arn,
    ...activations(connector),
    includedMem: connector.included,
    excludedMem: connector.excluded,
    connectorScanSetting: null,
    connectorScanConfig: null,
    disableConnectorsForDeletedManagementGroups: connector.disablesMembers,
    createConnectorForNewSubscriptionsAutomatically: connector.createsMembers,
  };
}

/** A10 and A13. Frequencies are minutes, and strings. */
export function azureStatusRecord(world: World, connector: AzureConnector) {
  return {
    ...statusHead(world, connector),
    lastError: connector.lastError,
    description: connector.description,
    organizationName: connector.tenantName,
    connectorAppInfos: connector.apps.map(azureApp),
    ...statusTail(connector),
  };
}

/** W11, and with a string for an id and without a description W7. */
export function awsStatusRecord(world: World, connector: AwsConnector) {
  return {
    ...statusHead(world, connector),
    description: connector.description ?? '',
    organizationName: 'Root',
    connectorAppInfos: connector.apps.map(awsApp),
    ...statusTail(connector),
    isCreateConnectorForNewSubscriptionsAutomatically: connector.createsMembers,
    isDisableConnectorsForDeletedManagementGroups: connector.disablesMembers,
    isCreateStaticTagsForManagementGroups: false,
  };
}

export function azureApp({ name, identifier, tagId }: App) {
  return { name, identifier, tagId, tagMetadata: null };
}

export function awsApp({ name, identifier, tagId }: App) {
  return { name, identifier, tagId, isTagAttachedToOrgConnector: null, tagMetadata: null };
}

function detailHead(world: World, connector: Connector) {
  return {
    id: connector.id,
    name: connector.name,
    description: connector.description,
    uuid: connector.uuid,
    orgRunFrequency: hoursAndMinutes(connector.orgMinutes),
    connectorRunFrequency: hoursAndMinutes(connector.memberMinutes),
    lastSynced: wireTime(connector.lastSynced),
    nextSync: wireTime(connector.nextSync),
    type: connector.cloud === 'azure' ? 'AZURE' : 'AWS',
    customerId: world.customerId,
    userUuid: world.userUuid,
    userName: world.userName,
    lastError: connector.lastError,
    state: connector.state,
    connectorPrefixName: connector.prefix,
    defaultTagIds: connector.defaultTagIds,
  };
}

function detailMiddle(world: World, connector: Connector) {
  return {
    connectorCapabilities: connector.apps.map((app) => app.name),
    lastSuccessfulSync: wireTime(connector.lastSuccessfulSync),
    createdBy: world.createdBy,
    organizationId: connector.organizationId,
  };
}

function detailTail({ disabled, remediation }: Connector) {
  return { disabled, deleted: false, remediationEnabled: remediation };
}

function activations({ activate }: Connector) {
  return {
    autoActivateVM: activate.vm,
    autoActivatePC: activate.pc,
    autoActivateSCA: activate.sca,
    autoActivateCertView: activate.certView,
    autoActivateCV: activate.cv,
  };
}

function statusHead(world: World, connector: Connector) {
  return {
    id: connector.id,
    organizationId: connector.organizationId,
    name: connector.name,
    connectorPrefixName: connector.prefix,
    runFrequency: String(connector.orgMinutes),
    connectorRunFrequency: String(connector.memberMinutes),
    lastSynced: wireTime(connector.lastSynced),
    customerId: world.customerId,
    userUuid: world.userUuid,
    userName: world.userName,
    type: connector.cloud === 'azure' ? 'AZURE' : 'AWS',
    isDeleted: false,
    isDisabled: connector.disabled,
    state: connector.state,
    nextSync: wireTime(connector.nextSync),
    isRemediationEnabled: connector.remediation,
    uuid: connector.uuid,
    isAssignStaticTagToAssetsPulledByThatConnector: false,
    isAssignStaticTagToConnectors: false,
  };
}

function statusTail(connector: Connector) {
  return {
    defaultTagIds: connector.defaultTagIds,
    memberConfigurations: { includedMembers: connector.included, excludedMembers: connector.excluded },
    createConnectorForNewSubscriptionsAutomatically: connector.createsMembers,
    disableConnectorsForDeletedManagementGroups: connector.disablesMembers,
    createStaticTagsForManagementGroups: false,
  };
}

function hoursAndMinutes(minutes: number) {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
