import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { workspaceQueries } from '../../features/workspaces/queries.ts';
import { ProblemState } from '../../shared/console/problem-banner.tsx';
import { InWorkspace } from '../../shared/session/signed-in.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { SkipLink } from '../../ui/layout/skip-link.tsx';
import { NotFoundPage } from '../not-found-page.tsx';
import { AccountMenu } from './account-menu.tsx';
import { MainNav } from './main-nav.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PageFrame } from './page-frame.tsx';
import { PageWait } from './page-wait.tsx';
import { PaletteDoor } from './palette/palette-door.tsx';
import { useLiveHints } from './use-live-hints.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/** Navigation at the left, the workspace above, the page in the middle. */
export function ConsoleShell() {
  useLiveHints();
  const { workspace: wanted } = useParams();
  const list = useQuery(workspaceQueries.list());
  const workspace = list.data?.workspaces.find(({ id }) => id === wanted);
  return (
    <div className="grid min-h-dvh grid-cols-[auto_minmax(0,1fr)]">
      <SkipLink />
      <MainNav workspace={workspace} />
      <div className="min-w-0">
        <header
          data-top-bar=""
          className="flex h-12 items-center justify-between gap-3 border-line border-b bg-surface px-6 max-sm:px-3"
        >
          <WorkspaceSwitcher current={workspace} workspaces={list.data?.workspaces ?? []} />
          <span className="flex shrink-0 items-center gap-3">
            {workspace && <PaletteDoor workspace={workspace} workspaces={list.data?.workspaces ?? []} />}
            <AccountMenu />
          </span>
        </header>
        <main
          id="main"
          className="grid max-w-[1480px] grid-cols-[minmax(0,1fr)] content-start gap-4 p-6 outline-none max-sm:p-3"
        >
          <OfflineBanner />
          {workspace ? (
            <InWorkspace workspace={workspace} key={workspace.id}>
              <PageFrame />
            </InWorkspace>
          ) : list.data ? (
            <NotFoundPage />
          ) : list.error ? (
            <ProblemState
              error={list.error}
              actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
            />
          ) : (
            <PageWait />
          )}
        </main>
      </div>
    </div>
  );
}
