import { type Connector, type ExplainedReading, hasJobUnderWay } from '@console/console-contract';
import type { ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { ConnectorStateBadge } from '../../../shared/connectors/connector-state.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { SummaryList } from '../../../ui/layout/summary-list.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { RelativeTime } from '../../../ui/time/relative-time.tsx';
import { useNow } from '../../../ui/time/use-now.ts';
import type { ConnectorChanges } from '../changes/use-connector-changes.ts';
import { connectorFacts, NotRead } from './connector-facts.tsx';
import { DangerZone } from './danger-zone.tsx';
import { JobProgress } from './job-progress.tsx';
import { everyText } from './minutes-text.ts';
import { RepairCard } from './repair-card.tsx';
import { useRepairChoices } from './repair-choices.ts';
import { expiryWarning } from './secret-expiry.ts';

/** What the page gives to its parts. */
export type OpenedConnector = ExplainedReading & { changes: ConnectorChanges };

/** How it is doing, what it is, when it runs. */
export function ConnectorOverview() {
  const { connector, cause, changes } = useOutletContext<OpenedConnector>();
  const choices = useRepairChoices(connector, cause, changes);
  const failed = connector.state === 'errors';
  const working = hasJobUnderWay(connector) && connector.enabled !== false;
  return (
    <div className="grid gap-4">
      {connector.cloud === 'azure' && <SecretExpiry day={connector.secretExpiresOn} />}
      <AppIdentifiers of={connector.appIdentifiers} />
      {working && <JobProgress connector={connector} />}
      {failed && <RepairCard connector={connector} cause={cause} choices={choices} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <HealthCard connector={connector} />
        <ScheduleCard connector={connector} />
        <Card title="Facts" className="lg:col-span-2">
          <SummaryList items={connectorFacts(connector).filter(({ label }) => !ABOVE.has(label))} />
        </Card>
      </div>
      <DangerZone connector={connector} changes={changes} />
    </div>
  );
}

/** Ids that stand below the name on every tab. */
const ABOVE = new Set(['Tenant ID', 'Organization id']);

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

function HealthCard({ connector }: { connector: Connector }) {
  return (
    <Card title="Health">
      <SummaryList
        items={[
          // Its state stands beside the name, but of a disabled one only that it is.
          ...(connector.enabled === false
            ? [
                {
                  label: 'State of the last job',
                  value: <ConnectorStateBadge of={{ ...connector, enabled: null }} wraps />,
                },
              ]
            : []),
          ...(connector.enabled === null ? [{ label: 'Enabled', value: <NotRead /> }] : []),
          // Where the last job ended with it, it stands above with what repairs it.
          ...(connector.state === 'errors'
            ? []
            : [{ label: 'Newest error', value: connector.lastError && <bdi>{connector.lastError}</bdi> }]),
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
