/** The bodies of the AWS operations, field for field as the AWS document has them. */
import { z } from 'zod';
import { AppName, Frequency, NumericId } from './requests.ts';

/** W1: must have succeeded under this `connectorName` before W2. Names differ from W2's for the same things. */
export const AwsTestRequest = z.strictObject({
  connectorName: z.string().min(1),
  externalId: z.string().min(1),
  qualysAwsAccountId: z.string().min(1),
  isGovCloud: z.boolean(),
  isGlobalCloud: z.boolean().optional(),
  arn: z.string().min(1),
});
export type AwsTestRequest = z.input<typeof AwsTestRequest>;

export const AwsAppInfo = z.strictObject({ name: AppName, identifier: z.string().min(1) });
export type AwsAppInfo = z.input<typeof AwsAppInfo>;

/** W2: the whole connector. `includedMem` and `excludedMem` hold unit ids (`ou-…`, `r-…`) or 12-digit account ids. */
export const AwsCreateRequest = z.strictObject({
  name: z.string().min(1),
  isRemediationEnabled: z.boolean().optional(),
  connectorAppInfos: z.array(AwsAppInfo).min(1),
  orgRunFrequency: Frequency,
  connectorRunFrequency: Frequency,
  defaultTagIds: z.array(NumericId).optional(),
  connectorPrefixName: z.string().min(1).max(30).optional(),
  isCPSEnabled: z.boolean().optional(),
  externalId: z.string().min(1),
  memberExternalId: z.string().min(1),
  baseAwsAccountId: z.string().min(1),
  arn: z.string().min(1),
  isGovCloudConfigured: z.boolean(),
  isAllRegions: z.boolean().optional(),
  isCiRegionAll: z.boolean().optional(),
  autoActivateVM: z.boolean().optional(),
  includedMem: z.array(z.string()).optional(),
  excludedMem: z.array(z.string()).optional(),
});
export type AwsCreateRequest = z.input<typeof AwsCreateRequest>;

/** W5: as W2, with the document's other choice of mandatory fields. */
export const AwsEditRequest = AwsCreateRequest.extend({
  orgRunFrequency: Frequency.optional(),
  connectorRunFrequency: Frequency.optional(),
  connectorPrefixName: z.string().min(1).max(30),
  memberExternalId: z.string().min(1).optional(),
  baseAwsAccountId: z.string().min(1).optional(),
});
export type AwsEditRequest = z.input<typeof AwsEditRequest>;

/** W6: one connector, its id as a string. */
export const AwsRunRequest = z.strictObject({ connectorId: z.string().regex(/^[0-9]{1,19}$/) });
export type AwsRunRequest = z.input<typeof AwsRunRequest>;

/** W7: the action again, with the id, inside one string: `ENABLE 123`. */
export const AwsStatusRequest = z.strictObject({
  action: z.string().regex(/^(ENABLE|DISABLE) [0-9]{1,19}$/),
});
export type AwsStatusRequest = z.input<typeof AwsStatusRequest>;

/** W8: the member's id inside one string: `DETACH 123`. */
export const AwsDetachRequest = z.strictObject({ action: z.string().regex(/^DETACH [0-9]{1,19}$/) });
export type AwsDetachRequest = z.input<typeof AwsDetachRequest>;

/** W13: the units known under a tested connector name, below a root. `offset` counts rows, from 0. */
export const OrganizationalUnitsRequest = z.strictObject({
  connectorName: z.string().min(1),
  offset: z.int().nonnegative().optional(),
  limit: z.int().positive().optional(),
  rootId: z.string().min(1),
});
export type OrganizationalUnitsRequest = z.input<typeof OrganizationalUnitsRequest>;
