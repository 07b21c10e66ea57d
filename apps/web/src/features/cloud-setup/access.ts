/** What a cloud must be told so that the connector can read it: one typed description each, of which all help is made. */
import {
  AwsAccountId,
  type AwsDraftValues,
  AwsExternalId,
  type AwsPartition,
  AwsRoleArn,
  type AzureDraftValues,
  AzureUuid,
  Day,
  OrganizationRootId,
} from '@console/console-contract';

/** Null is what was not entered yet, or what the connector would refuse as it stands. */
export interface OrganizationAccess {
  partition: AwsPartition;
  /** The account that assumes the roles. */
  baseAccountId: string | null;
  externalId: string | null;
  memberExternalId: string | null;
  /** Of the organization's role; the role in each member account has the same. `/`, or `/some/path/` */
  rolePath: string;
  roleName: string | null;
  rootId: string | null;
  /** Posture management reads more than the inventory does. */
  cspm: boolean;
}

export interface TenantAccess {
  tenantId: string | null;
  /** Null: the application has still to be made. */
  applicationId: string | null;
  applicationName: string | null;
  /** The day on which the secret shall end; null: a year from now. The secret itself has no place here. */
  secretExpiresOn: string | null;
}

export function organizationAccess(values: AwsDraftValues): OrganizationAccess {
  const arn = validOrNull(AwsRoleArn, values.roleArn);
  const [, path = '/', name = null] = /:role(\/(?:.*\/)?)([^/]+)$/.exec(arn ?? '') ?? [];
  return {
    partition: values.partition,
    baseAccountId: validOrNull(AwsAccountId, values.baseAccountId),
    externalId: validOrNull(AwsExternalId, values.externalId),
    memberExternalId: validOrNull(AwsExternalId, values.memberExternalId),
    rolePath: path,
    roleName: name,
    rootId: validOrNull(OrganizationRootId, values.rootId),
    cspm: values.cspm,
  };
}

export function tenantAccess(values: AzureDraftValues): TenantAccess {
  return {
    tenantId: validOrNull(AzureUuid, values.tenantId),
    applicationId: validOrNull(AzureUuid, values.applicationId),
    applicationName: values.name.trim() || null,
    secretExpiresOn: validOrNull(Day, values.secretExpiresOn ?? ''),
  };
}

type TextSchema = { safeParse: (text: string) => { success: true; data: string } | { success: false } };

function validOrNull(schema: TextSchema, text: string): string | null {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : null;
}
