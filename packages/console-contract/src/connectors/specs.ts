/** What a connector is made of, as a person enters it: everything but its credentials. */
import * as z from 'zod/mini';
import { Day, Line, Text } from '../values.ts';
import { AwsAccountId, AwsRoleArn, AzureUuid, OrganizationRootId } from './cloud-ids.ts';

const UnitName = Text(500).check(z.minLength(1));
const Units = z.array(UnitName).check(z.maxLength(50_000));
const Scope = z.strictObject({ included: Units, excluded: Units });
const TagIds = z.array(z.string().check(z.regex(/^[0-9]{1,19}$/))).check(z.maxLength(100));
/** The vendor fixes the prefix length at 30, and the prefix itself once the connector exists. */
const MemberPrefix = Line(30);

/** Azure runs by the day: since Connector 2.14 the gateway rounds up to whole days and refuses more than seven. */
const Days = z.int().check(z.minimum(1), z.maximum(7));

/** Everything an Azure connector is made of but its secret. */
export const AzureConnectorSpec = z
  .strictObject({
    name: Line(255),
    description: Text(1000).check(z.trim()),
    cspm: z.boolean(),
    remediation: z.boolean(),
    tenantId: AzureUuid,
    tenantName: Line(255),
    applicationId: AzureUuid,
    secretExpiresOn: z.nullable(Day),
    scope: Scope,
    memberPrefix: MemberPrefix,
    createForNewAccounts: z.boolean(),
    disableForDeleted: z.boolean(),
    runEveryDays: Days,
    memberRunEveryDays: Days,
    activation: z.strictObject({ vm: z.boolean(), pc: z.boolean(), sca: z.boolean(), certView: z.boolean() }),
    tagIds: TagIds,
  })
  .check(
    z.refine((spec) => !(spec.activation.pc && spec.activation.sca), {
      path: ['activation', 'sca'],
      message: 'Policy Compliance and SCA cannot both be activated.',
    }),
    z.refine(({ scope }) => areDisjoint(scope.included, scope.excluded), {
      path: ['scope'],
      message: 'A management group cannot be included and excluded at once.',
    }),
  );
export type AzureConnectorSpec = z.output<typeof AzureConnectorSpec>;

/** AWS runs by the hour. */
const Hours = z.int().check(z.minimum(1), z.maximum(24));

export const AwsPartition = z.enum(['global', 'govcloud']);
export type AwsPartition = z.output<typeof AwsPartition>;

/** An organizational unit, the root itself, or one account. Vendors and people write units in several ways, so only the kind is checked. */
export const AwsUnitId = z
  .string()
  .check(z.regex(/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}(-[0-9a-z]{8,32})?|[0-9]{12})$/));

/** Everything an AWS connector is made of but its two external ids. The document knows neither a description nor more than one activation. */
export const AwsConnectorSpec = z
  .strictObject({
    name: Line(255),
    cspm: z.boolean(),
    remediation: z.boolean(),
    partition: AwsPartition,
    /** The account that assumes the role. */
    baseAccountId: AwsAccountId,
    roleArn: AwsRoleArn,
    /** Only for reading the units: the gateway never gives it back before the connector exists. */
    rootId: OrganizationRootId,
    scope: z.strictObject({
      included: z.array(AwsUnitId).check(z.maxLength(50_000)),
      excluded: z.array(AwsUnitId).check(z.maxLength(50_000)),
    }),
    memberPrefix: MemberPrefix,
    allRegions: z.boolean(),
    /** All regions for posture management too. */
    allPostureRegions: z.boolean(),
    perimeterScan: z.boolean(),
    runEveryHours: Hours,
    memberRunEveryHours: Hours,
    activateVm: z.boolean(),
    tagIds: TagIds,
  })
  .check(
    z.refine(({ partition, roleArn }) => partitionOf(roleArn) === partition, {
      path: ['roleArn'],
      message: 'The role’s ARN belongs to the other partition.',
    }),
    z.refine((spec) => !spec.perimeterScan || spec.activateVm, {
      path: ['perimeterScan'],
      message: 'Cloud Perimeter Scan needs Vulnerability Management.',
    }),
    z.refine(({ scope }) => areDisjoint(scope.included, scope.excluded), {
      path: ['scope'],
      message: 'A unit cannot be included and excluded at once.',
    }),
  );
export type AwsConnectorSpec = z.output<typeof AwsConnectorSpec>;

export type ConnectorSpec = AzureConnectorSpec | AwsConnectorSpec;

/** `arn:aws:…` is the global partition, `arn:aws-us-gov:…` GovCloud. */
export function partitionOf(roleArn: string): AwsPartition {
  return roleArn.startsWith('arn:aws-us-gov:') ? 'govcloud' : 'global';
}

// Each list may have 50,000 names: comparing every one with every other would hold the server for more than a minute.
function areDisjoint(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other);
  return !one.some((name) => names.has(name));
}
