/** How the job of a run goes, in words: the gateway's yes to the run says only that it began. */
import type { JobCounts, StartedJob } from '@console/console-contract';
import type { ProgressStep } from '../../ui/status/progress-steps.tsx';
import { numberText } from '../../ui/time/number-text.ts';

/** "12 ended: 3 succeeded, 9 with errors, 2 causes"; while some run, "5 running, 3 succeeded". */
export function jobsText({ running, succeeded, errors, unknown, causes }: JobCounts): string {
  const part = (count: number, word: string) => (count === 0 ? [] : [`${numberText(count)} ${word}`]);
  const ends = [
    ...part(succeeded, 'succeeded'),
    ...part(errors, 'with errors'),
    ...part(unknown, 'with an unknown result'),
    ...(causes > 1 ? [`${numberText(causes)} causes`] : []),
  ];
  if (running > 0) return [`${numberText(running)} running`, ...ends].join(', ');
  return `${numberText(succeeded + errors + unknown)} ended: ${ends.join(', ')}`;
}

/** What came of one. */
export function jobText({ state, cause, error }: StartedJob): string {
  switch (state) {
    case 'running':
      return 'The job is running';
    case 'succeeded':
      return 'The job ended without errors';
    case 'errors':
      return `The job ended with errors: ${cause ?? error ?? 'what they are could not be read'}`;
    case 'unknown':
      return 'The gateway did not show how the job ended';
  }
}

/** How far the job is that a run has started. */
export function jobStep(job: StartedJob): Pick<ProgressStep, 'label' | 'state'> {
  return { label: jobText(job), state: JOB_STEPS[job.state] };
}

const JOB_STEPS: Record<StartedJob['state'], ProgressStep['state']> = {
  running: 'active',
  succeeded: 'done',
  errors: 'failed',
  unknown: 'skipped',
};
