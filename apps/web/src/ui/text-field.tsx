import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { controlClass, Field, type FieldLook, useFieldIds } from './field.tsx';

export interface TextFieldProps extends FieldLook, Omit<ComponentProps<'input'>, 'size'> {
  /** For ids and ARNs. */
  mono?: boolean | undefined;
  /** Something after the input in the same line: a unit, a button. */
  after?: ReactNode;
}

/** A one-line text input; spread `register('name')` of react-hook-form into it. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, counter, mono, after, id: givenId, className, type, ...rest } = props;
  const look = { label, hint, error, optional, counter };
  const { id, control } = useFieldIds(look, givenId);
  return (
    <Field id={id} look={look}>
      <div className="flex items-center gap-2">
        <input
          {...rest}
          {...control}
          type={type ?? 'text'}
          className={clsx(controlClass, 'read-only:bg-sunken', mono && 'font-mono text-sm', className)}
        />
        {after}
      </div>
    </Field>
  );
}
