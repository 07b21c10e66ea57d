// biome-ignore-all lint/a11y/useSemanticElements: table elements that are laid out as grids lose their roles in browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: headers and rows are not controls; the controls stand inside them
import { Tick } from '../fields/checkbox.tsx';
import { selectionState, toggleAll } from './row-selection.ts';
import type { TableSelection } from './table-column.ts';

/** The header's box: all of its rows are ticked, some, none. A press on all takes every tick away, out of sight too. */
export function HeaderTick<Row>({
  selection: { selected, onChange, bySight },
  idsOf,
}: {
  selection: TableSelection<Row>;
  /** The ids of the rows it is for, in order. */
  idsOf: () => readonly string[];
}) {
  const state = selected.size === 0 ? 'none' : selectionState(selected, idsOf());
  const isSome = state === 'some' || (bySight === true && state === 'none' && selected.size > 0);
  return (
    <div role="columnheader" className="grid place-items-center">
      <Tick
        label={bySight ? 'Select the rows in view' : 'Select all'}
        checked={state === 'all'}
        mixed={isSome}
        onChange={() => onChange(bySight && state === 'all' ? new Set() : toggleAll(selected, idsOf()))}
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
