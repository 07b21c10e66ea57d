import type { ReactNode } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import { ErrorSummary } from '../../../ui/fields/error-summary.tsx';
import type { FieldProblem } from '../field-checks.ts';
import type { StepWords, WizardStep } from './wizard-steps.ts';

export type Forward = {
  label: string;
  busy: boolean;
  act: () => void;
  /** Why there is no way on at this moment. */
  barred?: string | undefined;
};

export interface StepCardProps {
  step: StepWords;
  /** Problems of a step that refused; one alone stands at its field. */
  problems: readonly FieldProblem[];
  attempt: number;
  /** The first step has no way back. */
  back: (() => void) | undefined;
  forward: Forward;
  /** Straight to the review. */
  skip?: (() => void) | undefined;
  /** On without the test that the step makes. */
  anyway?: { label: string; act: () => void } | undefined;
  children: ReactNode;
}

/** Beside the step's heading, for what switches the whole step. */
export const stepToolsId = 'step-tools';

/** The middle of the wizard: what the step asks, its fields, and the way on. */
export function StepCard(props: StepCardProps) {
  const { step, problems, attempt, back, forward, children } = props;
  const { skip, anyway } = props;
  const { id, question, explanation } = step;
  return (
    <section
      aria-labelledby="step-title"
      className="@container/step min-w-0 rounded-lg border border-line bg-surface"
    >
      <StepFrame step={id} onSubmit={forward.act}>
        <div className="grid gap-1">
          <div className="flex items-start gap-4">
            <h2 id="step-title" tabIndex={-1} className="m-0 flex-1 font-semibold text-md outline-none">
              {question}
            </h2>
            <div id={stepToolsId} className="-my-1" />
          </div>
          <p className="m-0 text-ink-3 text-sm">{explanation}</p>
        </div>
        {problems.length > 1 && (
          <ErrorSummary
            title={`${problems.length} things keep this step from being complete`}
            errors={problems}
            attempt={attempt}
          />
        )}
        {children}
        <div className="-mx-4 flex flex-wrap items-center justify-end gap-2.5 border-line border-t px-4 pt-4">
          {back !== undefined && <WayOn onClick={back}>Back</WayOn>}
          {anyway !== undefined && <WayOn onClick={anyway.act}>{anyway.label}</WayOn>}
          {skip !== undefined && <WayOn onClick={skip}>Skip to review</WayOn>}
          <Button
            type={isForm(id) ? 'submit' : 'button'}
            {...(!isForm(id) && { onClick: forward.act })}
            variant="primary"
            busy={forward.busy}
            disabledReason={forward.barred}
            // The field that loses the focus may grow by a message, which would move this button away from the pointer.
            onMouseDown={(event) => event.preventDefault()}
          >
            {forward.label}
          </Button>
        </div>
      </StepFrame>
    </section>
  );
}

/** The field that loses the focus may grow by a message, which would move this button away from the pointer. */
function WayOn({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
      {children}
    </Button>
  );
}

/** The picker brings a form of its own, for pasting, and forms cannot lie in each other. */
function isForm(step: WizardStep): boolean {
  return step !== 'scope';
}

function StepFrame(props: { step: WizardStep; onSubmit: () => void; children: ReactNode }) {
  const look = 'grid grid-cols-[minmax(0,1fr)] gap-5 p-4';
  if (!isForm(props.step)) return <div className={look}>{props.children}</div>;
  return (
    <form
      noValidate
      className={look}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
