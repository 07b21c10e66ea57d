import { numberText } from '../../../ui/time/number-text.ts';
import { countedNoun, countSentence, type ScopeLabels } from '../scope-labels.ts';
import type { UnitForest } from '../tree/unit-forest.ts';
import { type ResolvedScope, type ScopeRules, scopeCount } from './scope-rules.ts';

/**
 * How much is in scope, in the same words wherever it is told: "the whole organization (62 units)", "9 of 62 units, 1 account and
 * 2 not in the tree that was read". What the tree does not have is told apart, because the console does not know what it holds.
 */
export function inScopeWords(forest: UnitForest, scope: ResolvedScope, labels: ScopeLabels): string {
  const count = scopeCount(scope);
  const noun = countedNoun(labels, forest.countsMembers);
  if (isWhole(scope.rules, labels)) return `${labels.whole?.words} (${numberText(count.total)} ${noun})`;
  const { beside, missing } = chosenOutside(forest, scope.rules, labels);
  const parts = [countSentence(count, noun)];
  if (beside > 0)
    parts.push(`${numberText(beside)} ${beside === 1 ? labels.beside?.one : labels.beside?.many}`);
  if (missing > 0) parts.push(`${numberText(missing)} not in the tree that was read`);
  const last = parts.pop();
  return parts.length === 0 ? `${last}` : `${parts.join(', ')} and ${last}`;
}

/** Nothing is chosen but the whole. */
function isWhole(rules: ScopeRules, { whole }: ScopeLabels): boolean {
  return whole !== undefined && rules.size === 1 && rules.get(whole.id) === 'include';
}

/** Included, but no unit of the tree: a walk over the rules alone. */
function chosenOutside(forest: UnitForest, rules: ScopeRules, labels: ScopeLabels) {
  const outside = { beside: 0, missing: 0 };
  for (const [id, rule] of rules) {
    if (rule !== 'include') continue;
    if (labels.beside?.is(id)) outside.beside += 1;
    else if (!forest.indexOf.has(id)) outside.missing += 1;
  }
  return outside;
}
