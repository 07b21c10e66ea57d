import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface SummaryItem {
  label: string;
  value: ReactNode;
  mono?: boolean | undefined;
}

export interface SummaryListProps {
  items: readonly SummaryItem[];
  /** `aside`: values at the right edge, for a narrow column · `page`: values in a column beside the labels. */
  layout?: 'aside' | 'page' | undefined;
}

/** Names and their values, as a description list. An empty value is drawn as a dash. */
export function SummaryList({ items, layout = 'page' }: SummaryListProps) {
  const aside = layout === 'aside';
  return (
    <dl
      className={clsx(
        'm-0 grid gap-x-4 gap-y-1.5 text-sm',
        aside
          ? 'grid-cols-[fit-content(42%)_minmax(0,1fr)]'
          : 'sm:grid-cols-[minmax(120px,220px)_minmax(0,1fr)]',
      )}
    >
      {items.map((item) => (
        <div key={item.label} className="contents">
          <dt className="text-ink-3">{item.label}</dt>
          <dd className={clsx('m-0 wrap-anywhere', aside && 'text-right', item.mono && 'font-mono')}>
            {item.value === undefined || item.value === null || item.value === '' ? (
              <span className="text-ink-3">–</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
