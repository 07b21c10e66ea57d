/** The AWS wizard as a pure reducer: what was typed, and which connection was tested. */
import type { AwsDraftValues } from '@console/console-contract';
import type { FieldProblem } from '../field-checks.ts';
import { beginCore, reduceCore } from '../wizard/wizard-state.ts';
import { indexOfStep, type WizardStep } from '../wizard/wizard-steps.ts';
import { problemsOf } from './aws-checks.ts';
import { changedParts, connectionOf, initialAwsValues } from './aws-draft.ts';
import type { AwsWizardEvent, AwsWizardState } from './aws-form.ts';
import {
  type OrganizationTest,
  standingOf,
  type TestEvent,
  type TestStanding,
} from './connection/organization-test.ts';

/** A new wizard, or one taken up again from its draft. */
export function beginWizard(draft: { step: WizardStep; values: AwsDraftValues } | null): AwsWizardState {
  const values = draft?.values ?? initialAwsValues;
  const wizard: AwsWizardState = {
    ...beginCore(values, draft?.step ?? 'basics'),
    test: rememberedTest(values) ?? { state: 'none' },
    waivedFor: null,
  };
  const complete = wizardProblems(wizard).every(({ field }) => field === 'connection');
  return complete ? { ...wizard, reached: indexOfStep('review') } : wizard;
}

/** The test that a draft remembers: made in an earlier visit, in another tab, or by another user. */
function rememberedTest(values: AwsDraftValues): OrganizationTest | null {
  if (!values.testedAt) return null;
  return { state: 'passed', at: Date.parse(values.testedAt), connection: connectionOf(values) };
}

export function reduceWizard(wizard: AwsWizardState, event: AwsWizardEvent): AwsWizardState {
  switch (event.type) {
    case 'test-asked':
    case 'test-answered':
    case 'test-refused':
      return remembering({ ...wizard, test: reduceTest(wizard.test, event) });
    case 'test-waived':
      return { ...wizard, waivedFor: event.waived ? connectionOf(wizard.values) : null };
    case 'draft-replaced':
      return remembering({
        ...reduceCore(wizard, event),
        test: rememberedTest(event.values) ?? wizard.test,
      });
    default:
      return remembering(reduceCore(wizard, event));
  }
}

/** The draft carries when its connection was tested, for as long as that test holds. */
function remembering(wizard: AwsWizardState): AwsWizardState {
  const { test, values } = wizard;
  const testedAt = test.state === 'passed' && isTested(wizard) ? new Date(test.at).toISOString() : null;
  return testedAt === (values.testedAt ?? null) ? wizard : { ...wizard, values: { ...values, testedAt } };
}

/** Answers to a question that is no longer the newest are ignored. */
function reduceTest(test: OrganizationTest, event: TestEvent): OrganizationTest {
  if (event.type === 'test-asked') {
    return { state: 'asking', askedAt: event.at, connection: event.connection };
  }
  if (test.state !== 'asking' || test.askedAt !== event.askedAt) return test;
  const { connection } = test;
  if (event.type === 'test-refused') return { state: 'failed', connection, problem: event.problem };
  const { answer } = event;
  if (answer.state === 'succeeded') return { state: 'passed', at: Date.parse(answer.at), connection };
  return { state: 'failed', connection, problem: answer.problem ?? unexplained };
}

const unexplained = {
  code: 'gateway-or-cloud-refused',
  message: 'The connection test failed, and the gateway gave no reason.',
  next: 'Check the role, its trust policy and the external ID, then test again.',
} as const;

/** Everything still wrong, in the order of the form. A test that was not made yet is no mistake. */
export function wizardProblems(wizard: AwsWizardState): FieldProblem[] {
  const waits = WAITS[testStanding(wizard).state];
  return problemsOf({ values: wizard.values, tested: isTested(wizard) }).map((problem) =>
    problem.field === 'connection' ? { ...problem, waits } : problem,
  );
}

const WAITS: Partial<Record<TestStanding['state'], string>> = {
  untested: 'not tested yet',
  asking: 'being tested',
  stale: 'to be tested again',
};

/** The test has succeeded for the connection as it stands now. */
export function isTested({ test, values }: AwsWizardState): boolean {
  return test.state === 'passed' && changedParts(test.connection, connectionOf(values)).length === 0;
}

export function testStanding({ test, values }: AwsWizardState): TestStanding {
  return standingOf(test, connectionOf(values));
}
