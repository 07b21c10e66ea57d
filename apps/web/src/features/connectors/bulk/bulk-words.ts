import type { ApiBudget, BulkKind, BulkPreview, Cloud } from '@console/console-contract';
import { numberText } from '../../../ui/number-text.ts';

/** What a person can ask of many connectors, in the order of the buttons: what destroys comes last. */
export const BULK_VERBS: { kind: BulkKind; verb: string }[] = [
  { kind: 'run-connectors', verb: 'Run' },
  { kind: 'enable-connectors', verb: 'Enable' },
  { kind: 'disable-connectors', verb: 'Disable' },
  { kind: 'delete-connectors', verb: 'Delete' },
];

export function verbOf(kind: BulkKind): string {
  return BULK_VERBS.find((choice) => choice.kind === kind)?.verb ?? '';
}

export function connectorsText(count: number): string {
  return count === 1 ? '1 connector' : `${numberText(count)} connectors`;
}

/** "3 are disabled; 1 is gone": why some of a choice are left out, the commonest reason first. */
export function leftOutText(kind: BulkKind, skipped: BulkPreview['skipped']): string {
  const counts = new Map<SkipReason, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${numberText(count)} ${count === 1 ? 'is' : 'are'} ${why(kind, reason)}`)
    .join('; ');
}

type SkipReason = BulkPreview['skipped'][number]['reason'];

function why(kind: BulkKind, reason: SkipReason): string {
  switch (reason) {
    case 'already':
      return kind === 'enable-connectors' ? 'enabled already' : 'disabled already';
    case 'disabled':
      return 'disabled, which the gateway does not run';
    case 'under-way':
      return 'being changed at this moment';
    case 'job-under-way':
      return 'at work on a job already';
    case 'not-here':
      return 'no longer in this workspace';
  }
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

/** What a person types before many are deleted: the number as it is typed, without commas. */
export function deletionPhrase(count: number): string {
  return `delete ${count} ${count === 1 ? 'connector' : 'connectors'}`;
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
export function untoldText(count: number): string {
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
