// biome-ignore-all lint/a11y/useSemanticElements: table elements that are laid out as grids lose their roles in browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells are not controls; the controls stand inside them
import clsx from 'clsx';
import { memo, type ReactNode } from 'react';
import { useStill } from '../timing/use-still.ts';
import type { TableColumn } from './table-column.ts';
import { RowTick } from './table-ticks.tsx';

export interface TableRowProps<Row> {
  row: Row;
  id: string;
  /** Its place among all rows, from 0. */
  index: number;
  top: number;
  height: number;
  last: boolean;
  columns: readonly TableColumn<Row>[];
  tracks: string;
  /** What its box says; nothing when rows cannot be chosen. */
  tick: string | undefined;
  chosen: boolean;
  onTick: (id: string, ranged: boolean) => void;
}

/** One row; remembered, so that scrolling and typing draw only the rows that come into sight. */
export const TableRow = memo(TableRowOnce) as typeof TableRowOnce;

function TableRowOnce<Row>(props: TableRowProps<Row>) {
  const { row, id, tick, chosen, columns } = props;
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={tick === undefined ? undefined : chosen}
      className={clsx(
        'absolute inset-x-0 grid items-center border-line border-b [contain:layout_style]',
        chosen ? 'bg-accent-soft' : 'bg-surface hover:bg-ground',
        props.last && 'border-b-transparent',
      )}
      // No transform: a layer of its own for each row is dear, and a row that stays never moves.
      style={{ gridTemplateColumns: props.tracks, height: props.height, top: props.top }}
    >
      {tick !== undefined && <RowTick id={id} label={tick} chosen={chosen} onTick={props.onTick} />}
      <Cells row={row} columns={columns} />
    </div>
  );
}

/** Apart from the row: a row that only moves up when others are filtered out keeps what it shows. */
const Cells = memo(CellsOnce) as typeof CellsOnce;

function CellsOnce<Row>({ row, columns }: Pick<TableRowProps<Row>, 'row' | 'columns'>) {
  const cells = columns.map((column) => (
    <div key={column.id} role="cell" className={cellClass(column)}>
      {column.late ? <Late>{() => column.cell(row)}</Late> : column.cell(row)}
    </div>
  ));
  return <>{cells}</>;
}

function Late({ children }: { children: () => ReactNode }) {
  return useStill() && children();
}

function cellClass<Row>(column: TableColumn<Row>): string {
  return clsx(
    'min-w-0 px-3 whitespace-nowrap',
    column.cut !== false && 'truncate',
    column.align === 'end' && 'text-right tabular-nums',
    // Only where the table may scroll sideways: every sticky cell costs each frame of a scroll.
    column.sticky === 'start' && 'max-xl:sticky max-xl:left-0 max-xl:z-1 max-xl:bg-inherit',
    column.sticky === 'end' && 'last-column flex items-center',
  );
}
