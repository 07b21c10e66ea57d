import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export interface SelectionBarProps {
  selected: number;
  /** How many match the filter. */
  of: number;
  onSelectAll?: (() => void) | undefined;
  onClear: () => void;
  /** The bulk actions, as buttons. */
  actions: ReactNode;
}

/** The bar that stands above a table while rows are selected. */
export function SelectionBar({ selected, of, onSelectAll, onClear, actions }: SelectionBarProps) {
  return (
    <section
      aria-label="Selection"
      className="flex flex-wrap items-center gap-2 rounded-t-lg border-line border-b bg-accent-soft px-3 py-1.5 text-sm"
    >
      <span role="status">
        <b className="font-bold text-accent-ink">{selected.toLocaleString('en')} selected</b> of{' '}
        {of.toLocaleString('en')}
      </span>
      {onSelectAll && selected < of && (
        <Button variant="quiet" onClick={onSelectAll}>
          Select all {of.toLocaleString('en')} that match
        </Button>
      )}
      <Button variant="quiet" onClick={onClear}>
        Clear
      </Button>
      <div className="ml-auto flex flex-wrap gap-2">{actions}</div>
    </section>
  );
}
