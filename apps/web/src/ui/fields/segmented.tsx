import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; title?: string }[];
}

/** A few exclusive choices in one line, as toggle buttons: density, Tree or Text, the theme. */
export function Segmented<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and lay itself out as a block
    <div
      role="group"
      aria-label={label}
      className="inline-flex w-fit rounded-md border border-line-strong bg-surface p-px"
    >
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <button
            key={option.value}
            type="button"
            title={option.title}
            aria-label={option.title}
            aria-pressed={chosen}
            onClick={() => onChange(option.value)}
            className={clsx(
              'inline-flex h-6 min-w-6 items-center justify-center gap-1 rounded-sm px-2 font-strong text-xs',
              chosen ? 'bg-off-soft text-ink forced-colors:outline' : 'text-ink-3 hover:text-ink',
            )}
          >
            {option.label}
          </button>
        );
      })}
    </div>
  );
}
