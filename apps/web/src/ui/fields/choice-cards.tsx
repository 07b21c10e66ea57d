import clsx from 'clsx';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { FieldError } from './field.tsx';

export interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  /** A fixed choice: it shows its state, cannot be changed, and this sentence says why. */
  lockedReason?: string | undefined;
}

export interface ChoiceCardsProps<Value extends string> {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice<Value>[];
  /** Several may be chosen: checkboxes instead of radio buttons. */
  multiple?: boolean | undefined;
  /** Controlled use. Leave both out and spread `register('name')` into `inputProps` instead. */
  value?: Value | readonly Value[] | undefined;
  onToggle?: ((value: Value, chosen: boolean) => void) | undefined;
  inputProps?: ComponentProps<'input'> | undefined;
  columns?: 1 | 2 | 3 | undefined;
}

/** Radio buttons (or checkboxes) as cards, each with room for a sentence. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { legend, hint, error, choices, columns = 1 } = props;
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0" aria-describedby={described}>
      <legend className="mb-1.5 p-0 font-strong text-sm">{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className="text-ink-3 text-sm">
          {hint}
        </div>
      )}
      <div
        className={clsx('grid gap-2', columns === 2 && 'sm:grid-cols-2', columns === 3 && 'sm:grid-cols-3')}
      >
        {choices.map((choice) => (
          <ChoiceCard key={choice.value} group={id} choice={choice} {...props} />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

type ChoiceCardProps<Value extends string> = ChoiceCardsProps<Value> & {
  group: string;
  choice: Choice<Value>;
};

function ChoiceCard<Value extends string>(props: ChoiceCardProps<Value>) {
  const { group, choice, multiple, value, onToggle, inputProps } = props;
  const id = `${group}-${choice.value}`;
  const locked = choice.lockedReason !== undefined;
  const controlled =
    value === undefined
      ? {}
      : { checked: typeof value === 'string' ? value === choice.value : value.includes(choice.value) };
  return (
    <label
      htmlFor={id}
      className="grid grid-cols-[auto_1fr] items-start gap-x-2.5 rounded-lg border border-line-strong bg-surface px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft"
    >
      <input
        name={group}
        onChange={onToggle && ((event) => onToggle(choice.value, event.currentTarget.checked))}
        {...inputProps}
        {...(locked && { onChange: ignore })}
        {...controlled}
        id={id}
        type={multiple ? 'checkbox' : 'radio'}
        value={choice.value}
        className="tick mt-0.5"
        aria-disabled={locked || undefined}
        onClick={locked ? refuse : undefined}
      />
      <span className="grid gap-0.5">
        <span className="font-strong">{choice.label}</span>
        {choice.description && <span className="text-ink-2 text-sm">{choice.description}</span>}
        {locked && <span className="text-ink-3 text-sm">{choice.lockedReason}</span>}
      </span>
    </label>
  );
}

function refuse(event: MouseEvent) {
  event.preventDefault();
}

/** A browser takes a refused tick back only after React has heard of it as of a change. */
function ignore() {}
