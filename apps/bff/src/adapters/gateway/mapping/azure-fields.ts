/** An Azure connector's fields in the gateway's names, field by field: the body of A3 and A4, and the answer of A6 for a form. */
import { type AzureConnectorSpec, type AzureEditingValues, azureFields } from '@console/console-contract';
import type { AzureConnectorDetail, RequestOf } from '@console/gateway-contract';
import type { ReportedAzure, Unreported } from '../../../ports/connector-gateway.ts';
import type { Secret } from '../../../ports/secret.ts';
import {
  type Answered,
  type Beside,
  type FieldMapping,
  frequencyRows,
  isPostureReported,
  readBy,
  sharedRows,
  unreportedOf,
  written,
} from './field-mapping.ts';
import { appsAfter } from './kept-fields.ts';
import { toAzureConnector } from './to-connector.ts';
import { toWireId } from './wire-ids.ts';

type Body = RequestOf<'A3'>;
type Written = Beside & { spec: AzureConnectorSpec };
type Read = Answered & { connector: ReportedAzure['connector']; detail: AzureConnectorDetail };

const frequencies = frequencyRows(1440, azureFields.runEveryDays.most);

const mapping = {
  ...sharedRows,
  description: {
    write: (description) => ({ description }),
    read: ({ connector }) => connector.description ?? '',
  },
  cspm: {
    write: (cspm, { spec, unreported }) => ({
      connectorAppInfos: appsOf(cspm, spec.applicationId, unreported),
    }),
    read: isPostureReported,
  },
  tenantId: { write: (tenantId) => ({ tenantId }), read: ({ connector }) => connector.tenantId },
  tenantName: { write: (tenantName) => ({ tenantName }), read: ({ connector }) => connector.tenantName },
  applicationId: {
    write: (applicationId) => ({ applicationId }),
    read: ({ connector }) => connector.applicationId,
  },
  secretExpiresOn: { write: () => ({}), read: () => null },
  createForNewAccounts: {
    write: (create) => ({ isCreateConnectorForNewSubscriptionsAutomatically: create }),
    read: ({ connector }) => connector.createForNewAccounts,
  },
  disableForDeleted: {
    write: (disable) => ({ isDisableConnectorsForDeletedManagementGroups: disable }),
    read: ({ connector }) => connector.disableForDeleted,
  },
  runEveryDays: frequencies.connector,
  memberRunEveryDays: frequencies.members,
  activation: {
    write: ({ vm, pc, sca, certView }) => ({
      autoActivateVM: vm,
      autoActivatePC: pc,
      autoActivateSCA: sca,
      autoActivateCertView: certView,
    }),
    read: ({ connector }) => connector.activation,
  },
} satisfies FieldMapping<AzureConnectorSpec, AzureEditingValues, Body, Written, Read>;

/** Every documented field and no other. */
export function toAzureBody(
  spec: AzureConnectorSpec,
  secretValue: Secret,
  unreported: Unreported | null = null,
): Body {
  const beside: Written = { spec, unreported };
  return {
    ...written(mapping, spec, beside),
    secretValue: secretValue.exposeSecret(),
    // The documents name it and never say what it does; their sample switches it off.
    autoActivateCV: unreported?.autoActivateCV ?? false,
  };
}

export function reportedAzure(detail: AzureConnectorDetail): ReportedAzure {
  const answered: Read = { connector: toAzureConnector(detail), detail };
  const { connector } = answered;
  return {
    cloud: 'azure',
    connector,
    reported: readBy(mapping, answered),
    unreported: unreportedOf(answered),
  };
}

function appsOf(cspm: boolean, applicationId: string, unreported: Unreported | null) {
  return appsAfter(unreported?.apps ?? [], cspm, applicationId).map(({ tagId, ...app }) => {
    return { ...app, tagId: tagId === null ? null : toWireId(tagId) };
  });
}
