import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { sessionQueries } from '../../features/session/queries.ts';
import { isPassing } from '../../shared/console/console-problem.ts';
import { ProblemState } from '../../shared/console/problem-banner.tsx';
import { SignedInAs } from '../../shared/session/signed-in.tsx';
import { Button } from '../../ui/actions/button.tsx';

/** Lets the pages below appear once it is known who is there. `signed-out` is met by SignedOutWatch. */
export function RequireSession() {
  const session = useQuery({
    ...sessionQueries.current(),
    // The first page of a visit waits for this answer: keep asking while the console is away.
    refetchInterval: ({ state }) => (isPassing(state.error) ? 5_000 : false),
  });
  if (session.data) {
    return (
      <SignedInAs person={session.data.person}>
        <Outlet />
      </SignedInAs>
    );
  }
  if (!session.isError) return null;
  return (
    <main id="main" className="grid justify-items-center pt-[12vh]">
      <ProblemState
        error={session.error}
        actions={<Button onClick={() => void session.refetch()}>Try again</Button>}
      />
    </main>
  );
}
