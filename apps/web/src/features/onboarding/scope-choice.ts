/**
 * Between the picker's rules and the scope that the gateway takes. The gateway reads an empty list of included units as
 * everything; so the picker shows a unit above all others, `whole`, that is included as long as nothing else is.
 */
import type { Scope } from '@console/console-contract';
import type { ScopeRule, ScopeRules } from '../scope-picker/rules/scope-rules.ts';

export function isEverything({ included, excluded }: Scope): boolean {
  return included.length === 0 && excluded.length === 0;
}

export function rulesOf({ included, excluded }: Scope, whole: string): ScopeRules {
  const rules = new Map<string, ScopeRule>();
  if (included.length === 0) rules.set(whole, 'include');
  for (const unit of included) rules.set(unit, 'include');
  for (const unit of excluded) rules.set(unit, 'exclude');
  return rules;
}

/**
 * The scope after a change in the picker. Including a unit narrows the whole to what is included; including the whole
 * widens it again. Taking the whole out without including a unit changes nothing: an empty choice is everything.
 */
export function scopeAfter(before: Scope, rules: ScopeRules, whole: string): Scope {
  const named = (wanted: ScopeRule) =>
    [...rules].filter(([unit, rule]) => rule === wanted && unit !== whole).map(([unit]) => unit);
  const widened = before.included.length > 0 && rules.get(whole) === 'include';
  return { included: widened ? [] : named('include'), excluded: named('exclude') };
}
