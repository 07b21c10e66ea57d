/** Wizards as they stand, however unfinished: they mirror the form, not the gateway, and have no place for an Azure secret. */
import * as z from 'zod/mini';
import { AwsPartition } from '../connectors/specs.ts';
import { Id, Text, Timestamp } from '../values.ts';

const Words = Text(1000);
const LongWords = Text(1224);
const Units = z.array(Text(500)).check(z.maxLength(50_000));

/** A draft travels whole, so a longer text stays on its page. */
export const longestScopeText = 1_000_000;
/** The scope as text with changes that are not applied; drafts of earlier versions have none. */
const ScopeText = z.optional(z.nullable(Text(longestScopeText)));

export const AzureDraftValues = z.strictObject({
  name: Words,
  description: Words,
  cspm: z.boolean(),
  remediation: z.boolean(),
  tenantId: Words,
  tenantName: Words,
  applicationId: Words,
  secretExpiresOn: z.nullable(Words),
  scope: z.strictObject({ included: Units, excluded: Units }),
  scopeText: ScopeText,
  memberPrefix: Words,
  createForNewAccounts: z.boolean(),
  disableForDeleted: z.boolean(),
  runEveryDays: z.number(),
  memberRunEveryDays: z.number(),
  activation: z.strictObject({ vm: z.boolean(), pc: z.boolean(), sca: z.boolean(), certView: z.boolean() }),
  tagIds: z.array(Words).check(z.maxLength(100)),
});
export type AzureDraftValues = z.output<typeof AzureDraftValues>;

export const AzureStep = z.enum(['basics', 'tenant', 'scope', 'members', 'activation', 'review']);
export type AzureStep = z.output<typeof AzureStep>;

/** The external ids belong to the draft, because the role in AWS is made with them; they are sealed at rest. */
export const AwsDraftValues = z.strictObject({
  name: Words,
  cspm: z.boolean(),
  remediation: z.boolean(),
  partition: AwsPartition,
  baseAccountId: Words,
  roleArn: Words,
  externalId: LongWords,
  memberExternalId: LongWords,
  rootId: Words,
  scope: z.strictObject({ included: Units, excluded: Units }),
  scopeText: ScopeText,
  memberPrefix: Words,
  allRegions: z.boolean(),
  allPostureRegions: z.boolean(),
  perimeterScan: z.boolean(),
  runEveryHours: z.number(),
  memberRunEveryHours: z.number(),
  activateVm: z.boolean(),
  tagIds: z.array(Words).check(z.maxLength(100)),
  /**
   * When the connection test succeeded for these very values. What it opens are steps: the gateway knows by itself what it
   * has tested.
   */
  testedAt: z.optional(z.nullable(Timestamp)),
});
export type AwsDraftValues = z.output<typeof AwsDraftValues>;

export const AwsStep = z.enum(['basics', 'organization', 'scope', 'members', 'activation', 'review']);
export type AwsStep = z.output<typeof AwsStep>;

const kept = {
  id: Id,
  /** Counts the saves: a save on top of an older version is a `conflict`, so two tabs cannot overwrite each other. */
  version: z.number(),
  updatedAt: Timestamp,
  updatedBy: z.string(),
};

const azureContent = { cloud: z.literal('azure'), step: AzureStep, values: AzureDraftValues };
const awsContent = { cloud: z.literal('aws'), step: AwsStep, values: AwsDraftValues };

export const AzureDraft = z.object({ ...kept, ...azureContent });
export type AzureDraft = z.output<typeof AzureDraft>;

export const AwsDraft = z.object({ ...kept, ...awsContent });
export type AwsDraft = z.output<typeof AwsDraft>;

export const Draft = z.discriminatedUnion('cloud', [AzureDraft, AwsDraft]);
export type Draft = z.output<typeof Draft>;

/** What the browser sends: the same wizard's step and values. */
export const DraftContent = z.discriminatedUnion('cloud', [
  z.strictObject(azureContent),
  z.strictObject(awsContent),
]);
export type DraftContent = z.output<typeof DraftContent>;

export const DraftSave = z.strictObject({
  version: z.int(),
  content: DraftContent,
  /**
   * What the same page sent on top of that version and got no answer to before it went. The save counts as made on top
   * of it, whether it arrived or not, so that the later of the two wins in whatever order they come.
   */
  unanswered: z.optional(DraftContent),
});
export type DraftSave = z.output<typeof DraftSave>;
