// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no elements of its own
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useRowWindow } from '../../../ui/table/use-row-window.ts';
import type { ScopeChoice } from '../rules/scope-rules.ts';
import { type ScopeCommand, scopeCommand, type TreeView, typeAheadRow } from '../scope-keys.ts';
import type { ScopePickerState } from '../use-scope-picker.ts';
import { ScopeRow } from './scope-row.tsx';
import { unitAt } from './unit-forest.ts';
import { useFoundMarks } from './use-found-marks.ts';

export interface ScopeTreeHandle {
  /** Focuses the active row now. */
  focus: () => void;
  /** Scrolls to the first row: what a search finds begins there. */
  toTop: () => void;
}

interface ScopeTreeProps {
  picker: ScopePickerState;
  name: string;
  ref: Ref<ScopeTreeHandle>;
  /** Set to have the active row focused after the coming render, in which it, or the whole tree, may be new. */
  focusWantedRef: RefObject<boolean>;
  onSearch: () => void;
}

const ROW_HEIGHT = 34;
const PAGE = 10;

/** The tree grid: one tab stop that roves by unit, not by element, so that the focus outlives scrolling. */
export function ScopeTree({ picker, name, ref, focusWantedRef, onSearch }: ScopeTreeProps) {
  const { rows, activeRow } = picker;
  const { pointed, pointing } = usePointedUnit();
  const typed = useRef({ letters: '', at: 0 });
  const { attach, scroller, drawn, height, reveal } = useRowWindow({
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    spare: picker.searching ? 0 : 6,
    kept: activeRow,
  });
  const activeElement = () => scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
  const focusActive = () => activeElement()?.focus({ preventScroll: true });
  const goToActive = () => {
    reveal(activeRow);
    focusActive();
    // The page itself may be too short for the tree.
    activeElement()?.scrollIntoView({ block: 'nearest' });
  };
  useFocusWithUnit(scroller, focusActive);
  useFoundMarks(scroller, picker.query);
  // With the commit itself: an effect of the render before, still to come on a slow machine, would take the wish for its own row.
  useLayoutEffect(() => {
    if (!focusWantedRef.current) return;
    focusWantedRef.current = false;
    goToActive();
  });
  const goTo = (row: number) => {
    focusWantedRef.current = true;
    picker.activate(rows[row] ?? 0);
    // Staying on the same row renders nothing: the effect would not run.
    if (row === activeRow) goToActive();
  };
  useImperativeHandle(ref, () => ({
    focus: goToActive,
    toTop: () => reveal(0),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (isPressOfButton(event)) return;
    const view = treeView(picker);
    const index = rows[activeRow];
    const command = scopeCommand(event, view);
    if (!command || index === undefined) return;
    event.preventDefault();
    if (command.kind === 'move') goTo(command.row);
    else if (command.kind === 'search') onSearch();
    else if (command.kind === 'menu') activeElement()?.querySelector<HTMLElement>('[aria-haspopup]')?.click();
    else if (command.kind === 'type-ahead') typeAhead(view, command.letter);
    else changeUnit(picker, index, command);
  };
  const typeAhead = (view: TreeView, letter: string) => {
    const row = typeAheadRow(view, typedSoFar(typed.current, letter));
    if (row !== undefined) goTo(row);
  };

  if (rows.length === 0) return <NothingToShow picker={picker} />;
  return (
    <div
      ref={attach}
      className="max-h-[420px] overflow-auto [contain:strict]"
      style={{ height: heightOf(rows.length) }}
    >
      <div
        role="treegrid"
        aria-label={name}
        aria-multiselectable="true"
        aria-rowcount={rows.length}
        onKeyDown={onKeyDown}
        {...pointing}
        className="relative"
        style={{ height }}
      >
        {drawn.map((row) => {
          const index = rows[row];
          if (index === undefined) return null;
          return (
            <ScopeRow
              // By place, not by unit: what a search or an opened branch shows takes over the rows that are there.
              key={row}
              picker={picker}
              index={index}
              row={row}
              top={row * ROW_HEIGHT}
              pointed={pointed === index}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A button within a row is pressed by the same keys that choose for the row. */
function isPressOfButton({ target, key }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement;
}

/** A row that has the focus may be taken over by another unit; the focus then moves to where its own unit is now. */
function useFocusWithUnit(scroller: RefObject<HTMLElement | null>, focusActive: () => void) {
  useLayoutEffect(() => {
    const focused = scroller.current?.querySelector<HTMLElement>('[role="row"]:focus');
    if (focused?.tabIndex === -1) focusActive();
  });
}

/** Letters that follow each other within a breath make one word. */
function typedSoFar(typed: { letters: string; at: number }, letter: string): string {
  const fresh = Date.now() - typed.at > 700;
  typed.letters = (fresh ? '' : typed.letters) + letter;
  typed.at = Date.now();
  return typed.letters;
}

/** The unit under the pointer. Only its row and the focused one carry buttons: a tree scrolls lighter without hundreds. */
function usePointedUnit() {
  const [pointed, setPointed] = useState(-1);
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-unit]') : null;
    setPointed(Number(row?.dataset.unit ?? -1));
  };
  return { pointed, pointing: { onPointerOver, onPointerLeave: () => setPointed(-1) } };
}

function treeView({ forest, rows, activeRow, searching, open }: ScopePickerState): TreeView {
  const isOpen = (index: number) => open.has(unitAt(forest, index).id);
  return { forest, rows, row: activeRow, isOpen, searching, pageSize: PAGE };
}

type UnitCommand = Exclude<ScopeCommand, { kind: 'move' | 'search' | 'menu' | 'type-ahead' }>;

function changeUnit(picker: ScopePickerState, index: number, command: UnitCommand) {
  if (command.kind === 'toggle-open') picker.toggleOpen(index);
  else if (command.kind === 'open-siblings') picker.openSiblings(index);
  else if (command.kind === 'choose') picker.choose(index, command.choice);
  else if (command.kind === 'cycle') picker.choose(index, nextChoice(picker, index));
  else picker.toggleBranch(index);
}

function NothingToShow({ picker }: { picker: ScopePickerState }) {
  return (
    <p className="m-0 px-4 py-8 text-ink-2">
      {picker.searching
        ? `No ${picker.labels.unit} has “${picker.query.trim()}” in its name or id.`
        : `There are no ${picker.labels.units} to choose from.`}
    </p>
  );
}

/** Inherit, include, exclude, and round again. */
function nextChoice(picker: ScopePickerState, index: number): ScopeChoice {
  const rule = picker.scope.rules.get(unitAt(picker.forest, index).id);
  if (rule === undefined) return 'include';
  return rule === 'include' ? 'exclude' : 'inherit';
}

function heightOf(rows: number): number {
  return Math.min(420, Math.max(4, rows) * ROW_HEIGHT);
}
