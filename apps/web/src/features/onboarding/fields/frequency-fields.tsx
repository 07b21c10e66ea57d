import type { ReactNode } from 'react';
import { Select } from '../../../ui/fields/select.tsx';
import { fieldNamed } from '../cloud-fields.ts';
import { errorOf, type FieldForm } from '../wizard/step-form.ts';
import { every } from '../words.ts';

export interface FrequencyFieldsProps {
  form: FieldForm & { address: Parameters<typeof fieldNamed>[0] };
  /** How often the connector runs, and how often its members. */
  names: readonly string[];
  /** What is said of both. */
  children: ReactNode;
}

/** How often something is done, as a choice of all that the vendor takes. */
export function FrequencyFields({ form, names, children }: FrequencyFieldsProps) {
  return (
    <div className="grid gap-2">
      <div className="grid gap-4 @min-[30rem]/step:grid-cols-2">
        {names.map((name) => (
          <FrequencyField key={name} form={form} name={name} />
        ))}
      </div>
      {children}
    </div>
  );
}

function FrequencyField({ form, name }: Pick<FrequencyFieldsProps, 'form'> & { name: string }) {
  const { most = 1, words } = fieldNamed(form.address, name);
  const options = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: every(index + 1, words.unit ?? 'day'),
  }));
  return (
    <Select
      id={name}
      name={name}
      label={words.label}
      options={options}
      value={String(Reflect.get(form.wizard.values, name))}
      error={errorOf(form, name)}
      onChange={(event) =>
        form.dispatch({ type: 'entered', field: name, value: Number(event.currentTarget.value) })
      }
    />
  );
}
