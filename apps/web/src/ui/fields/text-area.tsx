import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldLook, useFieldIds } from './field.tsx';

export interface TextAreaProps extends FieldLook, ComponentProps<'textarea'> {
  mono?: boolean | undefined;
}

/** A text input of several lines; spread `register('name')` into it. */
export function TextArea({
  label,
  hint,
  error,
  warning,
  optional,
  counter,
  mono,
  id: givenId,
  className,
  ...rest
}: TextAreaProps) {
  const look = { label, hint, error, warning, optional, counter };
  const { id, control } = useFieldIds(look, givenId);
  return (
    <Field id={id} look={look}>
      <textarea
        rows={3}
        {...rest}
        {...control}
        className={clsx(
          controlClass,
          'h-auto! py-1.5 read-only:bg-sunken',
          mono && 'font-mono text-sm',
          className,
        )}
      />
    </Field>
  );
}
