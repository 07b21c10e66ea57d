import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Minus from 'lucide-react/icons/minus';
import type { ReactNode } from 'react';
import { Duration, Elapsed } from '../time/relative-time.tsx';
import { LiveRegion } from './live-region.tsx';
import { Spinner } from './spinner.tsx';

export interface ProgressStep {
  id: string;
  label: string;
  state: 'todo' | 'active' | 'done' | 'failed' | 'skipped';
  /** "48 groups", or what went wrong. */
  detail?: ReactNode;
  /** Set on a finished step. */
  durationMs?: number | undefined;
  /** Set on the active step: its seconds are counted. */
  startedAt?: string | number | Date | undefined;
}

/** The visible phases of work that takes a while. Each change of phase is said once, never each second. */
export function ProgressSteps({ label, steps }: { label: string; steps: readonly ProgressStep[] }) {
  return (
    <>
      <ol aria-label={label} className="m-0 grid list-none gap-1 p-0">
        {steps.map((step) => (
          <li
            key={step.id}
            className="grid min-h-6 grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-2.5 text-md"
          >
            <span className="grid h-5 place-items-center">{ICONS[step.state]}</span>
            <span className={step.state === 'todo' || step.state === 'skipped' ? 'text-ink-3' : 'text-ink'}>
              {step.label}
              <span className="sr-only">, {WORDS[step.state]}</span>
              {step.detail && (
                <span className={step.state === 'failed' ? 'block text-bad text-sm' : 'text-ink-3 text-sm'}>
                  {step.state === 'failed' ? step.detail : <> · {step.detail}</>}
                </span>
              )}
            </span>
            <span className="text-ink-3 text-sm">
              {step.durationMs !== undefined && <Duration ms={step.durationMs} />}
              {step.state === 'active' && step.startedAt !== undefined && <Elapsed since={step.startedAt} />}
            </span>
          </li>
        ))}
      </ol>
      <LiveRegion>{spoken(steps)}</LiveRegion>
    </>
  );
}

function spoken(steps: readonly ProgressStep[]): string {
  const telling = steps.findLast((step) => step.state !== 'todo' && step.state !== 'skipped');
  return telling ? `${telling.label}: ${WORDS[telling.state]}` : '';
}

const WORDS = { todo: 'waiting', active: 'in progress', done: 'done', failed: 'failed', skipped: 'skipped' };
const ICONS = {
  todo: <CircleDashed size={15} className="text-ink-3" aria-hidden="true" />,
  active: <span className="text-busy">{<Spinner size={15} />}</span>,
  done: <CircleCheck size={15} className="text-ok" aria-hidden="true" />,
  failed: <CircleAlert size={15} className="text-bad" aria-hidden="true" />,
  skipped: <Minus size={15} className="text-ink-3" aria-hidden="true" />,
};
