import {
  type ApiBudget,
  type BulkKind,
  type BulkPreview,
  type BulkSkipReason,
  type Cloud,
  kindOf,
} from '@console/console-contract';
import { numberText } from '../../../ui/time/number-text.ts';
import { whyLeftOut } from '../changes/why-not.ts';

export function connectorsText(count: number): string {
  return count === 1 ? '1 connector' : `${numberText(count)} connectors`;
}

/** "3 are disabled; 1 is gone": why some of a choice are left out, the commonest reason first. */
export function leftOutText(kind: BulkKind, skipped: BulkPreview['skipped']): string {
  const counts = new Map<BulkSkipReason, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(
      ([reason, count]) => `${numberText(count)} ${count === 1 ? 'is' : 'are'} ${whyLeftOut(kind, reason)}`,
    )
    .join('; ');
}

export function memberCount(count: number): string {
  return count === 1 ? '1 member' : `${numberText(count)} members`;
}

/** What becomes of the members of connectors that are deleted, by the list as it was read last. */
export function membersText({ known, unknownOf }: BulkPreview['members']): string {
  const parts = [
    ...(known > 0 ? [`${memberCount(known)} ${known === 1 ? ONE_DETACHED : MANY_DETACHED}.`] : []),
    ...(unknownOf > 0
      ? [
          `How many members ${connectorsText(unknownOf)} ${unknownOf === 1 ? 'has' : 'have'} is not known; any there are will be detached, too.`,
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join(' ') : 'They have no members.';
}

const ONE_DETACHED = 'is detached and keeps running on its own';
const MANY_DETACHED = 'are detached and keep running on their own';

/** "delete 12 connectors", typed before what destroys: the number without commas. */
export function confirmationPhrase(kind: BulkKind, count: number): string {
  return `${kindOf(kind).verb.toLowerCase()} ${count} ${count === 1 ? 'connector' : 'connectors'}`;
}

/** Whether connectors that are deleted are at work. */
export function jobsText(jobs: number, of: number): string {
  if (of === 1) return jobs === 0 ? 'No job of it is under way.' : 'A job of it is under way.';
  if (jobs === 0) return 'None of these connectors has a job under way.';
  return `${numberText(jobs)} of these connectors ${jobs === 1 ? 'has' : 'have'} a job under way.`;
}

/** Completes "Runs 14 connectors": Azure takes many in one call, AWS each in one of its own, and what was sent is not stopped. */
export function sendingText({ azure, aws }: Record<Cloud, number>): string {
  const limit = 'within the vendor’s call limit';
  if (azure + aws <= 1) return `, ${limit}.`;
  if (aws === 0)
    return ` together, many in one call and ${limit}. Once sent, they cannot be paused or cancelled.`;
  const apart = azure === 0 ? ', each' : ': those of Azure together, those of AWS each';
  return `${apart} with a call of its own and ${limit}. What is not sent yet can be paused and cancelled.`;
}

/** On the button that sends those once more which surely failed. */
export function retryText(surely: number, failed: number): string {
  if (surely === 0 || surely === failed) return 'Retry failed';
  return `Retry ${numberText(surely)} of ${numberText(failed)}`;
}

/** Why some are not sent once more. */
export function unreportedText(count: number): string {
  const those = `${numberText(count)} ${count === 1 ? 'is' : 'are'}`;
  return `${those} not sent again: no clear answer came, and reading the gateway could not tell whether it happened. What is known stays here and under Activity, for review.`;
}

/** When a bulk that is asked for `now`, in milliseconds, can begin. */
export function startText(
  { spentUntil, waitingUntil }: Pick<ApiBudget, 'spentUntil' | 'waitingUntil'>,
  now: number,
  timeText: (at: string) => string,
): string {
  if (spentUntil !== null && Date.parse(spentUntil) > now) {
    return `The call limit is spent: it begins at ${timeText(spentUntil)}, by itself.`;
  }
  if (waitingUntil !== null && Date.parse(waitingUntil) > now) {
    return `What is left of the busiest call’s limit is kept for people, so it may wait until ${timeText(waitingUntil)}.`;
  }
  return 'The call limit lets it begin now.';
}
