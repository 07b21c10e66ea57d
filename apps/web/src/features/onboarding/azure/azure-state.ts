/** The Azure wizard as a pure reducer: what was typed, what was tested, and what a change makes doubtful. */
import type { AzureDraftValues } from '@console/console-contract';
import type { FieldProblem } from '../field-checks.ts';
import { isEverything } from '../scope-choice.ts';
import { beginCore, reduceCore } from '../wizard/wizard-state.ts';
import { indexOfStep, type WizardStep } from '../wizard/wizard-steps.ts';
import { isUuid, problemsOf } from './azure-checks.ts';
import { initialAzureValues, sameTenant, tenantOf } from './azure-draft.ts';
import type { AzureWizardEvent, AzureWizardState } from './azure-form.ts';
import type { ConnectionTest, FollowedTest, TestEvent } from './connection/test-standing.ts';

/**
 * A new wizard, or one taken up again from its draft: then the secret was given once and is forgotten. `earlier` is the
 * test that this tab asked for before the page was reloaded.
 */
export function beginWizard(
  draft: { step: WizardStep; values: AzureDraftValues } | null,
  today: string,
  earlier?: FollowedTest,
): AzureWizardState {
  const values = draft?.values ?? initialAzureValues;
  const forgotten = isUuid(values.tenantId) && isUuid(values.applicationId);
  const wizard: AzureWizardState = {
    ...beginCore(values, draft?.step ?? 'basics'),
    secret: { state: forgotten ? 'forgotten' : 'missing' },
    keepSecret: false,
    secretAsked: false,
    test: earlier
      ? { state: 'following', waiting: true, ...earlier }
      : { state: 'none', because: 'never-tested' },
    scopeOf: tenantOf(values),
  };
  const complete = wizardProblems(wizard, today).length === 0;
  return complete ? { ...wizard, reached: indexOfStep('review') } : wizard;
}

export function reduceWizard(wizard: AzureWizardState, event: AzureWizardEvent): AzureWizardState {
  switch (event.type) {
    case 'draft-replaced':
      return { ...doubt(wizard, reduceCore(wizard, event)), scopeOf: tenantOf(event.values) };
    case 'secret-typed':
      return {
        ...wizard,
        secret: event.value === '' ? { state: 'missing' } : { state: 'given', value: event.value },
        test: wizard.test.state === 'none' ? wizard.test : { state: 'none', because: 'secret-changed' },
      };
    case 'secret-wanted':
      return wizard.secret.state === 'forgotten' ? { ...wizard, secret: { state: 'missing' } } : wizard;
    case 'step-opened':
      return {
        ...reduceCore(wizard, event),
        secretAsked: event.step === 'review' && wizard.secret.state !== 'given',
      };
    case 'secret-keeping':
      return { ...wizard, keepSecret: event.keep };
    case 'scope-kept':
      return { ...wizard, scopeOf: tenantOf(wizard.values) };
    case 'test-asked':
    case 'test-accepted':
    case 'test-refused':
    case 'test-waiting':
      return { ...wizard, test: reduceTest(wizard.test, event) };
    default:
      return doubt(wizard, reduceCore(wizard, event));
  }
}

/** Another tenant or application: the test must be repeated, and the scope is kept but doubtful until it is confirmed. */
function doubt(before: AzureWizardState, after: AzureWizardState): AzureWizardState {
  if (before.values === after.values) return after;
  const moved = !sameTenant(tenantOf(before.values), tenantOf(after.values));
  const { test, values } = after;
  return {
    ...after,
    test: moved && test.state !== 'none' ? { state: 'none', because: 'tenant-changed' } : test,
    scopeOf: values.scope === before.values.scope ? after.scopeOf : tenantOf(values),
  };
}

/** Answers to a question that is no longer the newest are ignored. */
function reduceTest(test: ConnectionTest, event: TestEvent): ConnectionTest {
  switch (event.type) {
    case 'test-asked':
      return { state: 'asking', askedAt: event.at };
    case 'test-accepted':
      if (test.state !== 'asking' || test.askedAt !== event.askedAt) return test;
      return { ...event, state: 'following', waiting: true };
    case 'test-refused':
      if (test.state !== 'asking' || test.askedAt !== event.askedAt) return test;
      return { state: 'refused', askedAt: test.askedAt, problem: event.problem };
    case 'test-waiting':
      return test.state === 'following' ? { ...test, waiting: event.waiting } : test;
  }
}

/** Everything still wrong, in the order of the form. */
export function wizardProblems(wizard: AzureWizardState, today: string): FieldProblem[] {
  return problemsOf({ ...wizard, today });
}

/** A scope that was chosen from the groups of another tenant. */
export function isScopeDoubtful(wizard: AzureWizardState): boolean {
  return !isEverything(wizard.values.scope) && !sameTenant(wizard.scopeOf, tenantOf(wizard.values));
}
