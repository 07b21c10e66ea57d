import clsx from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldLook, useFieldIds } from './field.tsx';

export interface SelectProps extends FieldLook, ComponentProps<'select'> {
  options: readonly { value: string; label: string }[];
  /** An empty first choice, for example "Choose a platform". */
  placeholder?: string | undefined;
}

/** The browser's own list of choices; spread `register('name')` into it. */
export function Select(props: SelectProps) {
  const {
    label,
    hint,
    error,
    warning,
    optional,
    counter,
    options,
    placeholder,
    id: givenId,
    className,
    ...rest
  } = props;
  const look = { label, hint, error, warning, optional, counter };
  const { id, control } = useFieldIds(look, givenId);
  return (
    <Field id={id} look={look}>
      <span className="relative grid">
        <select {...rest} {...control} className={clsx(controlClass, 'appearance-none pr-8', className)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={14}
          aria-hidden="true"
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-ink-3"
        />
      </span>
    </Field>
  );
}
