import type { Activity } from '@console/console-contract';
import clsx from 'clsx';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, useId, useRef, useState } from 'react';
import { BulkMeter } from '../../shared/operations/bulk-meter.tsx';
import { jobText } from '../../shared/operations/job-words.ts';
import { progressText } from '../../shared/operations/kind-words.ts';
import { CloudMark } from '../../ui/status/cloud-mark.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { RelativeTime } from '../../ui/time/relative-time.tsx';
import type { Addressed } from './activity-view.ts';
import { entryTitle, outcomeLook } from './activity-words.ts';
import { EntryDetails } from './entry-details.tsx';

export interface ActivityEntryProps {
  entry: Activity;
  workspace: string;
  /** Where the address tells which entry is open. */
  addressed: Addressed | undefined;
}

/** One line: what, how it ended, who and when, with its problem below; it opens to everything else that is known. */
export function ActivityEntry({ entry, workspace, addressed }: ActivityEntryProps) {
  const named = entry.operation?.id ?? null;
  const [open, setOpen] = useState(named !== null && addressed?.operation === named);
  const item = useRef<HTMLLIElement>(null);
  const ledHere = useRef(open);
  useEffect(() => {
    if (ledHere.current) item.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const toggle = () => {
    setOpen(!open);
    if (!open) addressed?.follow(named);
    else if (addressed?.operation === named) addressed.follow(null);
  };
  const id = useId();
  const { problem, items, job } = entry.operation ?? {};
  return (
    <li ref={item} className="border-line border-b last:border-b-0">
      <button
        type="button"
        data-row-link=""
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={toggle}
        className="grid w-full grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-0.5 px-3 py-2 text-left text-md -outline-offset-2 hover:bg-sunken md:grid-cols-[14px_minmax(0,1fr)_124px_112px_84px] lg:grid-cols-[14px_minmax(0,1fr)_64px_132px_128px_92px]"
      >
        <ChevronRight
          size={14}
          aria-hidden="true"
          className={clsx('text-ink-3 transition-transform', open && 'rotate-90')}
        />
        <EntryLine entry={entry} />
        {items && (entry.outcome !== 'succeeded' || items.jobs) && (
          <span className="col-start-2 col-end-[-1] text-ink-2 text-sm">
            {progressText(items, entry.kind)}
          </span>
        )}
        {job?.state === 'errors' && (
          <bdi className="col-start-2 col-end-[-1] truncate text-ink-2 text-sm">{jobText(job)}</bdi>
        )}
        {problem && entry.outcome !== 'succeeded' && (
          <bdi className="col-start-2 col-end-[-1] truncate text-ink-2 text-sm" title={problem.message}>
            {problem.message}
          </bdi>
        )}
      </button>
      {items && items.open > 0 && (
        <div className="px-3 pb-2 pl-9">
          <BulkMeter title={entryTitle(entry)} kind={entry.kind} items={items} />
        </div>
      )}
      {open && (
        <div id={id} className="border-line border-t bg-ground px-3 py-3 pl-9">
          <EntryDetails entry={entry} workspace={workspace} />
        </div>
      )}
    </li>
  );
}

function EntryLine({ entry }: { entry: Activity }) {
  const { kind, word } = outcomeLook(entry);
  const title = entryTitle(entry);
  return (
    <>
      <bdi className="truncate font-strong" title={title}>
        {title}
      </bdi>
      <span className="max-lg:hidden">{entry.cloud && <CloudMark cloud={entry.cloud} />}</span>
      <StatusBadge kind={kind}>{word}</StatusBadge>
      <bdi className="truncate text-ink-2 max-md:col-start-2">{entry.actor}</bdi>
      <span className="text-right text-ink-3 text-sm">
        <RelativeTime at={entry.at} focusable={false} />
      </span>
    </>
  );
}
