// biome-ignore-all lint/a11y/useSemanticElements: table elements that are laid out as grids lose their roles in browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: headers and rows are not controls; the controls stand inside them
import clsx from 'clsx';
import { useLayoutEffect, useRef } from 'react';
import { useRested } from '../timing/use-rested.ts';
import { useStable } from '../timing/use-stable.ts';
import { toggleRange } from './row-selection.ts';
import { SortHeader } from './sort-header.tsx';
import type { TableColumn, TableSelection } from './table-column.ts';
import { TableRow } from './table-row.tsx';
import { HeaderTick } from './table-ticks.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useRowWindow } from './use-row-window.ts';

export interface VirtualTableProps<Row> {
  /** The accessible name: "Connectors". */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly TableColumn<Row>[];
  density?: 'comfortable' | 'compact' | undefined;
  selection?: TableSelection<Row> | undefined;
  /** New rows are being fetched; the old ones stay. */
  busy?: boolean | undefined;
  /** The height at which the table begins to scroll by itself. */
  maxHeight?: string | undefined;
  /** The least width before the table scrolls sideways, in pixels or in the words of CSS. */
  minWidth?: number | string | undefined;
  /** Set where the table is found again as it was left. */
  scroll?: KeptScroll | undefined;
}

/** Where a table is scrolled to, in pixels from its top. */
export interface KeptScroll {
  /** Where it was left, or the top. */
  top: () => number;
  keep: (top: number) => void;
}

/** A table that draws only the rows in sight: ten thousand scroll like ten. The header stays; roles are spelled out. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, rows, rowId, columns, density = 'comfortable', selection, busy, scroll } = props;
  const rowHeight = density === 'compact' ? 32 : 40;
  // While a filter is typed, and how many rows there are changes, the rows around those in sight would go again at the next key.
  const isSettled = useRested(rows.length, TYPING_MS) === rows.length;
  const { attach, scroller, drawn, height, sight } = useRowWindow({
    count: rows.length,
    rowHeight,
    spare: isSettled ? 8 : 1,
  });
  const tracks = [selection ? '40px' : '', ...columns.map((column) => column.width)].join(' ');
  // Made when a caller asks: ten thousand ids at every key of the filter would be noticed.
  const idsOf = () => rows.map(rowId);
  // The header lies over about the height of a row.
  const sightedIdsOf = () => rows.slice(sight.first, sight.first + sight.rows - 1).map(rowId);
  const onTick = useRowTicks(selection, idsOf);
  const keptFocus = useKeptFocus(scroller, rows, rowId);
  useLayoutEffect(() => {
    if (scroll) scroller.current?.scrollTo({ top: scroll.top() });
  }, [scroll, scroller]);
  return (
    <div
      ref={attach}
      {...keptFocus}
      onScroll={scroll && ((event) => scroll.keep(event.currentTarget.scrollTop))}
      role="group"
      aria-label={`${label}, scrollable`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: rows may hold nothing to focus, and keys must still scroll them
      tabIndex={0}
      // A control that gets the focus scrolls out from below the columns that stay.
      className="-outline-offset-2 overflow-auto rounded-[inherit] [contain:content] max-xl:scroll-px-20"
      style={{ maxHeight: props.maxHeight ?? 'max(320px, calc(100dvh - 240px))' }}
    >
      <div
        role="table"
        aria-label={label}
        aria-busy={busy || undefined}
        aria-rowcount={rows.length + 1}
        className="relative"
        style={{ minWidth: props.minWidth ?? 640 }}
      >
        <div role="rowgroup" className="sticky top-0 z-10 rounded-t-[inherit] bg-surface">
          <div
            role="row"
            aria-rowindex={1}
            className="grid items-center border-line border-b bg-inherit"
            style={{ gridTemplateColumns: tracks, height: HEADER_HEIGHT }}
          >
            {selection && (
              <HeaderTick selection={selection} idsOf={selection.bySight ? sightedIdsOf : idsOf} />
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height }}>
          {drawn.map((index) => {
            const row = rowAt(rows, index);
            const id = rowId(row);
            return (
              <TableRow
                key={id}
                row={row}
                id={id}
                index={index}
                top={index * rowHeight}
                height={rowHeight}
                last={index === rows.length - 1}
                columns={columns}
                tracks={tracks}
                tick={selection && `Select ${selection.rowName(row)}`}
                chosen={selection?.selected.has(id) ?? false}
                onTick={onTick}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const HEADER_HEIGHT = 34;

/** Longer than most people pause between two keys. */
const TYPING_MS = 400;

/** Ticks one row, or with Shift all since the one ticked last. The function stays the same, so that rows need not be drawn again. */
function useRowTicks<Row>(selection: TableSelection<Row> | undefined, idsOf: () => readonly string[]) {
  const lastTicked = useRef<string>(undefined);
  return useStable((id: string, ranged: boolean) => {
    selection?.onChange(
      toggleRange(selection.selected, idsOf(), ranged ? lastTicked.current : undefined, id),
    );
    lastTicked.current = id;
  });
}

function HeaderCell<Row>({ column }: { column: TableColumn<Row> }) {
  const { sort } = column;
  return (
    <div
      role="columnheader"
      aria-sort={sort?.direction}
      className={clsx(
        'px-3 font-strong text-ink-3 text-xs',
        !sort && column.sticky !== 'end' && 'truncate',
        column.align === 'end' && 'text-right',
        column.sticky === 'start' && 'sticky left-0 z-1 bg-surface',
        column.sticky === 'end' && 'last-column',
      )}
    >
      {sort ? (
        <SortHeader {...sort} end={column.align === 'end'}>
          {column.header}
        </SortHeader>
      ) : (
        column.header
      )}
    </div>
  );
}

function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`the table has no row ${index}`);
  return row;
}
