/** The bodies of the Azure operations, field for field as the Azure document has them. */
import { z } from 'zod';
import { AppName, Frequency, NumericId } from './requests.ts';

/** A1: the credentials to try. */
export const AzureTestRequest = z.strictObject({
  tenantId: z.string().min(1),
  applicationId: z.string().min(1),
  secretValue: z.string().min(1),
});
export type AzureTestRequest = z.input<typeof AzureTestRequest>;

export const AzureAppInfo = z.strictObject({
  identifier: z.string().min(1),
  name: AppName,
  tagId: NumericId.nullable(),
});
export type AzureAppInfo = z.input<typeof AzureAppInfo>;

/**
 * A3 and A4: the whole connector. A4 takes it whole as well, but refuses a change of `applicationId`, `secretValue`, `name`,
 * `tenantId`, `tenantName`, `connectorPrefixName` and of an app's `identifier`.
 */
export const AzureConnectorBody = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  connectorAppInfos: z.array(AzureAppInfo).min(1),
  isRemediationEnabled: z.boolean().optional(),
  tenantName: z.string().min(1),
  tenantId: z.string().min(1),
  applicationId: z.string().min(1),
  secretValue: z.string().min(1),
  orgRunFrequency: Frequency,
  connectorPrefixName: z.string().min(1).max(30),
  connectorRunFrequency: Frequency,
  excludedMem: z.array(z.string()).optional(),
  includedMem: z.array(z.string()).optional(),
  isCreateConnectorForNewSubscriptionsAutomatically: z.boolean().optional(),
  isDisableConnectorsForDeletedManagementGroups: z.boolean().optional(),
  autoActivateCV: z.boolean().optional(),
  autoActivateCertView: z.boolean().optional(),
  autoActivatePC: z.boolean().optional(),
  autoActivateSCA: z.boolean().optional(),
  autoActivateVM: z.boolean().optional(),
  defaultTagIds: z.array(NumericId).optional(),
});
export type AzureConnectorBody = z.input<typeof AzureConnectorBody>;

/** A8: whose management groups. The answer means something only after A1's job has completed for the same pair. */
export const ManagementGroupsRequest = z.strictObject({
  tenantId: z.string().min(1),
  applicationId: z.string().min(1),
  pageSize: z.int().positive().optional(),
  pageNumber: z.int().nonnegative().optional(),
});
export type ManagementGroupsRequest = z.input<typeof ManagementGroupsRequest>;

/** A10: the action travels in the query, the ids in the body. */
export const AzureStatusQuery = z.strictObject({ action: z.enum(['ENABLE', 'DISABLE']) });
export type AzureStatusQuery = z.input<typeof AzureStatusQuery>;

/** A11: one member and the connector it joins. */
export const AzureAttachRequest = z.strictObject({
  connectorId: NumericId,
  organizationConnectorId: NumericId,
});
export type AzureAttachRequest = z.input<typeof AzureAttachRequest>;
