import type { ChangeEvent } from 'react';
import type { FieldProblem } from '../field-checks.ts';
import type { WizardAddress } from '../places.ts';
import type { StepEvent, WizardCore } from './wizard-state.ts';

/** What every step draws from, whatever the cloud. */
export type StepForm<Values> = {
  address: WizardAddress;
  wizard: WizardCore<Values>;
  dispatch: (event: StepEvent<Values>) => void;
  /** Everything still wrong, and what of it may be shown at the fields of this step. */
  problems: readonly FieldProblem[];
  shown: readonly FieldProblem[];
  /** `2027-01-31` */
  today: string;
  /** Fields that cannot be changed, and why: those of a connector that exists. */
  locked?: Readonly<Record<string, string>> | undefined;
};

/** What one field draws from, which knows its values by their names alone. */
export type FieldForm = Pick<StepForm<unknown>, 'shown' | 'locked'> & {
  wizard: { values: object };
  dispatch: (event: Extract<StepEvent<unknown>, { field: string }>) => void;
  /** The connector that is edited; absent for a new one. */
  basis?: object | undefined;
};

/** Spread into a text field: its id and name are the field's name. An empty field is not blamed for being left. */
export function textProps(form: FieldForm, name: string) {
  const value = String(Reflect.get(form.wizard.values, name));
  return {
    id: name,
    name,
    value,
    error: errorOf(form, name),
    maxLength: 1000,
    lockedReason: form.locked?.[name],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.dispatch({ type: 'entered', field: name, value: event.currentTarget.value }),
    onBlur: () => {
      if (value.trim() !== '') form.dispatch({ type: 'field-left', field: name });
    },
  };
}

export function change<Values>(
  form: { dispatch: (event: { type: 'changed'; values: Partial<Values> }) => void },
  values: Partial<Values>,
): void {
  form.dispatch({ type: 'changed', values });
}

export function errorOf(form: { shown: readonly FieldProblem[] }, field: string): string | undefined {
  return form.shown.find((problem) => problem.field === field)?.message;
}

/** Puts the focus on a field by its name, once what was dispatched before is drawn. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(field);
    control?.scrollIntoView({ block: 'center' });
    // After a click browsers hide the ring of a button that a page focuses: here it answers where to look.
    control?.focus({ focusVisible: true });
  });
}
