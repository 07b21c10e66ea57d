/** Ids as the two clouds write them. They stand apart from the other values because only some pages need them. */
import * as z from 'zod/mini';

export const AzureUuid = z
  .string()
  .check(z.trim(), z.regex(/^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/));

export const AwsAccountId = z.string().check(z.trim(), z.regex(/^[0-9]{12}$/));

export const AwsRoleArn = z
  .string()
  .check(z.trim(), z.regex(/^arn:aws(-us-gov)?:iam::[0-9]{12}:role\/[\w+=,.@/-]{1,512}$/));

/** What AWS accepts as an external id. It is sealed at rest like a secret, though AWS does not call it one. */
export const AwsExternalId = z
  .string()
  .check(z.trim(), z.minLength(2), z.maxLength(1224), z.regex(/^[\w+=,.@:/-]*$/));

export const OrganizationRootId = z.string().check(z.trim(), z.regex(/^r-[0-9a-z]{4,32}$/));

/** An organizational unit, the root itself, or one account. Vendors and people write units in several ways, so only the kind is checked. */
export const AwsUnitId = z
  .string()
  .check(z.regex(/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}(-[0-9a-z]{8,32})?|[0-9]{12})$/));

export const AwsPartition = z.enum(['global', 'govcloud']);
export type AwsPartition = z.output<typeof AwsPartition>;

/** `arn:aws:…` is the global partition, `arn:aws-us-gov:…` GovCloud. */
export function partitionOf(roleArn: string): AwsPartition {
  return roleArn.startsWith('arn:aws-us-gov:') ? 'govcloud' : 'global';
}

/** Azure names a member by its connector id, AWS by its UUID: the documents give no call that tells one from the other. */
export const MemberName = z
  .string()
  .check(z.regex(/^([0-9]{1,19}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/));
