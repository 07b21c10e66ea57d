import type { Member } from '@console/console-contract';
import { ConnectorStateBadge } from '../../shared/connector-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import type { TableColumn } from '../../ui/table-column.ts';

export const memberColumns: TableColumn<Member>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 2fr)',
    cell: ({ name }) => (
      <bdi title={name} className="font-strong">
        {name}
      </bdi>
    ),
  },
  {
    id: 'id',
    header: 'Id',
    width: '120px',
    cell: ({ id }) => <span className="font-mono text-ink-2 text-sm">{id}</span>,
  },
  { id: 'state', header: 'State', width: '132px', cell: (member) => <ConnectorStateBadge of={member} /> },
  { id: 'attached', header: 'Attached', width: '88px', cell: ({ attached }) => attachedText(attached) },
  {
    id: 'parent',
    header: 'Management group',
    width: 'minmax(140px, 1fr)',
    cell: ({ parent }) => (parent === null ? '–' : <bdi title={parent}>{parent}</bdi>),
  },
  {
    id: 'modules',
    header: 'Modules',
    width: '140px',
    cell: ({ modules }) => (
      <span className="inline-flex gap-1">
        {modules.length === 0 ? '–' : modules.map((module) => <Pill key={module}>{module}</Pill>)}
      </span>
    ),
  },
  {
    id: 'sync',
    header: 'Last sync',
    width: '104px',
    cell: ({ lastSync }) => (lastSync === null ? '–' : <RelativeTime at={lastSync} focusable={false} />),
  },
];

function attachedText(attached: boolean | null): string {
  if (attached === null) return '–';
  return attached ? 'Yes' : 'Detached';
}
