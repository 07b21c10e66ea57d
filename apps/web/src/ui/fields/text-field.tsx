import clsx from 'clsx';
import Lock from 'lucide-react/icons/lock';
import type { ComponentProps, ReactNode } from 'react';
import { controlClass, Field, type FieldLook, type FieldRepair, useFieldIds } from './field.tsx';

export interface TextFieldProps extends FieldLook, Omit<ComponentProps<'input'>, 'size'> {
  /** For ids and ARNs. */
  mono?: boolean | undefined;
  /** Why it cannot be changed: it can be read and copied, and says so. */
  lockedReason?: string | undefined;
  /** A way to mend what is in the field, below its error. */
  repair?: FieldRepair | undefined;
  /** Something after the input in the same line: a unit, a button. */
  after?: ReactNode;
}

/** A one-line text input; spread `register('name')` of react-hook-form into it. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    optional,
    counter,
    mono,
    after,
    id: givenId,
    className,
    type,
    lockedReason,
    ...more
  } = props;
  const { hint, error, warning, repair, readOnly, ...rest } = more;
  const locked = lockedReason !== undefined;
  const look = locked
    ? { label, hint: <LockedHint reason={lockedReason} />, error }
    : { label, hint, error, warning, optional, counter };
  const { id, control } = useFieldIds(look, givenId);
  return (
    <Field id={id} look={look} repair={repair}>
      <div className="flex items-center gap-2">
        <input
          {...rest}
          {...control}
          type={type ?? 'text'}
          readOnly={readOnly === true || locked}
          className={clsx(controlClass, 'read-only:bg-sunken', mono && 'font-mono text-sm', className)}
        />
        {after}
      </div>
    </Field>
  );
}

function LockedHint({ reason }: { reason: string }) {
  return (
    <span className="flex items-start gap-1.5">
      <Lock size={12} className="mt-1 shrink-0" aria-hidden="true" />
      <span>{reason}</span>
    </span>
  );
}
