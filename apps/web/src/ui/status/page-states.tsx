import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { RequestId } from './request-id.tsx';

export interface EmptyStateProps {
  title: string;
  /** What would stand here, or why nothing does. */
  children?: ReactNode;
  /** The one or two ways on. */
  actions?: ReactNode;
  icon?: ReactNode;
}

/** Nothing to show, and what to do about it. Four kinds exist: first use, no match, no permission, nothing yet. */
export function EmptyState({ title, children, actions, icon }: EmptyStateProps) {
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-2 px-6 py-10">
      {icon && <div className="text-ink-3">{icon}</div>}
      <h2 className="m-0 font-semibold text-lg">{title}</h2>
      {children && <div className="text-ink-2">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened, in a sentence. */
  title: string;
  /** What was kept, or what still works. */
  kept?: ReactNode;
  /** What to do next. */
  next?: ReactNode;
  requestId?: string | undefined;
  /** Retry and the like. */
  actions?: ReactNode;
}

/** Something failed: what happened, what was kept, what to do, and the request id. */
export function ErrorState({ title, kept, next, requestId, actions }: ErrorStateProps) {
  return (
    <div role="alert" className="grid max-w-[64ch] grid-cols-[auto_1fr] gap-x-2.5 gap-y-1.5 px-6 py-10">
      <CircleAlert size={20} aria-hidden="true" className="mt-px text-bad" />
      <h2 className="m-0 font-semibold text-lg">{title}</h2>
      <div className="col-start-2 grid gap-1.5 text-ink-2">
        {kept && <div>{kept}</div>}
        {next && <div>{next}</div>}
        {requestId && <RequestId id={requestId} />}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

/** Rows of the coming layout, drawn only when waiting lasts longer than 300 ms. `label` is said: "Loading connectors". */
export function SkeletonRows({
  rows = 8,
  label,
  rowHeight = 40,
}: {
  rows?: number;
  label: string;
  rowHeight?: number;
}) {
  return (
    <div role="status" aria-busy="true" className="appear-late">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
          key={row}
          aria-hidden="true"
          className="flex items-center gap-6 border-line border-b px-3 last:border-b-0"
          style={{ height: rowHeight }}
        >
          <div className="shimmer h-3" style={{ width: `${22 + ((row * 7) % 14)}%` }} />
          <div className="shimmer h-3 w-[8%]" />
          <div className="shimmer h-3 w-[12%]" />
          <div className="shimmer ml-auto h-3 w-[10%]" />
        </div>
      ))}
    </div>
  );
}
