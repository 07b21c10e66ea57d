/** Where the units to choose from come from, whatever the cloud. */
import type { Scope } from '@console/console-contract';
import { useMemo } from 'react';
import { resolveScope, type ScopeRules } from '../../scope-picker/rules/scope-rules.ts';
import { inScopeWords } from '../../scope-picker/rules/scope-standing.ts';
import type { ScopeLabels } from '../../scope-picker/scope-labels.ts';
import { forestOf, type ScopeUnit } from '../../scope-picker/tree/unit-forest.ts';

/** The units as a tree. It keeps its identity as long as the answer does. */
export type ScopeTree = {
  units: readonly ScopeUnit[];
  labels: ScopeLabels;
  /** With what was chosen beside the units. */
  unitsFor: (scope: Scope) => readonly ScopeUnit[];
  rulesOf: (scope: Scope) => ScopeRules;
  scopeAfter: (before: Scope, rules: ScopeRules) => Scope;
};

export type ScopeSource = {
  isReading: boolean;
  /** Whether there is an answer, however empty. */
  isAnswered: boolean;
  isIncomplete: boolean;
  error: Error | null;
  retry: () => void;
  tree: ScopeTree | undefined;
};

/** “9 of 62 units and 1 account”; without a tree, what was chosen. */
export function useInScopeText(scope: Scope, tree: ScopeTree | undefined, textOf: (scope: Scope) => string) {
  return useMemo(() => {
    if (tree === undefined) return textOf(scope);
    const forest = forestOf(tree.units);
    return inScopeWords(forest, resolveScope(forest, tree.rulesOf(scope)), tree.labels);
  }, [scope, tree, textOf]);
}
