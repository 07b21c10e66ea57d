import type { Connector } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useKnownConnectorAddress } from '../../shared/connector-address.ts';
import { ProblemState } from '../../shared/problem-banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState, SkeletonRows } from '../../ui/page-states.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { connectorQueries } from './queries.ts';

/** Which management groups or organizational units are in, and which are out. */
export function ConnectorScope() {
  const address = useKnownConnectorAddress();
  const { data, error, refetch } = useQuery(connectorQueries.scope(address));
  if (data === undefined) {
    return (
      <Card padded={false}>
        {error ? (
          <ProblemState error={error} actions={<Button onClick={() => void refetch()}>Try again</Button>} />
        ) : (
          <SkeletonRows label="Loading the scope" rows={4} />
        )}
      </Card>
    );
  }
  if (data.scope === null) return <ScopeUnknown cloud={address.cloud} />;
  const { included, excluded } = data.scope;
  return (
    <div className="grid gap-4">
      <p className="m-0 max-w-[72ch] text-ink-2">
        {address.cloud === 'azure' ? 'Subscriptions' : 'Accounts'} made later follow the unit they are in.
        Excluding wins over including.
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Units title="Included" units={included} none="No unit is named: the connector begins at the root." />
        <Units title="Excluded" units={excluded} none="Nothing is left out." />
      </div>
    </div>
  );
}

function Units({ title, units, none }: { title: string; units: readonly string[]; none: string }) {
  return (
    <Card
      padded={false}
      title={
        <>
          {title} <span className="font-normal text-ink-3">({units.length.toLocaleString('en')})</span>
        </>
      }
    >
      {units.length === 0 ? (
        <p className="m-0 p-4 text-ink-3">{none}</p>
      ) : (
        <VirtualTable
          label={`${title} units`}
          rows={units}
          rowId={(unit) => unit}
          density="compact"
          minWidth={200}
          maxHeight="420px"
          columns={[
            { id: 'unit', header: 'Unit', width: '1fr', cell: (unit) => <bdi title={unit}>{unit}</bdi> },
          ]}
        />
      )}
    </Card>
  );
}

function ScopeUnknown({ cloud }: { cloud: Connector['cloud'] }) {
  return (
    <Card padded={false}>
      <EmptyState title="The gateway does not tell this scope">
        {cloud === 'aws'
          ? 'Its answer for an AWS connector leaves the scope out. The console shows it once the connector was created or changed here.'
          : 'Its answer for this connector named no management groups.'}
      </EmptyState>
    </Card>
  );
}
