import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';

export interface StepperStep {
  id: string;
  title: string;
  state: 'done' | 'current' | 'error' | 'todo';
  /** What is still to be done in it: "not tested yet". */
  note?: string | undefined;
}

export interface StepLinkProps {
  className: string;
  'aria-current': 'step' | undefined;
  children: ReactNode;
}

export interface StepperProps<Step extends StepperStep> {
  /** "Steps of the Azure wizard" */
  label: string;
  steps: readonly Step[];
  /** Draws the link of a step: `(step, look) => <Link to={…} {...look} />`. */
  renderLink: (step: Step, look: StepLinkProps) => ReactNode;
}

/** The vertical list of a wizard's steps: number or mark, title, state. */
export function Stepper<Step extends StepperStep>({ label, steps, renderLink }: StepperProps<Step>) {
  return (
    <nav aria-label={label}>
      <ol className="m-0 grid list-none gap-0.5 p-0">
        {steps.map((step, index) => (
          <li key={step.id}>
            {renderLink(step, {
              className: linkClass(step.state),
              'aria-current': step.state === 'current' ? 'step' : undefined,
              children: <StepLabel step={step} number={index + 1} />,
            })}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLabel({ step, number }: { step: StepperStep; number: number }) {
  return (
    <>
      <span
        aria-hidden="true"
        className={clsx(
          'grid size-5 place-items-center rounded-full border-[1.5px] font-semibold text-xs leading-none',
          MARKS[step.state],
        )}
      >
        {step.state === 'done' ? <Check size={12} strokeWidth={3} /> : step.state === 'error' ? '!' : number}
      </span>
      <span>
        {step.title}
        {SPOKEN[step.state] && <span className="sr-only">, {SPOKEN[step.state]}</span>}
        {step.note && <span className="sr-only">, </span>}
        {step.note && <span className="block text-ink-3 text-sm">{step.note}</span>}
      </span>
    </>
  );
}

function linkClass(state: StepperStep['state']): string {
  return clsx(
    'grid min-h-8.5 grid-cols-[22px_1fr] items-center gap-2 rounded-md px-2 py-1.5 font-medium no-underline',
    state === 'current' ? 'bg-accent-soft text-accent-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
  );
}

const MARKS = {
  done: 'border-transparent bg-ok-soft text-ok',
  current: 'border-transparent bg-accent text-ink-on-accent',
  error: 'border-transparent bg-bad-soft text-bad',
  todo: 'border-line-strong text-ink-2',
};
const SPOKEN = { done: 'complete', current: '', error: 'has errors', todo: '' };
