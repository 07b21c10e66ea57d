import type { BulkItem } from '@console/console-contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { bulkQueries } from './bulk-queries.ts';

/** The connectors of a bulk that a user has to look at, each with what happened to it. */
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
  const failed = data?.items.filter(needsLook) ?? [];
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

function needsLook({ state }: BulkItem): boolean {
  return state === 'failed' || state === 'absent' || state === 'needs-review';
}

function wordsOf({ problem }: BulkItem): string {
  return [problem?.message, problem?.detail].filter(Boolean).join(' ');
}
