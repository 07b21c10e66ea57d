import clsx from 'clsx';
import type { ReactNode } from 'react';

/** A row of links to the parts of one thing; each link wears `tabClass(active)` and `aria-current="page"` when active. */
export function TabsNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="-mb-px flex gap-1 overflow-x-auto border-line border-b">
      {children}
    </nav>
  );
}

export function tabClass(active: boolean): string {
  return clsx(
    'inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-2.5 font-strong text-md no-underline -outline-offset-2',
    active
      ? 'border-accent text-accent-ink'
      : 'border-transparent text-ink-2 hover:border-line-strong hover:text-ink',
  );
}
