/** The connection test as the way on from its step sees it. */

import { focusField } from '../../wizard/step-form.ts';
import type { ConnectionState } from '../../wizard/use-advance.ts';
import { retestOf } from '../aws-edit.ts';
import type { AwsForm } from '../aws-form.ts';
import type { TestStanding } from './organization-test.ts';

const NEEDED: readonly string[] = ['name', 'baseAccountId', 'roleArn', 'externalId'];

/** Asks the gateway, or says what the values that the test needs still lack. */
export function testOrBlame({ problems, dispatch, testing }: AwsForm): void {
  const wrong = problems.filter(({ field }) => NEEDED.includes(field));
  const [first] = wrong;
  if (first === undefined) return void testing.ask();
  for (const { field } of wrong) dispatch({ type: 'field-left', field });
  focusField(first.field);
}

/** An edit tests what it changes, unless the user chose to save without. */
export function connectionState({ basis, wizard, testing }: AwsForm): ConnectionState {
  const retest = basis && retestOf(wizard, basis);
  if (retest && (!retest.wanted || retest.waived)) return 'needless';
  return STATES[testing.standing.state];
}

const STATES: Record<TestStanding['state'], ConnectionState> = {
  untested: 'untested',
  stale: 'untested',
  asking: 'testing',
  failed: 'failed',
  passed: 'passed',
};
