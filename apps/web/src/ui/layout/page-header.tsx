import { Children, type ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  /** `(6 of 312)`, drawn lighter beside the title. */
  count?: ReactNode;
  /** State, freshness: small facts after the title. */
  note?: ReactNode;
  /** Buttons at the right edge. */
  actions?: ReactNode;
  breadcrumbs?: ReactNode;
}

/** The one h1 of a page. It can take the focus after a change of route (`id="page-title"`). */
export function PageHeader({ title, count, note, actions, breadcrumbs }: PageHeaderProps) {
  return (
    <header className="grid gap-1">
      {breadcrumbs}
      <div className="flex min-h-7.5 flex-wrap items-center gap-x-3 gap-y-2">
        <h1
          id="page-title"
          tabIndex={-1}
          className="m-0 font-semibold text-xl tracking-[-0.015em] outline-none"
        >
          {title} {count && <span className="font-normal text-ink-3 text-lg">{count}</span>}
        </h1>
        {note && <div className="text-ink-3 text-sm">{note}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}

/** Where this page lies: give links as children, the last child is the page itself. */
export function Breadcrumbs({ children }: { children: ReactNode }) {
  const places = Children.toArray(children);
  return (
    <nav aria-label="Breadcrumb">
      <ol className="m-0 flex list-none flex-wrap items-center gap-1.5 p-0 text-ink-3 text-sm [&_a]:text-ink-2 [&_a]:no-underline [&_a]:hover:underline">
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the places is their identity
          <li key={index} className="inline-flex min-h-6 items-center gap-1.5">
            {index > 0 && <span aria-hidden="true">/</span>}
            {place}
          </li>
        ))}
      </ol>
    </nav>
  );
}
