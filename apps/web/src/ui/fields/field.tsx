import CircleAlert from 'lucide-react/icons/circle-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { type ReactNode, useId } from 'react';
import { Button } from '../actions/button.tsx';

/** What every field says about itself. */
export interface FieldLook {
  label: ReactNode;
  /** One or two sentences below the label: what to enter, where to find it. */
  hint?: ReactNode;
  /** What is wrong and what to do; present = the field is invalid. */
  error?: string | undefined;
  /** What is worth a second look and taken all the same; an error is said instead. */
  warning?: string | undefined;
  /** Required is the rule, optional is marked. */
  optional?: boolean | undefined;
  /** Characters used and allowed; the frame shows the count and colours it when it is over. */
  counter?: { used: number; max: number } | undefined;
}

/** A button that changes what is in the field; the focus goes back into it, for the button leaves with its cause. */
export type FieldRepair = { label: string; act: () => void };

/** Ids and ARIA attributes that tie a control to its hint, error or warning, and counter. */
export function useFieldIds(
  look: Pick<FieldLook, 'hint' | 'error' | 'warning' | 'counter'>,
  givenId?: string,
) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const said = look.error ? `${id}-error` : look.warning && `${id}-warning`;
  const described = [said, look.hint && `${id}-hint`, look.counter && `${id}-count`];
  return {
    id,
    control: {
      id,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': look.error ? true : undefined,
    },
  };
}

interface FieldProps {
  id: string;
  look: FieldLook;
  repair?: FieldRepair | undefined;
  children: ReactNode;
}

/** Label, hint, control, error or warning, and counter in their places. Use it to build a field that the kit does not have. */
export function Field({ id, look, repair, children }: FieldProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="font-strong text-ink text-sm">
          {look.label}
        </label>
        {look.optional && <span className="text-ink-3 text-xs">optional</span>}
        {look.counter && <FieldCounter id={id} counter={look.counter} />}
      </div>
      {look.hint && (
        <div id={`${id}-hint`} className="text-ink-3 text-sm">
          {look.hint}
        </div>
      )}
      {children}
      {(look.error || look.warning || repair) && (
        <div className="grid gap-1.5">
          {look.error ? (
            <FieldError id={id} error={look.error} />
          ) : (
            look.warning && <FieldWarning id={id} warning={look.warning} />
          )}
          {repair && <RepairButton id={id} repair={repair} />}
        </div>
      )}
    </div>
  );
}

/** The error line of a field; nothing without an error. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <div id={`${id}-error`} className="flex items-start gap-1.5 text-bad text-sm">
      <CircleAlert size={14} className="mt-0.5 shrink-0" aria-hidden="true" />
      <span>{error}</span>
    </div>
  );
}

function RepairButton({ id, repair }: { id: string; repair: FieldRepair }) {
  return (
    <div>
      <Button
        size="sm"
        // Leaving the field would show its error and move this button from under the pointer.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          repair.act();
          document.getElementById(id)?.focus();
        }}
      >
        {repair.label}
      </Button>
    </div>
  );
}

function FieldWarning({ id, warning }: { id: string; warning: string }) {
  return (
    <div id={`${id}-warning`} role="status" className="flex items-start gap-1.5 text-sm text-warn">
      <TriangleAlert size={14} className="mt-0.5 shrink-0" aria-hidden="true" />
      <span>{warning}</span>
    </div>
  );
}

function FieldCounter({ id, counter }: { id: string; counter: { used: number; max: number } }) {
  const over = counter.used > counter.max;
  return (
    <span id={`${id}-count`} className={`ml-auto text-xs ${over ? 'font-strong text-bad' : 'text-ink-3'}`}>
      {counter.used} of {counter.max}
      <span className="sr-only"> characters</span>
    </span>
  );
}

/** The look shared by every one-line control. */
export const controlClass =
  'h-7.5 w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-md text-ink aria-invalid:border-bad disabled:opacity-60';
