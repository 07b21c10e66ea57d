// biome-ignore-all lint/a11y/useSemanticElements: table elements that are laid out as grids lose their roles in browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells are not controls; the controls stand inside them
import clsx from 'clsx';
import { memo, type RefObject } from 'react';
import type { TableColumn, TableSelection } from './table-column.ts';
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
  selection: TableSelection<Row> | undefined;
  /** All row ids in order, for ranges. */
  ids: readonly string[];
  lastTickedRef: RefObject<string | undefined>;
}

/** One row; remembered, so that scrolling draws only the rows that come into sight. */
export const TableRow = memo(TableRowOnce) as typeof TableRowOnce;

function TableRowOnce<Row>(props: TableRowProps<Row>) {
  const { row, id, index, selection, ids, columns } = props;
  const chosen = selection?.selected.has(id) ?? false;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selection ? chosen : undefined}
      className={clsx(
        'absolute inset-x-0 grid items-center border-line border-b [contain:layout_style]',
        chosen ? 'bg-accent-soft' : 'bg-surface hover:bg-ground',
        props.last && 'border-b-transparent',
      )}
      style={{
        gridTemplateColumns: props.tracks,
        height: props.height,
        transform: `translateY(${props.top}px)`,
      }}
    >
      {selection && (
        <RowTick selection={selection} ids={ids} row={row} id={id} lastTickedRef={props.lastTickedRef} />
      )}
      {columns.map((column) => (
        <div key={column.id} role="cell" className={cellClass(column)}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function cellClass<Row>(column: TableColumn<Row>): string {
  return clsx(
    'min-w-0 px-3 whitespace-nowrap',
    column.cut !== false && 'truncate',
    column.align === 'end' && 'text-right tabular-nums',
    column.sticky && 'sticky left-0 z-1 bg-inherit',
  );
}
