import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { FieldError, useFieldIds } from './field.tsx';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** `switch` for a setting that is on or off, announced as such. */
  role?: 'checkbox' | 'switch' | undefined;
}

/** A checkbox with its label and, below, what it means. */
export function Checkbox({ label, hint, error, id: givenId, ...rest }: CheckboxProps) {
  const { id, control } = useFieldIds({ hint, error }, givenId);
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2">
      <input {...rest} {...control} type="checkbox" className="tick mt-[3px]" />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="text-md">
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} className="text-ink-3 text-sm">
            {hint}
          </div>
        )}
        <FieldError id={id} error={error} />
      </div>
    </div>
  );
}

export interface TickProps extends Omit<ComponentProps<'input'>, 'type' | 'ref'> {
  /** The accessible name; there is no visible label. */
  label: string;
  mixed?: boolean | undefined;
}

/** A checkbox alone, for table rows; `mixed` draws the dash of "some of these". */
export function Tick({ label, mixed = false, ...rest }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  return <input {...rest} ref={box} type="checkbox" aria-label={label} className="tick align-middle" />;
}
