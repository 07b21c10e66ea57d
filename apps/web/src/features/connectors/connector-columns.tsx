import type { ConnectorSummary } from '@console/console-contract';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ConnectorStateBadge } from '../../shared/connector-state.tsx';
import { CloudMark } from '../../ui/cloud-mark.tsx';
import { numberText } from '../../ui/number-text.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { useNow } from '../../ui/use-now.ts';
import { Capabilities } from './capabilities.tsx';
import type { ConnectorSort, SortField } from './connector-sort.ts';
import type { PendingChange } from './use-connector-changes.ts';

export type ColumnOptions = {
  workspace: string;
  sort: ConnectorSort;
  onSort: (sort: ConnectorSort) => void;
  /** The change that was asked for and is not settled. */
  pendingOf: (connector: ConnectorSummary) => PendingChange | undefined;
  actions: (connector: ConnectorSummary) => ReactNode;
  room: ListRoom;
};

/**
 * How many columns there is room for. `wide`: the organization and the capabilities too, for names and errors need theirs
 * first. `narrow`: what tells of trouble comes first, and the others are scrolled to.
 */
export type ListRoom = 'wide' | 'usual' | 'narrow';

/** As wide as its columns need; on a narrow screen the first ones fill it, so that none is cut by the one that stays. */
export const LIST_MIN_WIDTH: Record<ListRoom, string> = {
  wide: '1000px',
  usual: '904px',
  narrow: 'max(904px, calc(100% + 270px))',
};

const TROUBLE_FIRST = ['name', 'state', 'last', 'error', 'cloud', 'members', 'next', 'actions'];

/** The columns of the list, in the order they are read. */
export function connectorColumns({
  workspace,
  sort,
  onSort,
  pendingOf,
  actions,
  room,
}: ColumnOptions): TableColumn<ConnectorSummary>[] {
  const sortable = (field: SortField) => ({
    sort: {
      direction: sort.field === field ? sort.direction : undefined,
      onSort: (direction: ConnectorSort['direction']) => onSort({ field, direction }),
    },
  });
  const organization: TableColumn<ConnectorSummary> = {
    id: 'organization',
    header: 'Organization',
    width: '112px',
    ...sortable('organization'),
    cell: ({ organizationId }) => <ShortId id={organizationId} />,
  };
  const columns: TableColumn<ConnectorSummary>[] = [
    {
      id: 'name',
      header: 'Name',
      width: 'minmax(168px, 1.6fr)',
      sticky: 'start',
      ...sortable('name'),
      cell: (row) => <NameLink workspace={workspace} row={row} />,
    },
    {
      id: 'cloud',
      header: 'Cloud',
      width: '80px',
      ...sortable('cloud'),
      cell: ({ cloud }) => <CloudMark cloud={cloud} />,
    },
    {
      id: 'state',
      header: 'State',
      width: '148px',
      ...sortable('state'),
      cell: (row) => <StateOrRequest row={row} pending={pendingOf(row)} />,
    },
    ...(room === 'wide' ? [organization, CAPABILITIES] : []),
    {
      id: 'members',
      header: 'Members',
      width: '92px',
      align: 'end',
      ...sortable('members'),
      cell: ({ members }) => (members === null ? <None /> : numberText(members)),
    },
    {
      id: 'last',
      header: 'Last sync',
      width: '98px',
      ...sortable('lastSync'),
      cell: ({ lastSync }) => <Moment at={lastSync} />,
    },
    {
      id: 'next',
      header: 'Next sync',
      width: '98px',
      ...sortable('nextSync'),
      cell: (row) => <NextSync row={row} />,
    },
    {
      id: 'error',
      header: 'Newest error',
      width: 'minmax(108px, 1.4fr)',
      ...sortable('newestError'),
      cell: (row) => <ErrorText row={row} />,
    },
    {
      id: 'actions',
      header: <span className="sr-only">Actions</span>,
      width: '72px',
      cut: false,
      late: true,
      sticky: 'end',
      cell: actions,
    },
  ];
  if (room !== 'narrow') return columns;
  return columns.toSorted((one, other) => TROUBLE_FIRST.indexOf(one.id) - TROUBLE_FIRST.indexOf(other.id));
}

const CAPABILITIES: TableColumn<ConnectorSummary> = {
  id: 'capabilities',
  header: 'Capabilities',
  width: '110px',
  cell: ({ capabilities }) => <Capabilities of={capabilities} />,
};

function NameLink({ workspace, row }: { workspace: string; row: ConnectorSummary }) {
  return (
    <Link
      to={paths.connector(workspace, row.cloud, row.id)}
      data-row-link=""
      title={row.name}
      className="-mx-1.5 block scroll-mt-10 truncate rounded-sm px-1.5 py-2 font-strong text-ink no-underline -outline-offset-2 hover:underline"
    >
      <bdi>{row.name}</bdi>
    </Link>
  );
}

/** What was asked for is called *requested* until the gateway has said what it made of it. */
function StateOrRequest({ row, pending }: { row: ConnectorSummary; pending: PendingChange | undefined }) {
  if (pending === undefined) return <ConnectorStateBadge of={row} since={row.stateSince} />;
  return <StatusBadge kind="busy">Requested</StatusBadge>;
}

function ShortId({ id }: { id: string | null }) {
  if (id === null || id === '') return <None />;
  return (
    <span title={id} className="font-mono text-ink-2 text-sm">
      {id.length > 11 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id}
    </span>
  );
}

function Moment({ at }: { at: string | null }) {
  return at === null ? <None /> : <RelativeTime at={at} focusable={false} />;
}

function NextSync({ row: { nextSync, enabled } }: { row: ConnectorSummary }) {
  const now = useNow(60_000);
  if (nextSync === null || enabled === false) return <None />;
  if (Date.parse(nextSync) < now - 60_000) return <span title={nextSync}>overdue</span>;
  return <RelativeTime at={nextSync} focusable={false} />;
}

function ErrorText({ row: { newestError, errorsUnread } }: { row: ConnectorSummary }) {
  if (errorsUnread) return <span className="text-ink-3 text-sm">not read yet</span>;
  if (newestError === null) return <None />;
  return (
    <bdi title={newestError} className="text-ink-2 text-sm">
      {newestError}
    </bdi>
  );
}

function None() {
  return <span className="text-ink-3">–</span>;
}
