import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { workspaceQueries } from '../features/workspaces/queries.ts';
import { ProblemState } from '../shared/console/problem-banner.tsx';
import { Button } from '../ui/actions/button.tsx';
import { paths } from './paths.ts';
import { PageWait } from './shell/page-wait.tsx';

/** The start: the connectors of the first workspace, or the way to connect one. */
export function HomePage() {
  const list = useQuery(workspaceQueries.list());
  if (list.data) {
    const [first] = list.data.workspaces;
    return <Navigate to={first ? paths.connectors(first.id) : paths.connectWorkspace} replace />;
  }
  if (!list.error) return <PageWait />;
  return (
    <ProblemState
      error={list.error}
      actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
    />
  );
}
