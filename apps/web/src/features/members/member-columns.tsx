import type { Member } from '@console/console-contract';
import { ConnectorStateBadge } from '../../shared/connectors/connector-state.tsx';
import { CopyButton } from '../../ui/actions/copy-button.tsx';
import { Pill } from '../../ui/status/pill.tsx';
import type { TableColumn } from '../../ui/table/table-column.ts';
import { RelativeTime } from '../../ui/time/relative-time.tsx';

type Cloud = 'azure' | 'aws';

/** With the accounts behind the members where any is known: not every gateway tells them. */
export function memberColumns(cloud: Cloud, members: readonly Member[]): readonly TableColumn<Member>[] {
  return (members.some(({ accountId }) => accountId !== null) ? WITH_ACCOUNTS : COLUMNS)[cloud];
}

// Made once: a table draws its rows anew when it is given other columns.
const COLUMNS: Record<Cloud, readonly TableColumn<Member>[]> = {
  azure: columnsOf('Management group', []),
  aws: columnsOf('Unit', [
    {
      id: 'uuid',
      header: 'UUID',
      width: '132px',
      cell: ({ uuid }) => (uuid === null ? '–' : <LongId id={uuid} label="Copy UUID" />),
    },
  ]),
};

const ACCOUNTS = { azure: 'Subscription', aws: 'Account' };

const WITH_ACCOUNTS: typeof COLUMNS = {
  azure: withAccounts('azure'),
  aws: withAccounts('aws'),
};

function withAccounts(cloud: Cloud): TableColumn<Member>[] {
  const header = ACCOUNTS[cloud];
  const [name, id, ...others] = COLUMNS[cloud];
  const account: TableColumn<Member> = {
    id: 'account',
    header,
    width: '142px',
    cell: ({ accountId }) =>
      accountId === null ? '–' : <LongId id={accountId} label={`Copy ${header.toLowerCase()}`} />,
  };
  return [name, id, account, ...others].filter((column) => column !== undefined);
}

function columnsOf(parent: string, own: TableColumn<Member>[]): TableColumn<Member>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 'minmax(150px, 2fr)',
      sticky: 'start',
      cell: ({ name }) => (
        <bdi title={name} className="font-strong">
          {name}
        </bdi>
      ),
    },
    {
      id: 'id',
      header: 'Id',
      width: '92px',
      cell: ({ id }) => <span className="font-mono text-ink-2 text-sm">{id}</span>,
    },
    ...own,
    { id: 'state', header: 'State', width: '132px', cell: (member) => <ConnectorStateBadge of={member} /> },
    { id: 'attached', header: 'Attached', width: '96px', cell: ({ attached }) => attachedText(attached) },
    {
      id: 'parent',
      header: parent,
      width: 'minmax(120px, 1fr)',
      cell: ({ parent }) => (parent === null ? '–' : <Parent parent={parent} />),
    },
    {
      id: 'modules',
      header: 'Modules',
      width: '124px',
      cell: ({ modules }) => (
        <span className="inline-flex gap-1">
          {modules.length === 0
            ? '–'
            : modules.map((module) => (
                <Pill key={module} title={module}>
                  {MODULES[module] ?? module}
                </Pill>
              ))}
        </span>
      ),
    },
    {
      id: 'sync',
      header: 'Last sync',
      width: '96px',
      cell: ({ lastSync }) => (lastSync === null ? '–' : <RelativeTime at={lastSync} focusable={false} />),
    },
  ];
}

// The gateway's names of the modules, as the wizards call them.
const MODULES: Record<string, string> = {
  CLOUDVIEW: 'Inventory',
  QWEB_VM: 'VM',
  QWEB_PC: 'PC',
  QWEB_SCA: 'SCA',
  CERTVIEW: 'CertView',
};

/** A management group has a name, an organizational unit an id. */
function Parent({ parent }: { parent: string }) {
  const isId = /^(ou|r)-/.test(parent);
  return (
    <bdi title={parent} className={isId ? 'font-mono text-ink-2 text-sm' : undefined}>
      {parent}
    </bdi>
  );
}

/** Needed whole, as to attach the member again: of a long one the ends are shown, all of it is copied. */
function LongId({ id, label }: { id: string; label: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span title={id} className="font-mono text-ink-2 text-sm">
        <span aria-hidden="true">{id.length <= 12 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`}</span>
        <span className="sr-only">{id}</span>
      </span>
      <CopyButton text={id} label={label} iconOnly />
    </span>
  );
}

function attachedText(attached: boolean | null): string {
  if (attached === null) return '–';
  return attached ? 'Yes' : 'Detached';
}
