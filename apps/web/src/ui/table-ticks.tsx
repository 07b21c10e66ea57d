// biome-ignore-all lint/a11y/useSemanticElements: table elements that are laid out as grids lose their roles in browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: headers and rows are not controls; the controls stand inside them
import type { RefObject } from 'react';
import { Tick } from './checkbox.tsx';
import { selectionState, toggleAll, toggleRange } from './row-selection.ts';
import type { TableSelection } from './table-column.ts';

/** The header's box: all in view, some, none. */
export function HeaderTick<Row>({
  selection,
  ids,
}: {
  selection: TableSelection<Row>;
  ids: readonly string[];
}) {
  const state = selectionState(selection.selected, ids);
  return (
    <div role="columnheader" className="grid place-items-center">
      <Tick
        label="Select all"
        checked={state === 'all'}
        mixed={state === 'some'}
        onChange={() => selection.onChange(toggleAll(selection.selected, ids))}
      />
    </div>
  );
}

interface RowTickProps<Row> {
  selection: TableSelection<Row>;
  ids: readonly string[];
  row: Row;
  id: string;
  /** Where a shift-click begins: the row ticked last. */
  lastTickedRef: RefObject<string | undefined>;
}

/** A row's box; with Shift it ticks everything since the last one. */
export function RowTick<Row>({ selection, ids, row, id, lastTickedRef }: RowTickProps<Row>) {
  return (
    <div role="cell" className="grid place-items-center">
      <Tick
        label={`Select ${selection.rowName(row)}`}
        checked={selection.selected.has(id)}
        onChange={(event) => {
          const ranged = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
          selection.onChange(
            toggleRange(selection.selected, ids, ranged ? lastTickedRef.current : undefined, id),
          );
          lastTickedRef.current = id;
        }}
      />
    </div>
  );
}
