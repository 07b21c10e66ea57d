import type { AzureDraftValues } from '@console/console-contract';
import type { ChangeEvent } from 'react';
import type { AzureField, FieldProblem } from './azure-checks.ts';
import type { ConnectionTesting } from './connection/use-connection-test.ts';
import type { DispatchWizard, Wizard } from './wizard-state.ts';

/** What every step draws from. */
export type StepForm = {
  workspace: string;
  wizard: Wizard;
  dispatch: DispatchWizard;
  testing: ConnectionTesting;
  /** The problems that may be shown at the fields of this step. */
  shown: readonly FieldProblem[];
  today: string;
};

type TextName = 'name' | 'description' | 'tenantId' | 'tenantName' | 'applicationId' | 'memberPrefix';

/** Spread into a text field: its id and name are the field's name. An empty field is not blamed for being left. */
export function textProps(form: StepForm, name: TextName) {
  const value = form.wizard.values[name];
  return {
    id: name,
    name,
    value,
    error: errorOf(form, name),
    maxLength: 1000,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change(form, { [name]: event.currentTarget.value }),
    onBlur: () => {
      if (value.trim() !== '') form.dispatch({ type: 'field-left', field: name });
    },
  };
}

/** The secret's field, on the Tenant step and on the review: what is typed goes into the page's memory only. */
export function secretProps(form: StepForm) {
  const { secret } = form.wizard;
  return {
    id: 'secretValue',
    name: 'secretValue',
    value: secret.state === 'given' ? secret.value : '',
    error: errorOf(form, 'secretValue'),
    maxLength: 1000,
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      form.dispatch({ type: 'secret-typed', value: event.currentTarget.value }),
    onBlur: () => {
      if (secret.state === 'given') form.dispatch({ type: 'field-left', field: 'secretValue' });
    },
  };
}

export function change(form: StepForm, values: Partial<AzureDraftValues>): void {
  form.dispatch({ type: 'changed', values });
}

export function errorOf(form: StepForm, field: AzureField): string | undefined {
  return form.shown.find((problem) => problem.field === field)?.message;
}

/** Puts the focus on a field by its name, once what was dispatched before is drawn. */
export function focusField(field: AzureField): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(field);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  });
}
