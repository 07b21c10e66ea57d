import clsx from 'clsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { numberText } from '../../../ui/time/number-text.ts';
import type { ListView } from './list-view.ts';
import { isPressed, pressed, type QuickCounts, quickFilters } from './quick-filters.ts';

type ListCountsProps = {
  view: ListView;
  /** Nothing while the list was not read: then there is no number to tell. */
  counts: QuickCounts | undefined;
};

/** How many connectors are in which state and cloud; each number is a filter that is pressed on and off. */
export function ListCounts({ view: { filter, setTokens }, counts }: ListCountsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and lay itself out as a block
    <div role="group" aria-label="Filter by state and cloud" className="flex flex-wrap items-center gap-2">
      {quickFilters.map((quick) => {
        const isOn = isPressed(filter, quick);
        const count = counts?.get(quick);
        if (quick.rare && !isOn && !count) return null;
        return (
          <button
            key={quick.value}
            type="button"
            aria-pressed={isOn}
            onClick={() => setTokens(pressed(filter, quick))}
            className={buttonClass('plain', 'sm', clsx(isOn && 'bg-accent-soft! text-accent-ink!'))}
          >
            {quick.label}
            {count !== undefined && (
              <span
                className={clsx('tabular-nums', isTrouble(quick.value, count) ? 'text-bad' : 'text-ink-3')}
              >
                {numberText(count)}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function isTrouble(value: string, count: number): boolean {
  return value === 'errors' && count > 0;
}
