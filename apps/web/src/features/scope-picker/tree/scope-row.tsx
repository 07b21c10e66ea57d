// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no elements of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, cells do not
import { type MouseEvent, memo } from 'react';
import { numberText } from '../../../ui/time/number-text.ts';
import { BranchMenu } from '../branch-menu.tsx';
import { ChoiceControl, ruleWords } from '../choice-control.tsx';
import { branchCount, branchState } from '../rules/scope-rules.ts';
import { countedNoun, countSentence } from '../scope-labels.ts';
import type { ScopePickerState } from '../use-scope-picker.ts';
import { hasChildren, type ScopeUnit, unitAt } from './unit-forest.ts';

interface ScopeRowProps {
  picker: ScopePickerState;
  /** The unit's index in the forest. */
  index: number;
  /** Its place among the visible rows. */
  row: number;
  top: number;
  /** The pointer is on this row. */
  pointed: boolean;
}

/**
 * One unit: its place in the tree, what holds for it, how much of it is in scope, and the three choices.
 * Remembered, so that scrolling draws only the rows that come into sight.
 */
export const ScopeRow = memo(function ScopeRow({ picker, index, row, top, pointed }: ScopeRowProps) {
  const { forest, scope, searching } = picker;
  const unit = unitAt(forest, index);
  const parent = hasChildren(forest, index);
  const open = searching
    ? picker.rows[row + 1] !== undefined && forest.parents[picker.rows[row + 1] ?? -1] === index
    : picker.open.has(unit.id);
  const turns = parent && !searching;
  const state = branchState(forest, scope, index);
  const offered = pointed || row === picker.activeRow;
  const words = ruleWords(picker, index);
  const count = branchCount(forest, scope, index);
  // What weighs nothing has nothing to count, such as an account beside units.
  const counted = count.total > 0 && (forest.countsMembers || parent);
  const counts = counted ? countSentence(count, countedNoun(picker.labels, forest.countsMembers)) : '';
  return (
    <div
      role="row"
      data-unit={index}
      aria-label={[unit.name, words.sentence, counts].filter(Boolean).join(', ')}
      aria-level={forest.levels[index]}
      aria-posinset={forest.positions[index]}
      aria-setsize={forest.siblings[index]}
      aria-rowindex={row + 1}
      aria-expanded={parent ? open : undefined}
      aria-selected={scope.included[index] === 1}
      tabIndex={row === picker.activeRow ? 0 : -1}
      onFocus={() => picker.activate(index)}
      className="group/row absolute inset-x-0 flex h-[34px] items-center gap-2 border-line border-b pr-3 -outline-offset-2 [contain:size_layout_style] hover:bg-ground"
      style={{
        top,
        paddingLeft: indent(forest.levels[index] ?? 1, forest.flat),
      }}
    >
      <div role="gridcell" className="flex min-w-0 flex-1 items-center gap-2">
        {!forest.flat && (
          <span
            aria-hidden="true"
            data-open={parent ? open : undefined}
            data-turns={turns}
            className="opener"
            onMouseDown={keepRowFocused}
            onClick={turns ? () => picker.toggleOpen(index) : undefined}
          />
        )}
        {/* For the pointer alone: keyboard and screen reader use the row itself. */}
        <span
          aria-hidden="true"
          data-state={state}
          className="tick cursor-pointer"
          onMouseDown={keepRowFocused}
          onClick={() => picker.toggleBranch(index)}
        />
        <UnitName unit={unit} />
      </div>
      <div role="gridcell" className="shrink-0 text-ink-3 text-sm tabular-nums">
        {counted &&
          (state === 'all'
            ? numberText(count.total)
            : `${numberText(count.included)} / ${numberText(count.total)}`)}
      </div>
      {!forest.flat && (
        <div role="gridcell" className="flex w-7 shrink-0 justify-center">
          {offered && parent && unit.members !== 0 && <BranchMenu picker={picker} index={index} />}
        </div>
      )}
      <div
        role="gridcell"
        className="flex w-42 @max-lg:w-26 shrink-0 justify-end"
        onMouseDown={keepRowFocused}
      >
        <ChoiceControl
          words={words}
          name={unit.name}
          flat={forest.flat}
          offered={offered}
          onChoose={(choice) => picker.choose(index, choice)}
        />
      </div>
    </div>
  );
});

/** Name and id in one line that is cut at its end. The id stays as an empty element where it says nothing new. */
function UnitName({ unit }: { unit: ScopeUnit }) {
  const id = unit.id === unit.name ? '' : unit.id;
  return (
    <div className="min-w-0 flex-1 truncate" title={id === '' ? unit.name : `${unit.name} (${id})`}>
      <span data-searched="" className="font-medium">
        {unit.name}
      </span>
      <span data-searched="" className="ml-2 @max-lg:hidden font-mono text-ink-3 text-xs">
        {id}
      </span>
    </div>
  );
}

/** A press on a part of the row focuses the row, never the part. */
function keepRowFocused(event: MouseEvent<HTMLElement>) {
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true });
}

/** Beyond twelve levels the tree stops moving right; `aria-level` and the arrow keys still tell the depth. */
function indent(level: number, flat: boolean): number {
  return flat ? 16 : 8 + Math.min(level - 1, 12) * 22;
}
