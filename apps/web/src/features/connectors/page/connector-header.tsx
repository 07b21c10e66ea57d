import type { Connector, ConnectorSummary, ExplainedReading } from '@console/console-contract';
import { hasJobUnderWay } from '@console/console-contract';
import { Link, useLocation } from 'react-router';
import { paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { ConnectorStateBadge } from '../../../shared/connectors/connector-state.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Breadcrumbs, PageHeader } from '../../../ui/layout/page-header.tsx';
import { CloudMark } from '../../../ui/status/cloud-mark.tsx';
import { ChangeRefusal } from '../changes/change-refusal.tsx';
import { ConnectorActions } from '../changes/connector-actions.tsx';
import type { ConnectorChanges } from '../changes/use-connector-changes.ts';
import { SnapshotBanner } from '../list/snapshot-banner.tsx';
import { ConnectorIds } from './connector-ids.tsx';
import { EditButtons } from './edit-buttons.tsx';
import { useRepairChoices } from './repair-choices.ts';

/** What the list tells as well: it is shown while the rest is read. */
type Known = Connector | ConnectorSummary;

export interface ConnectorHeaderProps {
  address: ConnectorAddress;
  name: string;
  known: Known | undefined;
  reading: ExplainedReading | undefined;
  changes: ConnectorChanges;
}

/** Which connector it is, how it is, and what can be done with it. */
export function ConnectorHeader({ address, name, known, reading, changes }: ConnectorHeaderProps) {
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
          known && (
            <span className="inline-flex min-w-0 items-center gap-3">
              <CloudMark cloud={known.cloud} />
              <ConnectorStateBadge of={known} wraps />
            </span>
          )
        }
        actions={
          known && <Actions address={address} known={known} cause={reading?.cause} changes={changes} />
        }
      />
      {known && <ConnectorIds known={known} address={address} />}
      <ChangeRefusal changes={changes} />
      {reading && <SnapshotBanner reading={reading} />}
    </>
  );
}

type ActionsProps = Pick<ConnectorHeaderProps, 'address' | 'changes'> & {
  known: Known;
  /** Absent while it is being read. */
  cause: ExplainedReading['cause'] | undefined;
};

/** One of them is primary. Of a failing connector it is its repair, which the overview shows with the cause. */
function Actions({ address, known, cause, changes }: ActionsProps) {
  const [repair] = useRepairChoices(known, cause ?? null, changes);
  const { workspace, cloud, id } = address;
  const isOverview = useLocation().pathname === paths.connector(workspace, cloud, id);
  const failed = known.state === 'errors' && known.enabled !== false;
  const asksForRepair = failed && !isOverview && cause !== undefined ? repair : undefined;
  const runs = failed ? asksForRepair?.action === 'run-again' : !hasJobUnderWay(known);
  return (
    <>
      {asksForRepair && asksForRepair.action !== 'run-again' && (
        <Button variant="primary" disabledReason={asksForRepair.refusal} onClick={asksForRepair.choose}>
          {asksForRepair.label}
        </Button>
      )}
      <EditButtons address={address} />
      <ConnectorActions
        connector={known}
        pending={changes.pendingOf(address)}
        primary={known.enabled === false ? 'enable-connector' : runs ? 'run-connector' : null}
        onAsk={(kind) => changes.askFor(kind, { ...address, name: known.name })}
      />
    </>
  );
}
