import clsx from 'clsx';
import { Button } from '../../../ui/actions/button.tsx';
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

/** Rows that stay in view although the filter would no longer show them, and the way to move on. */
export function HeldNotice({ unmatched, onRelease }: { unmatched: number; onRelease: () => void }) {
  const count = numberText(unmatched);
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      <span role="status" className="text-ink-3 text-sm">
        {unmatched > 0 && (unmatched === 1 ? '1 row no longer matches' : `${count} rows no longer match`)}
      </span>
      {unmatched > 0 && (
        <Button size="sm" onClick={onRelease}>
          Show the current matches
        </Button>
      )}
    </div>
  );
}
