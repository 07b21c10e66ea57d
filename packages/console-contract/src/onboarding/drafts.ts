/** Wizards as they stand, however unfinished: they mirror the form, not the gateway, and have no place for an Azure secret. */
import * as z from 'zod/mini';
import { awsFields } from '../connectors/aws.fields.ts';
import { azureFields } from '../connectors/azure.fields.ts';
import { draftShapeOf } from '../connectors/fields.ts';
import { AwsStep, AzureStep } from '../connectors/steps.ts';
import { Id, Text, Timestamp } from '../values.ts';

/** A draft travels whole, so a longer text stays on its page. */
export const longestScopeText = 1_000_000;
/** The scope as text with changes that are not applied; drafts of earlier versions have none. */
const ScopeText = z.optional(z.nullable(Text(longestScopeText)));

/** The name of the connector that the values were copied from; it is never sent. */
const CopiedFrom = z.optional(Text(1000));

export const AzureDraftValues = z.strictObject({
  ...draftShapeOf(azureFields),
  scopeText: ScopeText,
  copiedFrom: CopiedFrom,
});
export type AzureDraftValues = z.output<typeof AzureDraftValues>;

export const AwsDraftValues = z.strictObject({
  ...draftShapeOf(awsFields),
  scopeText: ScopeText,
  copiedFrom: CopiedFrom,
  /**
   * When the connection test succeeded for these very values. What it opens are steps: the gateway knows by itself what it
   * has tested.
   */
  testedAt: z.optional(z.nullable(Timestamp)),
});
export type AwsDraftValues = z.output<typeof AwsDraftValues>;

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
