import type { AzureDraftValues } from '@console/console-contract';
import type { ChangeEvent } from 'react';
import { errorOf, type StepForm } from '../step-form.ts';
import { secretWarning } from './azure-checks.ts';
import type { AzureWizardState, DispatchAzure } from './azure-state.ts';
import type { ConnectionTesting } from './connection/use-connection-test.ts';

/** What the steps of the Azure wizard draw from. */
export type AzureForm = StepForm<AzureDraftValues> & {
  wizard: AzureWizardState;
  dispatch: DispatchAzure;
  testing: ConnectionTesting;
};

/** The secret's field, on the Tenant step and on the review: what is typed goes into the page's memory only. */
export function secretProps(form: AzureForm) {
  const { secret } = form.wizard;
  return {
    id: 'secretValue',
    name: 'secretValue',
    value: secret.state === 'given' ? secret.value : '',
    error: errorOf(form, 'secretValue'),
    warning: secretWarning(secret),
    maxLength: 1000,
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      form.dispatch({ type: 'secret-typed', value: event.currentTarget.value }),
    onBlur: () => {
      if (secret.state === 'given') form.dispatch({ type: 'field-left', field: 'secretValue' });
    },
  };
}
