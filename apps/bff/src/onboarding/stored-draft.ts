/** Drafts as they are stored: by this version of the console or an older one. */
import {
  AwsDraftValues,
  AwsStep,
  AzureDraftValues,
  AzureStep,
  awsFields,
  azureFields,
  type DraftContent,
  initialValuesOf,
} from '@console/console-contract';
import * as z from 'zod/mini';
import { completedBy, storedShape } from '../ports/stored-json.ts';

/** A step that is no more opens at the first one, and of a field that is no more nothing is left. */
const Content = z.discriminatedUnion('cloud', [
  z.object({
    cloud: z.literal('azure'),
    step: orFirst(AzureStep, 'basics'),
    values: completedBy(initialValuesOf(azureFields), z.object(AzureDraftValues.shape)),
  }),
  z.object({
    cloud: z.literal('aws'),
    step: orFirst(AwsStep, 'basics'),
    values: completedBy(initialValuesOf(awsFields), z.object(AwsDraftValues.shape)),
  }),
]);

/** Of the whole content, for a migration may have to see the values and the step together. */
const draftShape = storedShape<DraftContent>(Content);

export const draftVersion = draftShape.version;

type StoredContent = {
  cloud: DraftContent['cloud'];
  step: string;
  values: unknown;
  valuesVersion: number;
};

/** `null`: no schema of this version reads it. */
export function contentOf({ cloud, step, values, valuesVersion }: StoredContent): DraftContent | null {
  return draftShape.read({ cloud, step, values }, valuesVersion);
}

/** For a list, which does not read the values. */
export function stepOf({ cloud, step }: Pick<StoredContent, 'cloud' | 'step'>): DraftContent['step'] {
  const read = (cloud === 'azure' ? AzureStep : AwsStep).safeParse(step);
  return read.success ? read.data : 'basics';
}

function orFirst<Step>(steps: z.ZodMiniType<Step>, first: NoInfer<Step>) {
  return z.pipe(
    z.transform((stored: unknown): unknown => (steps.safeParse(stored).success ? stored : first)),
    steps,
  );
}
