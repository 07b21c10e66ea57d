import { type ReactNode, Suspense, useState } from 'react';

/** Closed until asked for; what is in it is loaded and worked out when it is first opened. */
export function HelpFrame({ summary, children }: { summary: string; children: ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      className="min-w-0 rounded-md border border-line bg-ground px-3 py-2 text-sm"
      onToggle={(event) => event.currentTarget.open && setWasOpened(true)}
    >
      <summary className="py-0.5 font-strong">{summary}</summary>
      {wasOpened && (
        <Suspense fallback={<p className="mt-2 mb-0 text-ink-3">Loading…</p>}>
          <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-3">{children}</div>
        </Suspense>
      )}
    </details>
  );
}
