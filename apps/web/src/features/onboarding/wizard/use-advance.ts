import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { places } from '../places.ts';
import { focusField, type StepForm } from './step-form.ts';
import { indexOfStep, neighbourOf, type WizardStep } from './wizard-steps.ts';

/** How the connection stands for the way on; `needless` where there is nothing to test, or nothing to test with. */
export type ConnectionState = 'needless' | 'untested' | 'testing' | 'failed' | 'passed';

/** The step that proves the connection. */
export type ConnectionStep = {
  step: WizardStep;
  state: ConnectionState;
  /** Whether a user may go on without a test that has passed. */
  optional: boolean;
  /** Asks the gateway, or says what the test still lacks. */
  test: () => void;
};

/** The ways on from a step. */
export type Advance = {
  /** *Continue*: to the next step, or back to the review it was edited from. On the step of the connection the test comes first. */
  go: () => void;
  /** Straight to the review, where nothing behind the step is missing. */
  skip?: (() => void) | undefined;
  /** On without the test that failed, or that is still under way. */
  anyway?: { label: string; act: () => void } | undefined;
  isTesting: boolean;
};

export function useAdvance<Values>(
  { address, dispatch, problems }: StepForm<Values>,
  step: WizardStep,
  connection: ConnectionStep | undefined,
): Advance {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const returns = search.get('return') === 'review';
  const next = returns ? 'review' : neighbourOf(address.cloud, step, 1);
  const proving = connection?.step === step && connection.state !== 'needless' ? connection : undefined;
  const goTo = (target: WizardStep) => void navigate(places.step(address, target));
  const goAfterTest = useAfterTest(step, proving?.state, goTo);

  /** A step with problems shows them instead. */
  const leaveFor = (target: WizardStep, prove: boolean) => {
    const here = problems.filter(
      ({ step: of, field }) => of === step && !(proving && field === 'connection'),
    );
    if (here.length > 0) {
      dispatch({ type: 'step-refused', step });
      if (here.length === 1 && here[0]) focusField(here[0].field);
    } else if (proving && prove && proving.state !== 'passed') {
      goAfterTest(target);
      proving.test();
    } else goTo(target);
  };
  const later = problems.filter((problem) => indexOfStep(problem.step) > indexOfStep(step));
  const isShortcut =
    next !== undefined && next !== 'review' && later.length === 0 && proving?.state !== 'failed';
  const label = proving?.optional === true ? ANYWAY[proving.state] : undefined;
  return {
    go: () => next && leaveFor(next, true),
    skip: isShortcut && address.connector === undefined ? () => leaveFor('review', true) : undefined,
    anyway: label === undefined ? undefined : { label, act: () => next && leaveFor(next, false) },
    isTesting: proving?.state === 'testing',
  };
}

const ANYWAY: Partial<Record<ConnectionState, string>> = {
  failed: 'Continue without a passed test',
  testing: 'Continue without waiting',
};

/** Goes on once the test has passed; one that fails, or no longer holds, stays with its explanation. */
function useAfterTest(
  step: WizardStep,
  state: ConnectionState | undefined,
  goTo: (target: WizardStep) => void,
) {
  const wanted = useRef<{ from: WizardStep; target: WizardStep } | null>(null);
  useEffect(() => {
    const target = wanted.current?.from === step ? wanted.current.target : undefined;
    if (target !== undefined && state === 'testing') return;
    wanted.current = null;
    if (target !== undefined && state === 'passed') goTo(target);
  });
  return (target: WizardStep) => {
    wanted.current = { from: step, target };
  };
}
