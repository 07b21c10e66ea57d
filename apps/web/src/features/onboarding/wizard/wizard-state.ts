/** What both wizards remember, as a pure reducer: what was typed, how far it came, and which problems may be shown. */
import type { FieldProblem } from '../field-checks.ts';
import { indexOfStep, type WizardStep } from './wizard-steps.ts';

export type WizardCore<Values> = {
  values: Values;
  /** Fields that were left with something in them: their problems may be shown. */
  left: ReadonlySet<string>;
  /** Steps that refused to be completed: all their problems are shown. */
  refused: ReadonlySet<WizardStep>;
  /** Counts the refusals, so that the same list of errors takes the focus again. */
  refusals: number;
  /** Index of the furthest step seen. */
  reached: number;
};

/** What a step may say; it need not know all values. */
export type StepEvent<Values> =
  | { type: 'changed'; values: Partial<Values> }
  /** One field, by the name it has among the values. */
  | { type: 'entered'; field: string; value: unknown }
  | { type: 'field-left'; field: string }
  | { type: 'step-opened'; step: WizardStep }
  | { type: 'step-refused'; step: WizardStep };

export type WizardEvent<Values> = StepEvent<Values> | { type: 'draft-replaced'; values: Values };

export function beginCore<Values>(values: Values, step: WizardStep): WizardCore<Values> {
  return { values, left: new Set(), refused: new Set(), refusals: 0, reached: indexOfStep(step) };
}

export function reduceCore<Values extends object, Wizard extends WizardCore<Values>>(
  wizard: Wizard,
  event: WizardEvent<Values>,
): Wizard {
  switch (event.type) {
    case 'changed':
      return { ...wizard, values: { ...wizard.values, ...event.values } };
    case 'entered':
      return { ...wizard, values: { ...wizard.values, [event.field]: event.value } };
    case 'draft-replaced':
      return { ...wizard, values: event.values };
    case 'field-left':
      return wizard.left.has(event.field)
        ? wizard
        : { ...wizard, left: new Set([...wizard.left, event.field]) };
    case 'step-opened':
      return { ...wizard, reached: Math.max(wizard.reached, indexOfStep(event.step)) };
    case 'step-refused':
      return { ...wizard, refused: new Set([...wizard.refused, event.step]), refusals: wizard.refusals + 1 };
  }
}

/** The problems that may be shown now: of fields that were left, and of steps that refused. The review hides none. */
export function shownProblems(
  wizard: WizardCore<unknown>,
  problems: readonly FieldProblem[],
  step: WizardStep,
): readonly FieldProblem[] {
  if (step === 'review') return problems;
  const found = problems.filter((problem) => problem.step === step);
  if (wizard.refused.has(step)) return found;
  return found.filter(({ field }) => wizard.left.has(field));
}

export type StepStanding = {
  step: WizardStep;
  state: 'done' | 'current' | 'error' | 'todo';
  open: boolean;
  /** What is still to be done in it. */
  note?: string | undefined;
};

export type StepsAsked = {
  steps: readonly WizardStep[];
  current: WizardStep;
  problems: readonly FieldProblem[];
  /** A step behind which none is open while it has problems, not even one that was seen. */
  gate?: WizardStep | undefined;
  /** Every step was open from the start: that one lies before the furthest says nothing of whether it was gone through. */
  openFromStart?: boolean;
};

/** A step is open once it was seen, or when everything before it is right. */
export function standingOfSteps(wizard: WizardCore<unknown>, asked: StepsAsked): StepStanding[] {
  const { reached } = wizard;
  const { steps, current, problems, gate } = asked;
  const wrong = new Set(problems.map((problem) => problem.step));
  let clear = true;
  let barred = false;
  return steps.map((step, index): StepStanding => {
    const seen = index <= reached;
    const standing: StepStanding = { step, state: 'todo', open: !barred && (seen || clear) };
    const waits = waitsFor(problems, step);
    if (step === current) standing.state = 'current';
    else if (waits !== undefined) standing.note = waits;
    else if (seen && wrong.has(step)) standing.state = isBlamed(wizard, step, asked) ? 'error' : 'todo';
    else if (seen && step !== 'review' && !barred) standing.state = 'done';
    clear &&= !wrong.has(step);
    barred ||= step === gate && wrong.has(step);
    return standing;
  });
}

/** What alone a step still waits for, where nothing in it is wrong. */
function waitsFor(problems: readonly FieldProblem[], step: WizardStep): string | undefined {
  const [first, ...others] = problems.filter((problem) => problem.step === step);
  return others.length === 0 ? first?.waits : undefined;
}

/** An incomplete step is blamed once the user went past it, left a wrong value in it, or wanted it to be complete. */
function isBlamed(wizard: WizardCore<unknown>, step: WizardStep, asked: StepsAsked): boolean {
  const { refused, left, reached } = wizard;
  if (refused.has(step) || refused.has('review')) return true;
  if (asked.problems.some((problem) => problem.step === step && left.has(problem.field))) return true;
  return !asked.openFromStart && indexOfStep(step) < reached;
}
