import type { BulkItem } from '@console/console-contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { jobText } from '../../../shared/operations/job-words.ts';
import { bulkQueries } from './bulk-queries.ts';

/** The connectors of a bulk that a user has to look at, each with what happened to it or with how its job ended; one cause after the other. */
export function FailedItems({
  address: { workspace, operation },
  moved,
}: {
  address: { workspace: string; operation: string };
  moved: number;
}) {
  const { data, error } = useQuery({
    ...bulkQueries.items(workspace, operation, moved),
    placeholderData: keepPreviousData,
  });
  if (error) return <ProblemBanner error={error} />;
  const failed = (data?.items ?? [])
    .filter(needsLook)
    .toSorted((one, other) => wordsOf(one).localeCompare(wordsOf(other)));
  if (failed.length === 0) return null;
  return (
    <ul
      aria-label="Connectors that failed"
      className="m-0 grid max-h-60 list-none gap-1 overflow-auto p-0 text-sm"
    >
      {failed.map((item) => (
        <li key={item.id} className="flex flex-wrap gap-x-3">
          <Link
            to={paths.connector(workspace, item.cloud, item.connectorId)}
            className="wrap-anywhere font-strong text-ink"
          >
            <bdi>{item.connectorName}</bdi>
          </Link>
          <span className="text-ink-2">{wordsOf(item)}</span>
        </li>
      ))}
    </ul>
  );
}

function needsLook({ state, job }: BulkItem): boolean {
  const endedBadly = job?.state === 'errors' || job?.state === 'unknown';
  return endedBadly || state === 'failed' || state === 'absent' || state === 'needs-review';
}

function wordsOf({ problem, job }: BulkItem): string {
  if (job !== null) return jobText(job);
  return [problem?.message, problem?.detail].filter(Boolean).join(' ');
}
