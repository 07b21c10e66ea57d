import type { Member, MemberList } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { type ReactNode, useMemo, useState } from 'react';
import {
  type ConnectorAddress,
  useKnownConnectorAddress,
} from '../../shared/connectors/connector-address.ts';
import { memberListQuery } from '../../shared/connectors/part-queries.ts';
import { ProblemState } from '../../shared/console/problem-banner.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { controlClass } from '../../ui/fields/field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { EmptyState, SkeletonRows } from '../../ui/status/page-states.tsx';
import type { RowSelection } from '../../ui/table/row-selection.ts';
import { VirtualTable } from '../../ui/table/virtual-table.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { DetachProgress } from './detach-progress.tsx';
import { MemberActions } from './member-actions.tsx';
import { memberColumns } from './member-columns.tsx';
import { useMemberChanges } from './use-member-changes.ts';

/** The members of a connector, one per subscription or account, and how they come and go. */
export function ConnectorMembers() {
  const address = useKnownConnectorAddress();
  const list = useQuery(memberListQuery(address));
  const changes = useMemberChanges(address);
  const [selected, setSelected] = useState<RowSelection>(new Set());
  return (
    <div className="grid gap-4">
      {list.data && <Incomplete cloud={address.cloud} list={list.data} />}
      {changes.detaching && (
        <DetachProgress detaching={changes.detaching} onDismiss={changes.forgetDetaching} />
      )}
      {list.data && (
        <MemberActions
          address={address}
          list={list.data}
          selected={selected}
          onClear={() => setSelected(new Set())}
          changes={changes}
        />
      )}
      <Card padded={false}>
        {list.data ? (
          <MemberTable
            cloud={address.cloud}
            list={list.data}
            busy={list.isFetching}
            selected={selected}
            onSelect={setSelected}
          />
        ) : list.error ? (
          <ProblemState
            error={list.error}
            actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
          />
        ) : (
          <SkeletonRows label="Loading members" />
        )}
      </Card>
    </div>
  );
}

type Cloud = ConnectorAddress['cloud'];

/** Said calmly and always on AWS: it is how its API is, and no trouble. */
function Incomplete({ cloud, list }: { cloud: Cloud; list: MemberList }): ReactNode {
  if (cloud === 'aws') {
    return (
      <Banner tone="info" title="This list may be incomplete.">
        The gateway has no list of AWS members. Here stand those that were attached or detached through this
        console; the vendor’s own interface shows them all.
      </Banner>
    );
  }
  if (!list.incomplete) return null;
  return (
    <Banner tone="info" title="The list may be incomplete.">
      The gateway sent rows that could not be read. What could be read is shown.
    </Banner>
  );
}

type TableProps = {
  cloud: Cloud;
  list: MemberList;
  busy: boolean;
  selected: RowSelection;
  onSelect: (selected: RowSelection) => void;
};

function MemberTable({ cloud, list, busy, selected, onSelect }: TableProps) {
  const [words, setWords] = useState('');
  const rows = useMemo(() => list.members.filter((member) => fits(member, words)), [list.members, words]);
  if (list.members.length === 0) return <NoMember cloud={cloud} total={list.total} />;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-line border-b p-3">
        <input
          type="search"
          aria-label="Filter members"
          placeholder="Filter by name, id, state or group"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          className={clsx(controlClass, 'max-w-80')}
        />
        <span role="status" className="text-ink-3 text-sm">
          {words.trim() !== '' && `${numberText(rows.length)} of ${numberText(list.members.length)}`}
        </span>
      </div>
      <VirtualTable
        label="Members"
        rows={rows}
        rowId={({ id }) => id}
        columns={memberColumns(cloud, list.members)}
        selection={{ selected, onChange: onSelect, rowName: ({ name }) => name }}
        busy={busy}
        minWidth={900}
        // Less than the window below the tabs, so that the page beside it does not scroll as well.
        maxHeight="max(280px, calc(100dvh - 380px))"
      />
    </>
  );
}

/** Every word must stand somewhere in what the row shows. */
function fits({ id, name, accountId, state, enabled, parent }: Member, words: string): boolean {
  const shown = [name, id, accountId, state, enabled === false && 'disabled', parent]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

function NoMember({ cloud, total }: { cloud: Cloud; total: number | null }) {
  if (cloud === 'aws') {
    return (
      <EmptyState title="No member seen yet">
        {total !== null && total > 0 && 'The gateway tells their number and not which they are: '}
        {total !== null && total > 0 ? 'they' : 'The accounts of this organization'} stand in the vendor’s own
        interface. Attach one by its UUID or detach one by its id, and it is shown here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No member yet">
      The first job makes a member for each subscription in the scope. Run the connector, wait for its next
      sync, or attach a connector that exists.
    </EmptyState>
  );
}
