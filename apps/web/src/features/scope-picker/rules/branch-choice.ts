/** Choices for a whole branch at once. Pure. */
import type { UnitForest } from '../tree/unit-forest.ts';
import { chooseForBranch, chooseForUnits, type ScopeRules } from './scope-rules.ts';

/** Everything in it · the unit without the units below it · the units below it without itself · no rule in it any more. */
export type BranchChoice = 'all' | 'only-unit' | 'children' | 'clear';

/** The rules after it. Whatever was chosen inside the branch is gone. */
export function chooseInBranch(
  forest: UnitForest,
  rules: ScopeRules,
  index: number,
  choice: BranchChoice,
): ScopeRules {
  const cleared = chooseForBranch(forest, rules, index, 'inherit');
  const own = idsAt(forest, [index]);
  const children = idsAt(forest, childrenOf(forest, index));
  switch (choice) {
    case 'clear':
      return cleared;
    case 'all':
      return chooseForUnits(cleared, own, 'include');
    case 'only-unit':
      return chooseForUnits(chooseForUnits(cleared, own, 'include'), children, 'exclude');
    case 'children':
      return chooseForUnits(cleared, children, 'include');
  }
}

/** Directly below: each child's branch is stepped over. */
function childrenOf({ sizes }: UnitForest, index: number): number[] {
  const end = index + (sizes[index] ?? 1);
  const children: number[] = [];
  for (let at = index + 1; at < end; at += sizes[at] ?? 1) children.push(at);
  return children;
}

function idsAt({ units }: UnitForest, indexes: readonly number[]): string[] {
  return indexes.flatMap((at) => units[at]?.id ?? []);
}
