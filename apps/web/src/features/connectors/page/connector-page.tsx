import type { ConnectorReading } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { type ConnectorAddress, useConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { ConnectorStateBadge } from '../../../shared/connectors/connector-state.tsx';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { ErrorBoundary } from '../../../shared/page/error-boundary.tsx';
import { usePage } from '../../../shared/page/use-page.ts';
import { useWorkspace } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { Breadcrumbs, PageHeader } from '../../../ui/layout/page-header.tsx';
import { CloudMark } from '../../../ui/status/cloud-mark.tsx';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import { ChangeRefusal } from '../changes/change-refusal.tsx';
import { ConnectorActions } from '../changes/connector-actions.tsx';
import { DeletionAsking } from '../changes/deletion-asking.tsx';
import type { ConnectorChanges } from '../changes/use-connector-changes.ts';
import { usePageChanges } from '../changes/use-page-changes.ts';
import { SnapshotBanner } from '../list/snapshot-banner.tsx';
import { connectorQueries } from '../queries.ts';
import { ConnectorIds } from './connector-ids.tsx';
import { ConnectorTabs } from './connector-tabs.tsx';
import { EditButtons } from './edit-buttons.tsx';
import { useFreshParts } from './use-fresh-parts.ts';

/** One connector: its header and tabs; the parts are routes below. `notice` is where the app puts the operation that led here. */
export function ConnectorPage({ notice }: { notice?: ReactNode }) {
  const address = useConnectorAddress();
  if (address === null) return <NoSuchConnector />;
  return <OpenConnector key={`${address.cloud}/${address.id}`} address={address} notice={notice} />;
}

function OpenConnector({ address, notice }: { address: ConnectorAddress; notice: ReactNode }) {
  const reading = useQuery(connectorQueries.one(address));
  const name = reading.data?.connector.name ?? `Connector ${address.id}`;
  const changes = usePageChanges(address);
  useFreshParts(address, reading.data?.connector);
  usePage(name, 'Connectors');
  if (reading.error && !reading.data && isMissing(reading.error)) return <NoSuchConnector notice={notice} />;
  return (
    <>
      <ConnectorHeader address={address} name={name} reading={reading.data} changes={changes} />
      {reading.data ? (
        <>
          <ConnectorTabs address={address} />
          <Suspense>{notice}</Suspense>
          <OpenPart reading={reading.data} />
        </>
      ) : reading.error ? (
        <ProblemState
          error={reading.error}
          actions={<Button onClick={() => void reading.refetch()}>Try again</Button>}
        />
      ) : (
        <SkeletonRows label={`Loading ${name}`} rows={6} />
      )}
      <DeletionAsking changes={changes} />
    </>
  );
}

/** The open tab. What keeps it from being drawn leaves the connector's name and its actions where they are. */
function OpenPart({ reading }: { reading: ConnectorReading }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<SkeletonRows label="Loading this part" rows={6} />}>
        <Outlet context={reading} />
      </Suspense>
    </ErrorBoundary>
  );
}

type HeaderProps = {
  address: ConnectorAddress;
  name: string;
  reading: ConnectorReading | undefined;
  changes: ConnectorChanges;
};

function ConnectorHeader({ address, name, reading, changes }: HeaderProps) {
  const connector = reading?.connector;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs>
            <Link to={paths.connectors(address.workspace)}>Connectors</Link>
            <bdi>{name}</bdi>
          </Breadcrumbs>
        }
        title={<bdi className="wrap-anywhere">{name}</bdi>}
        note={
          connector && (
            <span className="inline-flex min-w-0 items-center gap-3">
              <CloudMark cloud={connector.cloud} />
              <ConnectorStateBadge of={connector} wraps />
            </span>
          )
        }
        actions={
          connector && (
            <>
              <EditButtons address={address} />
              <ConnectorActions
                connector={connector}
                pending={changes.pendingOf(address)}
                onAsk={(kind) => changes.askFor(kind, { ...address, name })}
              />
            </>
          )
        }
      />
      {connector && <ConnectorIds connector={connector} />}
      <ChangeRefusal changes={changes} />
      {reading && <SnapshotBanner reading={reading} />}
    </>
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
