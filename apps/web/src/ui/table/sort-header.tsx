import clsx from 'clsx';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { ReactNode } from 'react';

export type SortDirection = 'ascending' | 'descending';

export interface SortHeaderProps {
  children: ReactNode;
  /** How this column sorts now; undefined = another column does. */
  direction: SortDirection | undefined;
  onSort: (next: SortDirection) => void;
  /** Over numbers: the arrow stands before the word, so that the word ends where they end. */
  end?: boolean | undefined;
}

/** The button inside a column header that sorts; put `aria-sort={direction}` on the header cell. */
export function SortHeader({ children, direction, onSort, end = false }: SortHeaderProps) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort(direction === 'ascending' ? 'descending' : 'ascending')}
      className={clsx(
        'group/sort -mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 font-strong text-ink-3 text-xs hover:text-ink',
        end && 'flex-row-reverse',
      )}
    >
      {children}
      <Arrow
        size={12}
        aria-hidden="true"
        className={clsx(
          direction === undefined &&
            'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  );
}
