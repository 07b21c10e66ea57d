/** The fields of an AWS connector, in the order in which a form asks for them. The document knows no description. */
import { Text } from '../values.ts';
import {
  AwsAccountId,
  AwsExternalId,
  AwsPartition,
  AwsRoleArn,
  AwsUnitId,
  OrganizationRootId,
} from './cloud-ids.ts';
import { type FieldTable, flag, textOf } from './fields.ts';
import { frequencyOf, scopeOf, sharedFields } from './shared.fields.ts';

const { name, cspm, remediation, memberPrefix, tagIds } = sharedFields;
/** The role in AWS is made with them, so they belong to the draft; they are sealed at rest. */
const externalId = {
  ...textOf(AwsExternalId),
  draft: Text(1224),
  step: 'organization',
  storedBy: 'sealed',
} as const;

export const awsFields = {
  name,
  cspm,
  remediation,
  partition: {
    schema: AwsPartition,
    draft: AwsPartition,
    reported: AwsPartition,
    initial: 'global',
    step: 'organization',
  },
  /** The account that assumes the role. */
  baseAccountId: { ...textOf(AwsAccountId), step: 'organization' },
  externalId,
  memberExternalId: externalId,
  /** Only for reading the units: the gateway never gives it back before the connector exists. */
  rootId: { ...textOf(OrganizationRootId), step: 'organization', storedBy: 'console' },
  roleArn: { ...textOf(AwsRoleArn), step: 'organization' },
  scope: scopeOf(AwsUnitId),
  memberPrefix,
  allRegions: { ...flag(true), step: 'members' },
  /** All regions for posture management too. */
  allPostureRegions: { ...flag(true), step: 'members' },
  perimeterScan: { ...flag(false), step: 'members' },
  /** By the hour; four hours are the vendor's own default. */
  runEveryHours: frequencyOf(24, 4),
  memberRunEveryHours: frequencyOf(24, 4),
  activateVm: { ...flag(false), step: 'activation' },
  tagIds,
} as const satisfies FieldTable;
