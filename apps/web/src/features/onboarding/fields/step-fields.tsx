import type { ReactNode } from 'react';
import { invisibleCharactersRepair } from '../../../shared/page/invisible-characters.ts';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { fieldsOf, type NamedField } from '../cloud-fields.ts';
import type { CloudWizard, FormOf, Kind } from '../wizard/cloud-wizard.ts';
import { errorOf, type FieldForm, textProps } from '../wizard/step-form.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';

export interface StepFieldsProps<Own extends Kind> {
  cloud: CloudWizard<Own>;
  form: FormOf<Own>;
  step: WizardStep;
}

/** The fields of one step in the order of their table, each by its own control or as what it holds. */
export function StepFields<Own extends Kind>({ cloud, form, step }: StepFieldsProps<Own>) {
  const After = cloud.after[step];
  return (
    <>
      {fieldsOf(cloud.cloud)
        .filter((field) => field.step === step)
        .map((field) => {
          const Control = cloud.controls[field.name];
          if (Control === undefined) return <PlainField key={field.name} form={form} field={field} />;
          return Control && <Control key={field.name} form={form} />;
        })}
      {After && <After form={form} />}
    </>
  );
}

/** A text or a flag, with the words of its table. */
export function PlainField({
  form,
  field,
  hint = hintOf(form, field),
  placeholder = field.words.placeholder,
}: {
  form: FieldForm;
  field: NamedField;
  hint?: ReactNode;
  placeholder?: string | undefined;
}) {
  const { name, initial, required, words } = field;
  if (typeof initial === 'boolean') {
    return (
      <Checkbox
        id={name}
        label={words.label}
        hint={hint}
        checked={Reflect.get(form.wizard.values, name) === true}
        error={errorOf(form, name)}
        onChange={(event) =>
          form.dispatch({ type: 'entered', field: name, value: event.currentTarget.checked })
        }
      />
    );
  }
  return (
    <TextField
      {...(words.mono ? { ...pastedProps(form, name), ...ID_INPUT } : textProps(form, name))}
      autoComplete="off"
      label={words.label}
      hint={hint}
      optional={required === false}
      inputMode={words.inputMode}
      placeholder={placeholder}
    />
  );
}

/** The same as `textProps` for the field of an id that is pasted. */
export function pastedProps(form: FieldForm, name: string) {
  const props = textProps(form, name);
  const clean = (value: string) => form.dispatch({ type: 'entered', field: name, value });
  return { ...props, repair: invisibleCharactersRepair(props.value, clean) };
}

function hintOf(form: FieldForm, { words }: NamedField): string | undefined {
  return form.basis === undefined ? words.hint : (words.hintOfExisting ?? words.hint);
}

/** For what is copied from the console of a cloud. */
const ID_INPUT = { mono: true, spellCheck: false, autoCapitalize: 'none' } as const;
