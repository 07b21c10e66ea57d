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
