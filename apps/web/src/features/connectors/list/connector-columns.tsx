import type { ConnectorSummary } from '@console/console-contract';
import type { ReactNode } from 'react';
import type { TableColumn } from '../../../ui/table/table-column.ts';
import type { ConnectorSort } from './connector-sort.ts';
import { type CellContext, type ListFact, listFacts } from './list-facts.tsx';

export type ColumnOptions = CellContext & {
  sort: ConnectorSort;
  onSort: (sort: ConnectorSort) => void;
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

const TROUBLE_FIRST = ['name', 'state', 'lastSync', 'newestError'];

/** The columns of the list, in the order they are read. */
export function connectorColumns({
  actions,
  room,
  ...options
}: ColumnOptions): TableColumn<ConnectorSummary>[] {
  const columns = listFacts.flatMap((fact) => columnOf(fact, room, options));
  return [...(room === 'narrow' ? troubleFirst(columns) : columns), { ...ACTIONS, cell: actions }];
}

function columnOf(
  { id, column, sort: key }: ListFact,
  room: ListRoom,
  { sort, onSort, ...context }: Omit<ColumnOptions, 'actions' | 'room'>,
): TableColumn<ConnectorSummary>[] {
  if (column === undefined || (column.wide && room !== 'wide')) return [];
  const direction = sort.field === id ? sort.direction : undefined;
  return [
    {
      ...column,
      id,
      cell: (connector) => column.cell(connector, context),
      ...(key && { sort: { direction, onSort: (next) => onSort({ field: id, direction: next }) } }),
    },
  ];
}

function troubleFirst(columns: TableColumn<ConnectorSummary>[]): TableColumn<ConnectorSummary>[] {
  const first = TROUBLE_FIRST.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  return [...first, ...columns.filter((column) => !first.includes(column))];
}

const ACTIONS: Omit<TableColumn<ConnectorSummary>, 'cell'> = {
  id: 'actions',
  header: <span className="sr-only">Actions</span>,
  width: '72px',
  cut: false,
  late: true,
  sticky: 'end',
};
