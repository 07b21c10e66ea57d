import { type ActivityFilter, ActivityOutcome } from '@console/console-contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { SkeletonRows } from '../../ui/status/page-states.tsx';
import { useNow } from '../../ui/time/use-now.ts';
import { ActivityEntry } from './activity-entry.tsx';
import type { Addressed } from './activity-view.ts';
import { byDay } from './by-day.ts';
import { NotReadable, NotRenewed } from './empty-states.tsx';
import { activityQueries } from './queries.ts';

type Props = {
  workspace: string;
  filter: ActivityFilter;
  /** The entry that the address names, where it names one. */
  addressed?: Addressed;
  /** What to say when neither list holds anything. */
  empty: ReactNode;
};

/** What runs now, and what is finished. The outcomes that the filter names decide which of the two is asked for. */
export function ActivityLists({ workspace, filter, addressed, empty }: Props) {
  const outcomes = filter.outcome?.split(',') ?? ActivityOutcome.options;
  const settled = outcomes.filter((outcome) => outcome !== 'running');
  const running = useQuery({
    ...activityQueries.running(workspace, filter),
    enabled: outcomes.includes('running'),
    placeholderData: keepPreviousData,
  });
  const finished = useInfiniteQuery({
    ...activityQueries.finished(workspace, { ...filter, outcome: settled.join(',') }),
    enabled: settled.length > 0,
    placeholderData: keepPreviousData,
  });
  const now = useNow(60_000);
  const open = outcomes.includes('running') ? (running.data?.entries ?? []) : [];
  const done = settled.length > 0 ? (finished.data?.pages.flatMap(({ entries }) => entries) ?? []) : [];

  if (running.isLoading || finished.isLoading) {
    return (
      <Card padded={false}>
        <SkeletonRows label="Loading the activity" rows={8} />
      </Card>
    );
  }
  const failed = running.isError ? running : finished.isError ? finished : null;
  if (failed && open.length === 0 && done.length === 0) {
    return <NotReadable error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  const named = addressed?.operation ?? null;
  const isListed = [...open, ...done].some(({ operation }) => operation?.id === named);
  const shared = { workspace, addressed };
  const ledTo = named !== null && !isListed && addressed && (
    <LedTo workspace={workspace} operation={named} addressed={addressed} />
  );
  if (open.length === 0 && done.length === 0 && !ledTo) return <Card padded={false}>{empty}</Card>;
  return (
    <div className="grid gap-4" aria-busy={finished.isPlaceholderData || undefined}>
      {failed && <NotRenewed error={failed.error} />}
      {ledTo}
      {open.length > 0 && <EntryList {...shared} title="Running now" entries={open} />}
      {byDay(done, now).map(({ day, title, entries }) => (
        <EntryList {...shared} key={day} title={title} entries={entries} />
      ))}
      {finished.hasNextPage && (
        <Button
          className="justify-self-center"
          busy={finished.isFetchingNextPage}
          onClick={() => void finished.fetchNextPage()}
        >
          Load more
        </Button>
      )}
    </div>
  );
}

type ListProps = {
  title: string;
  entries: readonly Parameters<typeof ActivityEntry>[0]['entry'][];
  workspace: string;
  addressed: Addressed | undefined;
};

/** An entry that the address names and the lists do not hold: too old, or filtered out. */
function LedTo({
  workspace,
  operation,
  addressed,
}: Omit<ListProps, 'title' | 'entries'> & { operation: string }) {
  const { data, error } = useQuery(activityQueries.one(workspace, operation));
  if (error) return <NotRenewed error={error} />;
  if (!data?.entries.length) return null;
  return (
    <EntryList workspace={workspace} addressed={addressed} title="Linked entry" entries={data.entries} />
  );
}

function EntryList({ title, entries, workspace, addressed }: ListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1.5">
      <h2 id={id} className="m-0 font-semibold text-ink-2 text-sm">
        {title}
      </h2>
      <Card padded={false} className="overflow-hidden">
        <ul aria-labelledby={id} className="m-0 list-none p-0">
          {entries.map((entry) => (
            <ActivityEntry key={entry.id} entry={entry} workspace={workspace} addressed={addressed} />
          ))}
        </ul>
      </Card>
    </section>
  );
}
