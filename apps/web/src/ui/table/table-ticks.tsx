// biome-ignore-all lint/a11y/useSemanticElements: table elements that are laid out as grids lose their roles in browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: headers and rows are not controls; the controls stand inside them
import { Tick } from '../fields/checkbox.tsx';
import { selectionState, toggleAll } from './row-selection.ts';
import type { TableSelection } from './table-column.ts';

/** The header's box: all in view, some, none. */
export function HeaderTick<Row>({
  selection,
  idsOf,
}: {
  selection: TableSelection<Row>;
  /** All row ids in order. */
  idsOf: () => readonly string[];
}) {
  const state = selection.selected.size === 0 ? 'none' : selectionState(selection.selected, idsOf());
  return (
    <div role="columnheader" className="grid place-items-center">
      <Tick
        label="Select all"
        checked={state === 'all'}
        mixed={state === 'some'}
        onChange={() => selection.onChange(toggleAll(selection.selected, idsOf()))}
      />
    </div>
  );
}

interface RowTickProps {
  id: string;
  label: string;
  chosen: boolean;
  /** `ranged`: with Shift, everything since the last one. */
  onTick: (id: string, ranged: boolean) => void;
}

export function RowTick({ id, label, chosen, onTick }: RowTickProps) {
  return (
    <div role="cell" className="grid place-items-center">
      <Tick
        label={label}
        checked={chosen}
        onChange={({ nativeEvent }) => onTick(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </div>
  );
}
