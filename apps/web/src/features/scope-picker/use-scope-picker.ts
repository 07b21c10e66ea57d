import { useMemo, useState } from 'react';
import { useAfterDrawing } from '../../ui/timing/use-after-drawing.ts';
import { type BranchChoice, chooseInBranch } from './rules/branch-choice.ts';
import {
  chooseForUnits,
  decidingUnit,
  isBelowExcluded,
  resolveScope,
  type ScopeChoice,
  type ScopeRules,
  toggleBranch,
} from './rules/scope-rules.ts';
import { inScopeWords } from './rules/scope-standing.ts';
import { type ScopeLabels, unitsText } from './scope-labels.ts';
import { createSearch } from './tree/scope-search.ts';
import { ancestorsOf, forestOf, type ScopeUnit, unitAt } from './tree/unit-forest.ts';
import { type OpenUnits, openRoots, openSiblings, toggleOpen, visibleUnits } from './tree/visible-units.ts';

export interface ScopePickerProps {
  units: readonly ScopeUnit[];
  rules: ScopeRules;
  onRulesChange: (rules: ScopeRules) => void;
  labels: ScopeLabels;
  /** The accessible name of the tree. */
  name?: string | undefined;
  /** The id of an element beside the heading for the switch between tree and text. */
  toolsId?: string | undefined;
  /** The scope as text with changes that are not applied; null while the text follows what is chosen. */
  text: string | null;
  onText: (text: string | null) => void;
}

export type ScopePickerState = ReturnType<typeof useScopePicker>;

/** Everything the picker knows between two key presses: what is open, searched for and focused, worked out over the units. */
export function useScopePicker({ units, rules, onRulesChange, labels }: ScopePickerProps) {
  const view = useScopeView(units, rules);
  const inScope = useInScope(view, labels);
  const { forest, scope, open, setQuery, setOpened, setActiveId } = view;
  const [changed, setChanged] = useState('');
  const [note, setNote] = useState('');
  const change = (next: ScopeRules, about: string, surprise?: string) => {
    onRulesChange(next);
    setChanged(about);
    setNote(surprise ?? (widens(next, labels) ? EVERYTHING : ''));
  };
  /** Why nothing can come of including the unit. */
  const excludedAbove = (index: number) => {
    if (!isBelowExcluded(forest, scope, index)) return undefined;
    const { name } = unitAt(forest, decidingUnit(forest, scope.rules, forest.parents[index] ?? -1));
    return `“${name}” is excluded, and with it everything below`;
  };
  // The caller may make something else of a choice, so what is said counts what holds and not what was asked for.
  const said = changed === '' ? '' : [changed, note, `In scope: ${inScope}`].filter(Boolean).join('. ');
  return {
    ...view,
    said,
    inScope,
    /** What the last change came to, where that may surprise. */
    note,
    labels,
    activate: (index: number) => setActiveId(unitAt(forest, index).id),
    choose: (index: number, choice: ScopeChoice) => {
      const unit = unitAt(forest, index);
      const surprise = choice === 'include' ? excludedAbove(index) : undefined;
      change(chooseForUnits(rules, [unit.id], choice), `${unit.name}: ${choice}`, surprise);
    },
    chooseMany: (ids: readonly string[], choice: ScopeChoice) =>
      change(chooseForUnits(rules, ids, choice), `${unitsText(ids.length, labels)}: ${choice}`),
    /** Everything chosen anew. */
    replaceRules: (next: ScopeRules) => change(next, 'The text is applied'),
    toggleBranch: (index: number) => {
      const next = toggleBranch(forest, scope, index);
      const isIn = resolveScope(forest, next).included[index] === 1;
      const about = `${unitAt(forest, index).name}: ${isIn ? 'whole branch included' : 'whole branch out'}`;
      change(next, about, excludedAbove(index));
    },
    excludedAbove,
    chooseInBranch: (index: number, choice: BranchChoice, words: string) =>
      change(chooseInBranch(forest, rules, index, choice), `${unitAt(forest, index).name}: ${words}`),
    toggleOpen: (index: number) => setOpened(toggleOpen(open, unitAt(forest, index).id)),
    openSiblings: (index: number) => setOpened(openSiblings(forest, open, index)),
    /** Leaves the search, opens what lies above the unit, and makes it the focused row. */
    reveal: (id: string) => {
      const index = forest.indexOf.get(id);
      if (index === undefined) return;
      setQuery('');
      setOpened(new Set([...open, ...ancestorsOf(forest, index).map((above) => unitAt(forest, above).id)]));
      setActiveId(id);
    },
  };
}

const EVERYTHING = 'Nothing is included, so everything is read that is not excluded';

/** Where nothing is included the whole is, even when it was just excluded. */
function widens(rules: ScopeRules, { whole }: ScopeLabels): boolean {
  if (whole === undefined) return false;
  for (const rule of rules.values()) if (rule === 'include') return false;
  return true;
}

/** The words for what is in scope; not made anew by what is searched for or opened. */
function useInScope({ forest, scope }: ReturnType<typeof useScopeView>, labels: ScopeLabels) {
  return useMemo(() => inScopeWords(forest, scope, labels), [forest, scope, labels]);
}

/** What is open, searched for and focused, and which rows are seen for it. */
function useScopeView(units: readonly ScopeUnit[], rules: ScopeRules) {
  const forest = useMemo(() => forestOf(units), [units]);
  const search = useMemo(() => createSearch(forest), [forest]);
  useAfterDrawing(search.prepare);
  const scope = useMemo(() => resolveScope(forest, rules), [forest, rules]);
  const [opened, setOpened] = useState<OpenUnits>();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string>();

  const open = useMemo(() => opened ?? openRoots(forest), [opened, forest]);
  const searching = query.trim() !== '';
  const found = useMemo(() => (searching ? search.find(query) : undefined), [searching, search, query]);
  const rows = useMemo(() => found?.rows ?? visibleUnits(forest, open), [found, forest, open]);
  const activeRow = rowNearest(rows, forest.indexOf.get(activeId ?? '') ?? 0);
  const matches = found?.matches ?? NONE;
  return {
    forest,
    scope,
    rows,
    open,
    query,
    searching,
    matches,
    activeRow,
    setQuery,
    setOpened,
    setActiveId,
  };
}

const NONE = new Int32Array();

/** The row of the unit, or of the nearest visible one before it. Rows ascend, so halving finds it. */
function rowNearest(rows: Int32Array, index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
