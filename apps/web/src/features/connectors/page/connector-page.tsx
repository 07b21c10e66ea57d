import type { ConnectorSummary } from '@console/console-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { type ConnectorAddress, useConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { connectorListQuery } from '../../../shared/connectors/connector-list-query.ts';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { ErrorBoundary } from '../../../shared/page/error-boundary.tsx';
import { usePage } from '../../../shared/page/use-page.ts';
import { useWorkspace } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { PageHeader } from '../../../ui/layout/page-header.tsx';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import { DeletionAsking } from '../changes/deletion-asking.tsx';
import { usePageChanges } from '../changes/use-page-changes.ts';
import { connectorQueries } from '../queries.ts';
import { ConnectorHeader } from './connector-header.tsx';
import type { OpenedConnector } from './connector-overview.tsx';
import { ConnectorSkeleton } from './connector-skeleton.tsx';
import { ConnectorTabs } from './connector-tabs.tsx';
import { useFreshParts } from './use-fresh-parts.ts';

/** One connector: its header and tabs; the parts are routes below. `notice` is where the app puts the operation that led here. */
export function ConnectorPage({ notice }: { notice?: ReactNode }) {
  const address = useConnectorAddress();
  if (address === null) return <NoSuchConnector />;
  return <OpenConnector key={`${address.cloud}/${address.id}`} address={address} notice={notice} />;
}

function OpenConnector({ address, notice }: { address: ConnectorAddress; notice: ReactNode }) {
  const { data: reading, error, refetch } = useQuery(connectorQueries.one(address));
  const listed = useListed(address);
  const known = reading?.connector ?? listed;
  const name = known?.name ?? `Connector ${address.id}`;
  const changes = usePageChanges(address);
  useFreshParts(address, reading?.connector);
  usePage(name, 'Connectors');
  if (error && !reading && isMissing(error)) return <NoSuchConnector notice={notice} />;
  return (
    <>
      <ConnectorHeader address={address} name={name} known={known} reading={reading} changes={changes} />
      {!(error && !reading) && (
        <ConnectorTabs
          address={address}
          state={known?.state}
          members={reading?.members ?? listed?.members ?? null}
        />
      )}
      <Suspense>{notice}</Suspense>
      {reading ? (
        <OpenPart opened={{ ...reading, changes }} />
      ) : error ? (
        <ProblemState error={error} actions={<Button onClick={() => void refetch()}>Try again</Button>} />
      ) : (
        <ConnectorSkeleton label={`Loading ${name}`} />
      )}
      <DeletionAsking changes={changes} />
    </>
  );
}

/** As the list that was left a moment ago has it. */
function useListed({ workspace, cloud, id }: ConnectorAddress): ConnectorSummary | undefined {
  const list = useQueryClient().getQueryData(connectorListQuery(workspace).queryKey);
  return list?.connectors.find((one) => one.cloud === cloud && one.id === id);
}

/** The open tab. What keeps it from being drawn leaves the connector's name and its actions where they are. */
function OpenPart({ opened }: { opened: OpenedConnector }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<SkeletonRows label="Loading this part" rows={6} />}>
        <Outlet context={opened} />
      </Suspense>
    </ErrorBoundary>
  );
}

function isMissing(error: unknown): boolean {
  return ['not-found', 'gateway-not-found', 'invalid-request'].includes(problemOf(error).code);
}

function NoSuchConnector({ notice }: { notice?: ReactNode }) {
  usePage('Not found', 'Connectors');
  const workspace = useWorkspace();
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-4">
      <PageHeader title="No such connector" />
      <Suspense>{notice}</Suspense>
      <p className="m-0 text-ink-2">
        Neither the gateway nor the console’s own snapshot knows it. It may have been deleted since the link
        was made.
      </p>
      <Link to={paths.connectors(workspace.id)} className={buttonClass('primary')}>
        All connectors
      </Link>
    </div>
  );
}
