/** What an error of a job most likely means, and what repairs it. */
import * as z from 'zod/mini';
import { AwsStep, AzureStep } from './steps.ts';

/** What the console itself can do about it. An application or a secret cannot be changed by the gateway's edit: a clone takes another. */
export const RepairAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('run-again') }),
  z.object({ action: z.literal('edit'), step: z.union([AzureStep, AwsStep]) }),
  z.object({ action: z.literal('clone-with-new-secret') }),
  z.object({ action: z.literal('clone-with-other-ids') }),
]);
export type RepairAction = z.output<typeof RepairAction>;

/** Something of the cloud that a message names. */
export const NamedPlace = z.object({
  kind: z.enum(['subscription', 'group', 'account', 'unit']),
  id: z.string(),
});
export type NamedPlace = z.output<typeof NamedPlace>;

export const Repair = z.object({
  /** The most promising first. */
  actions: z.array(RepairAction),
  /** Lines to copy, with the connector's own ids filled in. What is not known stands in angle brackets, and `missing` says what that is. */
  commands: z.array(z.object({ title: z.string(), text: z.string(), missing: z.array(z.string()) })),
  named: z.array(NamedPlace),
});
export type Repair = z.output<typeof Repair>;

/** What a known message most likely means. `likely`, because one provider text can have several causes. */
export const LikelyCause = z.object({
  title: z.string(),
  kind: z.enum(['configuration', 'transient', 'licence', 'platform']),
  explanation: z.string(),
  steps: z.array(z.string()),
  link: z.nullable(z.string()),
  repair: Repair,
});
export type LikelyCause = z.output<typeof LikelyCause>;
