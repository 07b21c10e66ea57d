import type { ConnectorReading } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link, Outlet, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { type ConnectorAddress, useConnectorAddress } from '../../shared/connector-address.ts';
import { ConnectorStateBadge } from '../../shared/connector-state.tsx';
import { problemOf } from '../../shared/console-problem.ts';
import { ProblemBanner, ProblemState } from '../../shared/problem-banner.tsx';
import { useWorkspace } from '../../shared/signed-in.tsx';
import { usePage } from '../../shared/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { CloudMark } from '../../ui/cloud-mark.tsx';
import { Breadcrumbs, PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/page-states.tsx';
import { ConnectorIds } from './connector-ids.tsx';
import { ConnectorTabs } from './connector-tabs.tsx';
import { connectorQueries } from './queries.ts';
import { RunButton } from './run-button.tsx';
import { SnapshotBanner } from './snapshot-banner.tsx';
import { useRun } from './use-run.ts';

/** One connector: its header and tabs; the parts are routes below. */
export function ConnectorPage() {
  const address = useConnectorAddress();
  if (address === null) return <NoSuchConnector />;
  return <OpenConnector key={`${address.cloud}/${address.id}`} address={address} />;
}

function OpenConnector({ address }: { address: ConnectorAddress }) {
  const reading = useQuery(connectorQueries.one(address));
  const name = reading.data?.connector.name ?? `Connector ${address.id}`;
  usePage(name, 'Connectors');
  if (reading.error && !reading.data && isMissing(reading.error)) return <NoSuchConnector />;
  return (
    <>
      <ConnectorHeader address={address} name={name} reading={reading.data} />
      {reading.data ? (
        <>
          <ConnectorTabs address={address} />
          <Suspense fallback={<SkeletonRows label="Loading this part" rows={6} />}>
            <Outlet context={reading.data satisfies ConnectorReading} />
          </Suspense>
        </>
      ) : reading.error ? (
        <ProblemState
          error={reading.error}
          actions={<Button onClick={() => void reading.refetch()}>Try again</Button>}
        />
      ) : (
        <SkeletonRows label={`Loading ${name}`} rows={6} />
      )}
    </>
  );
}

type HeaderProps = { address: ConnectorAddress; name: string; reading: ConnectorReading | undefined };

function ConnectorHeader({ address, name, reading }: HeaderProps) {
  const [, setSearch] = useSearchParams();
  const [refusal, setRefusal] = useState<unknown>(null);
  const { run, isSending } = useRun({
    onRequested: ({ id }) => {
      setRefusal(null);
      setSearch({ operation: id }, { replace: true });
    },
    onRefused: setRefusal,
  });
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
            <span className="inline-flex items-center gap-3">
              <CloudMark cloud={connector.cloud} />
              <ConnectorStateBadge of={connector} />
            </span>
          )
        }
        actions={
          connector && (
            <RunButton connector={connector} busy={isSending(address)} onRun={() => run(address)} />
          )
        }
      />
      {connector && <ConnectorIds connector={connector} />}
      <ProblemBanner error={refusal} onDismiss={() => setRefusal(null)} />
      {reading && <SnapshotBanner reading={reading} />}
    </>
  );
}

function isMissing(error: unknown): boolean {
  return ['not-found', 'gateway-not-found', 'invalid-request'].includes(problemOf(error).code);
}

function NoSuchConnector() {
  usePage('Not found', 'Connectors');
  const workspace = useWorkspace();
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-4">
      <PageHeader title="No such connector" />
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
