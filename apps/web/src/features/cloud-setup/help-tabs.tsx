import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { tabClass } from '../../ui/layout/tabs.tsx';
import type { HelpTab } from './help.ts';
import { ReadyDocument } from './ready-document.tsx';

/** Tabs after the ARIA pattern: arrow keys, Home and End move and choose, Tab goes on into the panel. */
export function HelpTabs({ label, tabs }: { label: string; tabs: readonly HelpTab[] }) {
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const tab = tabs[chosen];
  if (!tab) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(event.key, chosen, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b"
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ id, title }, at) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-${id}`}
            aria-selected={at === chosen}
            aria-controls={at === chosen ? `${base}-panel` : undefined}
            tabIndex={at === chosen ? 0 : -1}
            className={tabClass(at === chosen)}
            onClick={() => setChosen(at)}
          >
            {title}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${tab.id}`}
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
      >
        <p className="m-0 text-ink-2">{tab.note}</p>
        {tab.documents.map((document) => (
          <ReadyDocument key={document.fileName} document={document} />
        ))}
      </div>
    </div>
  );
}

/** Where a key leads from tab `at`; undefined for keys that are not ours. */
function neighbour(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
