/** Connectors in the gateway's three forms: the row of a list, the detail, and the status record. Both clouds. */
import { z } from 'zod';
import {
  eitherFlag,
  optionalCount,
  optionalFlag,
  optionalId,
  optionalMessage,
  optionalMinutes,
  optionalText,
  optionalTextList,
  optionalTime,
  rowName,
  tagIdList,
  tolerantField,
  wireId,
  wireName,
} from './fields.ts';

/** An app a connector feeds: `AI`, `CI`, `CSA` or a name not known yet, and the identifier it is known by. */
export const ConnectorAppInfo = z.object({
  name: rowName,
  identifier: optionalText,
  tagId: optionalId,
  isTagAttachedToOrgConnector: optionalFlag,
});
export type ConnectorAppInfo = z.output<typeof ConnectorAppInfo>;

/** The apps of one connector; an unreadable entry is left out. */
export const connectorAppInfoList = tolerantField<z.input<typeof ConnectorAppInfo>[], ConnectorAppInfo[]>(
  (raw) => (Array.isArray(raw) ? raw.flatMap(readAppInfo) : []),
);

/** A row of A5 and W3. It says neither whether the connector is disabled nor what its last error was. */
export const ConnectorSummary = z.object({
  id: wireId,
  organizationId: optionalText,
  name: rowName,
  uuid: optionalId,
  type: optionalText,
  state: optionalText,
  connectorCapabilities: optionalTextList.transform(orEmpty),
  lastSynced: optionalTime,
  numberOfConnectorsAttached: optionalCount,
});
export type ConnectorSummary = z.output<typeof ConnectorSummary>;

const isDisabledEitherWay = { disabled: optionalFlag, isDisabled: optionalFlag };
const isDeletedEitherWay = { deleted: optionalFlag, isDeleted: optionalFlag };
const remediationEitherWay = { remediationEnabled: optionalFlag, isRemediationEnabled: optionalFlag };
const automationEitherWay = {
  createConnectorForNewSubscriptionsAutomatically: optionalFlag,
  isCreateConnectorForNewSubscriptionsAutomatically: optionalFlag,
  disableConnectorsForDeletedManagementGroups: optionalFlag,
  isDisableConnectorsForDeletedManagementGroups: optionalFlag,
};
const flagsEitherWay = {
  ...isDisabledEitherWay,
  ...isDeletedEitherWay,
  ...remediationEitherWay,
  ...automationEitherWay,
};

const detailFields = {
  id: wireId,
  name: rowName,
  description: optionalText,
  uuid: optionalId,
  orgRunFrequency: optionalMinutes,
  connectorRunFrequency: optionalMinutes,
  lastSynced: optionalTime,
  nextSync: optionalTime,
  type: optionalText,
  customerId: optionalId,
  userUuid: optionalId,
  userName: optionalText,
  lastError: optionalMessage,
  state: optionalText,
  connectorPrefixName: optionalText,
  defaultTagIds: tagIdList,
  connectorAppInfos: connectorAppInfoList,
  connectorCapabilities: optionalTextList.transform(orEmpty),
  lastSuccessfulSync: optionalTime,
  createdBy: optionalText,
  organizationId: optionalText,
  autoActivateVM: optionalFlag,
  autoActivatePC: optionalFlag,
  autoActivateSCA: optionalFlag,
  autoActivateCertView: optionalFlag,
  autoActivateCV: optionalFlag,
  includedMem: optionalTextList,
  excludedMem: optionalTextList,
  ...flagsEitherWay,
};

/** The answer of A3, A4 and A6. Frequencies come out in minutes; a scope list is null only when the gateway left it out. */
export const AzureConnectorDetail = z
  .object({ ...detailFields, tenantId: optionalText, tenantName: optionalText, applicationId: optionalText })
  .transform(settleFlags);
export type AzureConnectorDetail = z.output<typeof AzureConnectorDetail>;

/** The answer of W4 and W5. W4 leaves out `arn`, the external ids, the scope and the activations: they come out as null. */
export const AwsConnectorDetail = z
  .object({
    ...detailFields,
    isCPSEnabled: optionalFlag,
    isSnapshotScanEnabled: optionalFlag,
    externalId: optionalText,
    memberExternalId: optionalText,
    baseAwsAccountId: optionalText,
    awsAccountId: optionalText,
    arn: optionalText,
    isGovCloudConfigured: optionalFlag,
    isAllRegions: optionalFlag,
    isCiRegionAll: optionalFlag,
  })
  .transform(settleFlags);
export type AwsConnectorDetail = z.output<typeof AwsConnectorDetail>;

const MemberConfigurations = z.object({
  includedMembers: optionalTextList,
  excludedMembers: optionalTextList,
});

/** A row of A10, A13, W7 and W11. Comes out with the names of the detail: frequencies in minutes, scope as two lists. */
export const ConnectorStatusRecord = z
  .object({
    id: wireId,
    organizationId: optionalText,
    name: rowName,
    connectorPrefixName: optionalText,
    runFrequency: optionalMinutes,
    connectorRunFrequency: optionalMinutes,
    lastSynced: optionalTime,
    customerId: optionalId,
    userUuid: optionalId,
    userName: optionalText,
    type: optionalText,
    lastError: optionalMessage,
    description: optionalText,
    state: optionalText,
    nextSync: optionalTime,
    organizationName: optionalText,
    uuid: optionalId,
    connectorAppInfos: connectorAppInfoList,
    defaultTagIds: tagIdList,
    memberConfigurations: MemberConfigurations.nullish().catch(null),
    ...flagsEitherWay,
  })
  .transform(({ runFrequency, memberConfigurations, ...record }) => ({
    ...settleFlags(record),
    orgRunFrequency: runFrequency,
    includedMem: memberConfigurations?.includedMembers ?? null,
    excludedMem: memberConfigurations?.excludedMembers ?? null,
  }));
export type ConnectorStatusRecord = z.output<typeof ConnectorStatusRecord>;

/** The answer of W2: the request again, and no id. Only the name is read; the connector is found by it afterwards (W3). */
export const AwsConnectorEcho = z.object({ name: wireName, id: optionalId, uuid: optionalId });
export type AwsConnectorEcho = z.output<typeof AwsConnectorEcho>;

function readAppInfo(entry: unknown): ConnectorAppInfo[] {
  const read = ConnectorAppInfo.safeParse(entry);
  return read.success ? [read.data] : [];
}

function orEmpty(list: string[] | null): string[] {
  return list ?? [];
}

type Flag = boolean | null;
type FlagsEitherWay = Record<keyof typeof flagsEitherWay, Flag>;

/** One name for each truth value that the gateway spells with and without `is`; the first that is defined wins. */
function settleFlags<Fields extends FlagsEitherWay>(fields: Fields) {
  const {
    isDisabled,
    isDeleted,
    isRemediationEnabled,
    isCreateConnectorForNewSubscriptionsAutomatically,
    isDisableConnectorsForDeletedManagementGroups,
    ...rest
  } = fields;
  return {
    ...rest,
    disabled: eitherFlag(isDisabled, fields.disabled),
    deleted: eitherFlag(isDeleted, fields.deleted),
    remediationEnabled: eitherFlag(isRemediationEnabled, fields.remediationEnabled),
    createConnectorForNewSubscriptionsAutomatically: eitherFlag(
      isCreateConnectorForNewSubscriptionsAutomatically,
      fields.createConnectorForNewSubscriptionsAutomatically,
    ),
    disableConnectorsForDeletedManagementGroups: eitherFlag(
      isDisableConnectorsForDeletedManagementGroups,
      fields.disableConnectorsForDeletedManagementGroups,
    ),
  };
}
