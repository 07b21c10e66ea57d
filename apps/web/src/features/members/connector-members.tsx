import type { MemberList } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { type ConnectorAddress, useKnownConnectorAddress } from '../../shared/connector-address.ts';
import { ProblemState } from '../../shared/problem-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState, SkeletonRows } from '../../ui/page-states.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { memberColumns } from './member-columns.tsx';
import { memberQueries } from './queries.ts';

/** The members of a connector: one per subscription. */
export function ConnectorMembers() {
  const address = useKnownConnectorAddress();
  return address.cloud === 'aws' ? <NotOffered /> : <AzureMembers address={address} />;
}

function AzureMembers({ address }: { address: ConnectorAddress }) {
  const members = useQuery(memberQueries.list(address));
  return (
    <div className="grid gap-4">
      {members.data?.incomplete && (
        <Banner tone="info" title="The list may be incomplete.">
          The gateway sent rows that could not be read. What could be read is shown.
        </Banner>
      )}
      <Card padded={false}>
        {members.data ? (
          <MemberTable list={members.data} busy={members.isFetching} />
        ) : members.error ? (
          <ProblemState
            error={members.error}
            actions={<Button onClick={() => void members.refetch()}>Try again</Button>}
          />
        ) : (
          <SkeletonRows label="Loading members" />
        )}
      </Card>
    </div>
  );
}

function MemberTable({ list, busy }: { list: MemberList; busy: boolean }) {
  if (list.members.length === 0) {
    return (
      <EmptyState title="No member yet">
        The first job makes a member for each subscription in the scope. Run the connector, or wait for its
        next sync.
      </EmptyState>
    );
  }
  return (
    <VirtualTable
      label="Members"
      rows={list.members}
      rowId={({ id }) => id}
      columns={memberColumns}
      busy={busy}
      minWidth={860}
    />
  );
}

function NotOffered() {
  return (
    <Card padded={false}>
      <EmptyState title="The gateway offers no list of AWS members">
        Its API names the members of Azure tenants only. The accounts of this organization stand in the
        vendor’s own interface; their number is in the list of connectors.
      </EmptyState>
    </Card>
  );
}
