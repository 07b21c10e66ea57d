import type { Connector, ScopeReading } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useKnownConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { isAccountId, reportedUnits } from '../../../shared/connectors/reported-units.ts';
import { type NamedUnit, UnitPath } from '../../../shared/connectors/unit-names.tsx';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/status/page-states.tsx';
import type { TableColumn } from '../../../ui/table/table-column.ts';
import { VirtualTable } from '../../../ui/table/virtual-table.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import { connectorQueries } from '../queries.ts';

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
        <Units
          cloud={address.cloud}
          title="Included"
          ids={included}
          reported={data.units}
          none={NOTHING_INCLUDED[address.cloud]}
        />
        <Units
          cloud={address.cloud}
          title="Excluded"
          ids={excluded}
          reported={data.units}
          none="Nothing is left out."
        />
      </div>
    </div>
  );
}

const NOTHING_INCLUDED = {
  azure: 'No group is named: the connector reads the whole tenant.',
  aws: 'No unit is named: the connector reads the whole organization.',
};

interface UnitsProps {
  cloud: Connector['cloud'];
  title: string;
  ids: readonly string[];
  reported: ScopeReading['units'];
  none: string;
}

function Units({ cloud, title, ids, reported, none }: UnitsProps) {
  const units = useMemo(
    () => (cloud === 'aws' ? reportedUnits(ids, reported) : ids.map(asNamed)),
    [cloud, ids, reported],
  );
  return (
    <Card
      padded={false}
      title={
        <>
          {title} <span className="font-normal text-ink-3">({countOf(cloud, ids)})</span>
        </>
      }
    >
      {units.length === 0 ? (
        <p className="m-0 p-4 text-ink-3">{none}</p>
      ) : (
        <VirtualTable
          label={cloud === 'aws' ? `${title} units and accounts` : `${title} groups`}
          rows={units}
          rowId={({ id }) => id}
          density="compact"
          minWidth={200}
          maxHeight="420px"
          columns={cloud === 'aws' ? AWS_COLUMNS : AZURE_COLUMNS}
        />
      )}
    </Card>
  );
}

/** The gateway knows a tenant's groups by their names alone. */
function asNamed(name: string): NamedUnit {
  return { id: name, name };
}

const AZURE_COLUMNS: readonly TableColumn<NamedUnit>[] = [
  { id: 'group', header: 'Group', width: '1fr', cell: ({ id }) => <bdi title={id}>{id}</bdi> },
];

const AWS_COLUMNS: readonly TableColumn<NamedUnit>[] = [
  { id: 'unit', header: 'Unit or account', width: '1fr', cell: (unit) => <Called unit={unit} /> },
  {
    id: 'id',
    header: 'ID',
    width: '172px',
    cell: ({ id }) => (
      <bdi className="font-mono" title={id}>
        {id}
      </bdi>
    ),
  },
];

function Called({ unit }: { unit: NamedUnit }) {
  const { name, above = [], kind } = unit;
  if (name !== undefined) {
    return (
      <span title={[...above, name].join(' / ')}>
        <UnitPath unit={unit} />
      </span>
    );
  }
  return kind ?? <span className="text-ink-3">Name not known here</span>;
}

/** “2 units, 1 account” */
function countOf(cloud: Connector['cloud'], ids: readonly string[]): string {
  const accounts = cloud === 'aws' ? ids.filter(isAccountId).length : 0;
  const units = ids.length - accounts;
  const parts = [
    ...(units > 0 || accounts === 0 ? [counted(units, cloud === 'aws' ? 'unit' : 'group')] : []),
    ...(accounts > 0 ? [counted(accounts, 'account')] : []),
  ];
  return parts.join(', ');
}

function counted(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;
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
