/** The AWS wizard as a pure reducer: what was typed, and which connection was tested. */
import type { AwsConnectionTest, AwsDraft, AwsDraftValues } from '@console/console-contract';
import type { ConsoleProblem } from '../../../shared/console-problem.ts';
import type { FieldProblem } from '../field-checks.ts';
import { beginCore, reduceCore, type WizardCore, type WizardEvent } from '../wizard-state.ts';
import { indexOfStep } from '../wizard-steps.ts';
import { problemsOf } from './aws-checks.ts';
import { type Connection, changedParts, connectionOf, initialAwsValues } from './aws-draft.ts';
import { type OrganizationTest, standingOf, type TestStanding } from './connection/organization-test.ts';

export type AwsWizardState = WizardCore<AwsDraftValues> & { test: OrganizationTest };

type TestEvent =
  | { type: 'test-asked'; at: number; connection: Connection }
  | { type: 'test-answered'; askedAt: number; answer: AwsConnectionTest }
  /** The console, the gateway or the way there had something against the question itself. */
  | { type: 'test-refused'; askedAt: number; problem: ConsoleProblem };

export type AwsWizardEvent = WizardEvent<AwsDraftValues> | TestEvent;
export type DispatchAws = (event: AwsWizardEvent) => void;

/** A new wizard, or one taken up again from its draft. */
export function beginWizard(draft: Pick<AwsDraft, 'step' | 'values'> | null): AwsWizardState {
  const values = draft?.values ?? initialAwsValues;
  const wizard: AwsWizardState = {
    ...beginCore(values, draft?.step ?? 'basics'),
    test: rememberedTest(values) ?? { state: 'none' },
  };
  const complete = wizardProblems(wizard).every(({ field }) => field === 'connection');
  return complete ? { ...wizard, reached: indexOfStep('review') } : wizard;
}

/** The test that a draft remembers: made in an earlier visit, in another tab, or by somebody else. */
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

/** Everything still wrong, in the order of the form. A test that nobody has made is no mistake. */
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
