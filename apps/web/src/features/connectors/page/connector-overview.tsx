import {
  type Connector,
  type ExplainedReading,
  hasJobUnderWay,
  type LikelyCause,
} from '@console/console-contract';
import type { ReactNode } from 'react';
import { Link, useOutletContext } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useKnownConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { ConnectorStateBadge } from '../../../shared/connectors/connector-state.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { Card } from '../../../ui/layout/card.tsx';
import { SummaryList } from '../../../ui/layout/summary-list.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { StatusBadge } from '../../../ui/status/status-badge.tsx';
import { RelativeTime } from '../../../ui/time/relative-time.tsx';
import { useNow } from '../../../ui/time/use-now.ts';
import { connectorFacts } from './connector-facts.tsx';
import { JobProgress } from './job-progress.tsx';
import { everyText } from './minutes-text.ts';
import { expiryWarning } from './secret-expiry.ts';

/** How it is doing, what it is, when it runs. */
export function ConnectorOverview() {
  const { connector, cause } = useOutletContext<ExplainedReading>();
  const working = hasJobUnderWay(connector) && connector.enabled !== false;
  return (
    <div className="grid gap-4">
      {connector.cloud === 'azure' && <SecretExpiry day={connector.secretExpiresOn} />}
      <AppIdentifiers of={connector.appIdentifiers} />
      {working && <JobProgress connector={connector} />}
      {connector.state === 'errors' && cause && <LikelyCauseCard cause={cause} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <HealthCard connector={connector} explained={cause !== null} />
        <ScheduleCard connector={connector} />
        <Card title="Facts" className="lg:col-span-2">
          <SummaryList items={connectorFacts(connector)} />
        </Card>
      </div>
    </div>
  );
}

/** Calm: the day was entered here, and the console cannot read from the cloud whether it still holds. */
function SecretExpiry({ day }: { day: string | null }) {
  const warning = expiryWarning(day, useNow(60_000));
  if (warning === null) return null;
  return (
    <Banner tone="warn" title={warning}>
      Once it has expired every job fails. Make a new secret in Entra and set it in the vendor’s own
      interface: the gateway does not let it be changed from here. Then enter its new end date with Edit.
    </Banner>
  );
}

/** Not every such connector is in trouble, so it is said as something to look at. */
function AppIdentifiers({ of }: { of: Connector['appIdentifiers'] }) {
  if (of !== 'different' && of !== 'missing') return null;
  const title =
    of === 'missing'
      ? 'The gateway reports a capability of this connector without an identifier.'
      : 'The gateway reports different identifiers for the capabilities of this connector.';
  return (
    <Banner tone="warn" title={title}>
      Connectors like this have left assets out of date in the vendor’s inventory. Compare its assets with the
      cloud. If they differ, ask the vendor’s support to put the identifiers right: they cannot be changed
      from here, and an edit leaves them as they are.
    </Banner>
  );
}

/** Cause first, then the first step; everything else stands with the errors. */
function LikelyCauseCard({ cause: { title, explanation, steps } }: { cause: LikelyCause }) {
  const { workspace, cloud, id } = useKnownConnectorAddress();
  const [first] = steps;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2.5">
          <StatusBadge kind="bad">Likely cause</StatusBadge>
          {title}
        </span>
      }
      actions={
        <Link
          to={paths.connectorPart(workspace, cloud, id, 'last-job')}
          className={buttonClass('plain', 'sm')}
        >
          {steps.length > 1 ? `All ${steps.length} steps` : 'See the errors'}
        </Link>
      }
    >
      <div className="grid max-w-[80ch] gap-1.5">
        <p className="m-0">{explanation}</p>
        {first && (
          <p className="m-0">
            <span className="font-strong">First step:</span> {first}
          </p>
        )}
      </div>
    </Card>
  );
}

function HealthCard({ connector, explained }: { connector: Connector; explained: boolean }) {
  const { workspace, cloud, id } = useKnownConnectorAddress();
  return (
    <Card
      title="Health"
      actions={
        connector.state === 'errors' &&
        !explained && (
          <Link
            to={paths.connectorPart(workspace, cloud, id, 'last-job')}
            className={buttonClass('plain', 'sm')}
          >
            See the errors
          </Link>
        )
      }
    >
      <SummaryList
        items={[
          {
            label: 'State of the last job',
            value: <ConnectorStateBadge of={{ ...connector, enabled: null }} wraps />,
          },
          { label: 'Enabled', value: yesNo(connector.enabled) },
          {
            label: 'Newest error',
            value: connector.lastError && <bdi className="line-clamp-3">{connector.lastError}</bdi>,
          },
          { label: 'Last sync', value: momentOf(connector.lastSync) },
          { label: 'Last sync without errors', value: momentOf(connector.lastSuccessfulSync) },
        ]}
      />
    </Card>
  );
}

function ScheduleCard({ connector }: { connector: Connector }) {
  return (
    <Card title="Schedule">
      <SummaryList
        items={[
          {
            label: 'Next sync',
            value: connector.enabled === false ? 'None while disabled' : momentOf(connector.nextSync),
          },
          { label: 'The connector runs', value: everyText(connector.runEvery) },
          { label: 'Its members run', value: everyText(connector.memberRunEvery) },
        ]}
      />
    </Card>
  );
}

function momentOf(at: string | null): ReactNode {
  return at === null ? null : <RelativeTime at={at} />;
}

function yesNo(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'Yes' : 'No';
}
