/** An AWS connector's fields in the gateway's names, field by field: the body of W2 and W5, and the answer of W4 for a form. */
import {
  type AwsConnectorSpec,
  type AwsEditingValues,
  awsFields,
  partitionOf,
} from '@console/console-contract';
import type { AwsConnectorDetail, RequestOf } from '@console/gateway-contract';
import type { AwsExternalIds, ReportedAws, Unreported } from '../../../ports/connector-gateway.ts';
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
import { toAwsConnector } from './to-connector.ts';

type Body = RequestOf<'W2'> & RequestOf<'W5'>;
type Written = Beside & { externalId: string };
type Read = Answered & { connector: ReportedAws['connector']; detail: AwsConnectorDetail };

const frequencies = frequencyRows(60, awsFields.runEveryHours.most);

const mapping = {
  ...sharedRows,
  cspm: {
    write: (cspm, { externalId, unreported }) => ({
      connectorAppInfos: appsOf(cspm, externalId, unreported),
    }),
    read: isPostureReported,
  },
  partition: {
    write: (partition) => ({ isGovCloudConfigured: partition === 'govcloud' }),
    read: ({ detail, connector }) => reportedPartition(detail.isGovCloudConfigured, connector.roleArn),
  },
  baseAccountId: {
    write: (baseAwsAccountId) => ({ baseAwsAccountId }),
    read: ({ connector }) => connector.baseAccountId,
  },
  // Some samples have the organization's root in its place, others an id of the vendor's own.
  rootId: {
    write: () => ({}),
    read: ({ connector: { organizationId } }) => (organizationId?.startsWith('r-') ? organizationId : null),
  },
  roleArn: { write: (arn) => ({ arn }), read: ({ connector }) => connector.roleArn },
  allRegions: { write: (isAllRegions) => ({ isAllRegions }), read: ({ detail }) => detail.isAllRegions },
  allPostureRegions: {
    write: (isCiRegionAll) => ({ isCiRegionAll }),
    read: ({ detail }) => detail.isCiRegionAll,
  },
  perimeterScan: {
    write: (isCPSEnabled) => ({ isCPSEnabled }),
    read: ({ connector }) => connector.perimeterScan,
  },
  runEveryHours: frequencies.connector,
  memberRunEveryHours: frequencies.members,
  activateVm: {
    write: (autoActivateVM) => ({ autoActivateVM }),
    read: ({ detail }) => detail.autoActivateVM,
  },
} satisfies FieldMapping<AwsConnectorSpec, AwsEditingValues, Body, Written, Read>;

/** Every documented field and no other. */
export function toAwsBody(
  spec: AwsConnectorSpec,
  ids: AwsExternalIds,
  unreported: Unreported | null = null,
): Body {
  const externalId = ids.externalId.exposeSecret();
  const beside: Written = { externalId, unreported };
  return {
    ...written(mapping, spec, beside),
    externalId,
    memberExternalId: ids.memberExternalId.exposeSecret(),
  };
}

export function reportedAws(detail: AwsConnectorDetail): ReportedAws {
  const answered: Read = { connector: toAwsConnector(detail), detail };
  const { connector } = answered;
  return { cloud: 'aws', connector, reported: readBy(mapping, answered), unreported: unreportedOf(answered) };
}

/** As in the samples, each new app is identified by the external id. */
function appsOf(cspm: boolean, externalId: string, unreported: Unreported | null) {
  return appsAfter(unreported?.apps ?? [], cspm, externalId).map(({ name, identifier }) => ({
    name,
    identifier,
  }));
}

function reportedPartition(govCloud: boolean | null, roleArn: string | null) {
  if (govCloud !== null) return govCloud ? 'govcloud' : 'global';
  return roleArn === null ? null : partitionOf(roleArn);
}
