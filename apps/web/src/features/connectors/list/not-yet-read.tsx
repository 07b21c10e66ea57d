import type { CloudFreshness, ConnectorList } from '@console/console-contract';
import { Link } from 'react-router';
import type * as z from 'zod/mini';
import { paths } from '../../../app/paths.ts';
import { ProblemWords } from '../../../shared/console/problem-banner.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { EmptyState } from '../../../ui/status/page-states.tsx';

type Failing = NonNullable<z.output<typeof CloudFreshness>['failing']>;

/** Why nothing was ever read, where that is so: an empty list would claim that there are no connectors. */
export function failureToRead({ total, freshness: { azure, aws } }: ConnectorList): Failing | null {
  if (total > 0 || azure.asOf !== null || aws.asOf !== null) return null;
  return azure.failing ?? aws.failing;
}

/** A workspace whose gateway never answered: what failed, and where its values are changed. */
export function NotYetRead({ workspace, failing: { problem } }: { workspace: string; failing: Failing }) {
  return (
    <EmptyState
      title="The connectors have never been read"
      actions={
        <Link to={paths.settings(workspace)} className={buttonClass('primary')}>
          Open Settings
        </Link>
      }
    >
      {problem.message} <ProblemWords problem={{ next: problem.next, detail: problem.detail }} /> The console
      goes on trying by itself.
    </EmptyState>
  );
}
