import { useMemo, useState } from 'react';
import { countedNoun, countSentence, formatCount, type ScopeLabels } from './scope-labels.ts';
import {
  branchCount,
  chooseForUnits,
  resolveScope,
  type ScopeChoice,
  type ScopeRules,
  scopeCount,
  toggleBranch,
} from './scope-rules.ts';
import { createSearch } from './scope-search.ts';
import { ancestorsOf, buildUnitForest, type ScopeUnit, unitAt } from './unit-forest.ts';
import { type OpenUnits, openRoots, openSiblings, toggleOpen, visibleUnits } from './visible-units.ts';

export interface ScopePickerProps {
  units: readonly ScopeUnit[];
  rules: ScopeRules;
  onRulesChange: (rules: ScopeRules) => void;
  labels: ScopeLabels;
  /** The accessible name of the tree. */
  name?: string | undefined;
  /** The scope as text with changes that are not applied; null while the text follows what is chosen. */
  text: string | null;
  onText: (text: string | null) => void;
}

export type ScopePickerState = ReturnType<typeof useScopePicker>;

/** Everything the picker knows between two key presses: what is open, searched for and focused, worked out over the units. */
export function useScopePicker({ units, rules, onRulesChange, labels }: ScopePickerProps) {
  const view = useScopeView(units, rules);
  const { forest, scope, open, setQuery, setOpened, setActiveId } = view;
  const [changed, setChanged] = useState('');
  const change = (next: ScopeRules, about: string) => {
    onRulesChange(next);
    setChanged(about);
  };
  // The caller may make something else of a choice, so what is said counts what holds and not what was asked for.
  const noun = countedNoun(labels, forest.countsMembers);
  const said = changed === '' ? '' : `${changed}. ${countSentence(scopeCount(scope), noun)} in scope`;
  return {
    ...view,
    said,
    labels,
    activate: (index: number) => setActiveId(unitAt(forest, index).id),
    choose: (index: number, choice: ScopeChoice) => {
      const unit = unitAt(forest, index);
      change(chooseForUnits(rules, [unit.id], choice), `${unit.name}: ${choice}`);
    },
    chooseMany: (ids: readonly string[], choice: ScopeChoice) =>
      change(chooseForUnits(rules, ids, choice), `${formatCount(ids.length)} ${labels.units}: ${choice}`),
    /** Everything chosen anew. */
    replaceRules: (next: ScopeRules) => change(next, `${formatCount(next.size)} choices taken from the text`),
    toggleBranch: (index: number) => {
      const next = toggleBranch(forest, scope, index);
      const count = branchCount(forest, resolveScope(forest, next), index);
      change(
        next,
        `${unitAt(forest, index).name}: ${count.included > 0 ? 'whole branch included' : 'whole branch out'}`,
      );
    },
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

/** What is open, searched for and focused, and which rows are seen for it. */
function useScopeView(units: readonly ScopeUnit[], rules: ScopeRules) {
  const forest = useMemo(() => buildUnitForest(units), [units]);
  const search = useMemo(() => createSearch(forest), [forest]);
  const scope = useMemo(() => resolveScope(forest, rules), [forest, rules]);
  const [opened, setOpened] = useState<OpenUnits>();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string>();

  const open = useMemo(() => opened ?? openRoots(forest), [opened, forest]);
  const searching = query.trim() !== '';
  const found = useMemo(() => (searching ? search(query) : undefined), [searching, search, query]);
  const rows = useMemo(() => found?.rows ?? visibleUnits(forest, open), [found, forest, open]);
  const activeRow = rowNearest(rows, forest.indexOf.get(activeId ?? '') ?? 0);
  const matches = found?.matches ?? [];
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

/** The row of the unit, or of the nearest visible one before it. Rows ascend, so halving finds it. */
function rowNearest(rows: readonly number[], index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
