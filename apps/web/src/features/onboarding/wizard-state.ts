/** The Azure wizard as a pure reducer: what was typed, what was tested, and what a change makes doubtful. */
import type { AzureDraft, AzureDraftValues, AzureStep } from '@console/console-contract';
import type { ConsoleProblem } from '../../shared/console-problem.ts';
import { type AzureField, type FieldProblem, isUuid, problemsOf, type SecretEntry } from './azure-checks.ts';
import {
  indexOfStep,
  initialAzureValues,
  isWholeTenant,
  sameTenant,
  type Tenant,
  tenantOf,
} from './azure-draft.ts';

/** How far the connection test is, as the page knows it; its progress on the gateway is a query of its own. */
export type ConnectionTest =
  | { state: 'none'; because: 'never-tested' | 'tenant-changed' | 'secret-changed' }
  | { state: 'asking'; askedAt: number }
  | { state: 'refused'; askedAt: number; problem: ConsoleProblem }
  | { state: 'following'; askedAt: number; jobId: string; waiting: boolean };

export type Wizard = {
  values: AzureDraftValues;
  /** In the memory of this page and nowhere else. */
  secret: SecretEntry;
  test: ConnectionTest;
  /** The tenant from whose groups the scope was chosen. */
  scopeOf: Tenant;
  /** Fields that were left with something in them: their problems may be shown. */
  left: ReadonlySet<AzureField>;
  /** Steps that refused to be completed: all their problems are shown. */
  refused: ReadonlySet<AzureStep>;
  /** Counts the refusals, so that the same list of errors takes the focus again. */
  refusals: number;
  /** Index of the furthest step seen. */
  reached: number;
};

export type WizardEvent =
  | { type: 'changed'; values: Partial<AzureDraftValues> }
  | { type: 'secret-typed'; value: string }
  /** The secret is needed now: one that was forgotten is missing from here on. */
  | { type: 'secret-wanted' }
  | { type: 'field-left'; field: AzureField }
  | { type: 'step-opened'; step: AzureStep }
  | { type: 'step-refused'; step: AzureStep }
  | { type: 'scope-kept' }
  | { type: 'test-asked'; at: number }
  | { type: 'test-accepted'; askedAt: number; jobId: string }
  | { type: 'test-refused'; askedAt: number; problem: ConsoleProblem }
  | { type: 'test-waiting'; waiting: boolean }
  | { type: 'draft-replaced'; values: AzureDraftValues };

export type DispatchWizard = (event: WizardEvent) => void;

/**
 * A new wizard, or one taken up again from its draft: then the secret was given once and is forgotten. `earlier` is the
 * test that this tab asked for before the page was reloaded.
 */
export function beginWizard(
  draft: Pick<AzureDraft, 'step' | 'values'> | null,
  today: string,
  earlier?: { jobId: string; askedAt: number },
): Wizard {
  const values = draft?.values ?? initialAzureValues;
  const forgotten = isUuid(values.tenantId) && isUuid(values.applicationId);
  const wizard: Wizard = {
    values,
    secret: { state: forgotten ? 'forgotten' : 'missing' },
    test: earlier
      ? { state: 'following', waiting: true, ...earlier }
      : { state: 'none', because: 'never-tested' },
    scopeOf: tenantOf(values),
    left: new Set(),
    refused: new Set(),
    refusals: 0,
    reached: indexOfStep(draft?.step ?? 'basics'),
  };
  const complete = wizardProblems(wizard, today).length === 0;
  return complete ? { ...wizard, reached: indexOfStep('review') } : wizard;
}

export function reduceWizard(wizard: Wizard, event: WizardEvent): Wizard {
  switch (event.type) {
    case 'changed':
      return afterChange(wizard, { ...wizard.values, ...event.values });
    case 'draft-replaced':
      return { ...afterChange(wizard, event.values), scopeOf: tenantOf(event.values) };
    case 'secret-typed':
      return {
        ...wizard,
        secret: event.value === '' ? { state: 'missing' } : { state: 'given', value: event.value },
        test: wizard.test.state === 'none' ? wizard.test : { state: 'none', because: 'secret-changed' },
      };
    case 'secret-wanted':
      return wizard.secret.state === 'forgotten' ? { ...wizard, secret: { state: 'missing' } } : wizard;
    case 'field-left':
      return wizard.left.has(event.field)
        ? wizard
        : { ...wizard, left: new Set([...wizard.left, event.field]) };
    case 'step-opened':
      return { ...wizard, reached: Math.max(wizard.reached, indexOfStep(event.step)) };
    case 'step-refused':
      return { ...wizard, refused: new Set([...wizard.refused, event.step]), refusals: wizard.refusals + 1 };
    case 'scope-kept':
      return { ...wizard, scopeOf: tenantOf(wizard.values) };
    default:
      return { ...wizard, test: reduceTest(wizard.test, event) };
  }
}

/** Another tenant or application: the test must be repeated, and the scope is kept but doubtful until it is confirmed. */
function afterChange(wizard: Wizard, values: AzureDraftValues): Wizard {
  const moved = !sameTenant(tenantOf(wizard.values), tenantOf(values));
  return {
    ...wizard,
    values,
    test: moved && wizard.test.state !== 'none' ? { state: 'none', because: 'tenant-changed' } : wizard.test,
    scopeOf: values.scope === wizard.values.scope ? wizard.scopeOf : tenantOf(values),
  };
}

type TestEvent = Extract<WizardEvent, { type: `test-${string}` }>;

/** Answers to a question that is no longer the newest are ignored. */
function reduceTest(test: ConnectionTest, event: TestEvent): ConnectionTest {
  switch (event.type) {
    case 'test-asked':
      return { state: 'asking', askedAt: event.at };
    case 'test-accepted':
      if (test.state !== 'asking' || test.askedAt !== event.askedAt) return test;
      return { state: 'following', askedAt: test.askedAt, jobId: event.jobId, waiting: true };
    case 'test-refused':
      if (test.state !== 'asking' || test.askedAt !== event.askedAt) return test;
      return { state: 'refused', askedAt: test.askedAt, problem: event.problem };
    case 'test-waiting':
      return test.state === 'following' ? { ...test, waiting: event.waiting } : test;
  }
}

/** Everything still wrong, of one step or of all. */
export function wizardProblems(wizard: Wizard, today: string, step?: AzureStep): FieldProblem[] {
  const all = problemsOf({ ...wizard, today });
  return step === undefined ? all : all.filter((problem) => problem.step === step);
}

/** The problems that may be shown now: of fields that were left, and of steps that refused. The review hides none. */
export function shownProblems(wizard: Wizard, today: string, step: AzureStep): FieldProblem[] {
  if (step === 'review') return wizardProblems(wizard, today);
  const found = wizardProblems(wizard, today, step);
  if (wizard.refused.has(step)) return found;
  return found.filter(({ field }) => wizard.left.has(field));
}

/** A scope that was chosen from the groups of another tenant. */
export function isScopeDoubtful(wizard: Wizard): boolean {
  return !isWholeTenant(wizard.values) && !sameTenant(wizard.scopeOf, tenantOf(wizard.values));
}

export type StepStanding = { step: AzureStep; state: 'done' | 'current' | 'error' | 'todo'; open: boolean };

/** A step is open once it was seen, or when everything before it is right. */
export function standingOfSteps(
  wizard: Wizard,
  steps: readonly AzureStep[],
  current: AzureStep,
  today: string,
) {
  const wrong = new Set(wizardProblems(wizard, today).map((problem) => problem.step));
  let clear = true;
  return steps.map((step, index): StepStanding => {
    const seen = index <= wizard.reached;
    const standing: StepStanding = { step, state: 'todo', open: seen || clear };
    if (step === current) standing.state = 'current';
    else if (seen && wrong.has(step)) standing.state = 'error';
    else if (seen && step !== 'review') standing.state = 'done';
    clear &&= !wrong.has(step);
    return standing;
  });
}
