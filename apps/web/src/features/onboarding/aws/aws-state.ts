/** The AWS wizard as a pure reducer: what was typed, and which connection was tested. */
import type { AwsConnectionTest, AwsDraft, AwsDraftValues } from '@console/console-contract';
import type { ConsoleProblem } from '../../../shared/console-problem.ts';
import type { FieldProblem } from '../field-checks.ts';
import { beginCore, reduceCore, type WizardCore, type WizardEvent } from '../wizard-state.ts';
import { indexOfStep } from '../wizard-steps.ts';
import { problemsOf } from './aws-checks.ts';
import { type Connection, changedParts, connectionOf, initialAwsValues } from './aws-draft.ts';
import { type OrganizationTest, standingOf } from './connection/organization-test.ts';

export type AwsWizardState = WizardCore<AwsDraftValues> & { test: OrganizationTest };

type TestEvent =
  | { type: 'test-asked'; at: number; connection: Connection }
  | { type: 'test-answered'; askedAt: number; answer: AwsConnectionTest }
  /** The console, the gateway or the way there had something against the question itself. */
  | { type: 'test-refused'; askedAt: number; problem: ConsoleProblem };

export type AwsWizardEvent = WizardEvent<AwsDraftValues> | TestEvent;
export type DispatchAws = (event: AwsWizardEvent) => void;

/** A new wizard, or one taken up again from its draft. `testedAt` is when this tab saw its very connection succeed. */
export function beginWizard(
  draft: Pick<AwsDraft, 'step' | 'values'> | null,
  testedAt?: number,
): AwsWizardState {
  const values = draft?.values ?? initialAwsValues;
  const wizard: AwsWizardState = {
    ...beginCore(values, draft?.step ?? 'basics'),
    test:
      testedAt === undefined
        ? { state: 'none' }
        : { state: 'passed', at: testedAt, connection: connectionOf(values) },
  };
  const complete = wizardProblems(wizard).every(({ field }) => field === 'connection');
  return complete ? { ...wizard, reached: indexOfStep('review') } : wizard;
}

export function reduceWizard(wizard: AwsWizardState, event: AwsWizardEvent): AwsWizardState {
  switch (event.type) {
    case 'test-asked':
    case 'test-answered':
    case 'test-refused':
      return { ...wizard, test: reduceTest(wizard.test, event) };
    default:
      return reduceCore(wizard, event);
  }
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

/** Everything still wrong, in the order of the form. */
export function wizardProblems(wizard: AwsWizardState): FieldProblem[] {
  return problemsOf({ values: wizard.values, tested: isTested(wizard) });
}

/** The test has succeeded for the connection as it stands now. */
export function isTested({ test, values }: AwsWizardState): boolean {
  return test.state === 'passed' && changedParts(test.connection, connectionOf(values)).length === 0;
}

export function testStanding({ test, values }: AwsWizardState) {
  return standingOf(test, connectionOf(values));
}
