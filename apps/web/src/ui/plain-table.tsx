import type { ReactNode } from 'react';

/** A short table in the look of the big one: pass `<thead>` and `<tbody>`; `className="end"` on cells with numbers. */
export function PlainTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      <table aria-label={label} className="plain-table">
        {children}
      </table>
    </section>
  );
}
