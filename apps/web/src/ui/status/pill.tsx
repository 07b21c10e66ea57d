import type { ReactNode } from 'react';

/** A short fact in an outline: a capability, a role. `title` spells out an abbreviation. */
export function Pill({ children, title }: { children: ReactNode; title?: string | undefined }) {
  return (
    <span
      title={title}
      className="inline-block whitespace-nowrap align-middle rounded-full border border-line-strong px-1.5 py-px font-medium text-ink-2 text-xs"
    >
      {children}
    </span>
  );
}
