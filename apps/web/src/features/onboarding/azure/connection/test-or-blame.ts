/** The connection test as the way on from its step sees it. */

import { focusField } from '../../wizard/step-form.ts';
import type { ConnectionState } from '../../wizard/use-advance.ts';
import type { AzureForm } from '../azure-form.ts';
import { wizardProblems } from '../azure-state.ts';

const CREDENTIALS: readonly string[] = ['tenantId', 'applicationId', 'secretValue'];

/** Asks the gateway, or says what the three values still need. */
export function testOrBlame({ wizard, dispatch, testing, today }: AzureForm): void {
  const needed =
    wizard.secret.state === 'forgotten' ? { ...wizard, secret: { state: 'missing' as const } } : wizard;
  const wrong = wizardProblems(needed, today).filter(({ field }) => CREDENTIALS.includes(field));
  const [first] = wrong;
  if (first === undefined) return void testing.ask();
  dispatch({ type: 'secret-wanted' });
  for (const { field } of wrong) dispatch({ type: 'field-left', field });
  focusField(first.field);
}

/** An edit tests when it is told to; a secret that was forgotten is asked for at the review. */
export function connectionState({ basis, wizard, testing }: AzureForm): ConnectionState {
  const { state } = testing.standing;
  if (state === 'passed') return 'passed';
  if (basis !== undefined || wizard.secret.state !== 'given' || state === 'left-alone') return 'needless';
  return state === 'asking' || state === 'running' ? 'testing' : state;
}
