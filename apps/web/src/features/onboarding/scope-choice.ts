/**
 * Between the picker's rules and the scope that the gateway takes. The gateway knows names without a tree, and an empty
 * list of included groups means the whole tenant; so the picker shows the tenant as a root above all groups.
 */
import type { AzureDraftValues } from '@console/console-contract';
import type { ScopeRule, ScopeRules } from '../../ui/scope-picker/scope-rules.ts';
import type { ScopeUnit } from '../../ui/scope-picker/unit-forest.ts';

type Scope = AzureDraftValues['scope'];

/** Id and name of the root. The no-break space keeps it apart from a group that somebody might call so. */
export const wholeTenant = 'Whole\u00a0tenant';

/** Each group counts for one, and the root for nothing: it is no group of the tenant's. */
export function unitsOf(groups: readonly string[]): ScopeUnit[] {
  const below = groups.map((name) => ({ id: name, name, parentId: wholeTenant, members: 1 }));
  return [{ id: wholeTenant, name: wholeTenant }, ...below];
}

export function rulesOf({ included, excluded }: Scope): ScopeRules {
  const rules = new Map<string, ScopeRule>();
  if (included.length === 0) rules.set(wholeTenant, 'include');
  for (const group of included) rules.set(group, 'include');
  for (const group of excluded) rules.set(group, 'exclude');
  return rules;
}

/**
 * The scope after a change in the picker. Including a group narrows the tenant to what is included; including the tenant
 * widens it again. Taking the tenant out without including a group changes nothing: an empty choice is the whole tenant.
 */
export function scopeAfter(before: Scope, rules: ScopeRules): Scope {
  const named = (wanted: ScopeRule) =>
    [...rules].filter(([group, rule]) => rule === wanted && group !== wholeTenant).map(([group]) => group);
  const widened = before.included.length > 0 && rules.get(wholeTenant) === 'include';
  return { included: widened ? [] : named('include'), excluded: named('exclude') };
}
