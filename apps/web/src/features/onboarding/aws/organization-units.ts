/** The flat rows of the gateway as the tree that the picker shows, with the accounts that were chosen by their id. */
import { hasVisibleCharacter, type OrganizationalUnits, type Scope } from '@console/console-contract';
import { isAccountId, unitsByShortId } from '../../../shared/connectors/reported-units.ts';
import type { ScopeRules } from '../../scope-picker/rules/scope-rules.ts';
import type { ScopeUnit } from '../../scope-picker/tree/unit-forest.ts';
import { rulesOf, scopeAfter } from '../scope-choice.ts';

type Row = OrganizationalUnits['units'][number];

/** Ids and names of the picker's own groups. No unit's id has capitals. */
const unplaced = 'Unplaced';
const accounts = 'Accounts';

export type Organization = {
  units: readonly ScopeUnit[];
  /** The unit that stands for everything: the root as the gateway lists it, or the one that was typed. */
  whole: string;
  /** Units whose parent is in none of the rows, or may be one of several. */
  unplacedIds: readonly string[];
};

function inWhole(ids: readonly string[], units: readonly ScopeUnit[]): string[] {
  const whole = unitsByShortId(units);
  return [...new Set(ids.map((id) => whole.get(id) ?? id))];
}

const organizations = new WeakMap<readonly Row[], Organization>();

/** The tree of an answer, made once for all who show it: fifty thousand units twice would be felt. An answer is of one root. */
export function organizationOf(rows: readonly Row[], typedRoot: string): Organization {
  const known = organizations.get(rows);
  if (known !== undefined) return known;
  const organization = asTree(rows, typedRoot);
  organizations.set(rows, organization);
  return organization;
}

/**
 * A unit lies in the one whose path and name together are its own path; the root's path is empty. A name may hold the slash that
 * stands between names: “CI/CD” beside “CI” with “CD” in it are one path. What lies in a path of two units has no place that is
 * known. It lies in the organization all the same, so that what holds for the whole is shown for it too.
 */
function asTree(rows: readonly Row[], typedRoot: string): Organization {
  // Null for a path that leads to more than one unit.
  const idAt = new Map<string, string | null>();
  for (const { id, name, path } of rows) {
    const place = `${path}/${name}`;
    const other = idAt.get(place);
    idAt.set(place, other === undefined || other === id ? id : null);
  }
  const unplacedIds: string[] = [];
  const units = rows.map(({ id, name: stored, path }): ScopeUnit => {
    const name = hasVisibleCharacter(stored) ? stored : id;
    if (path === '') return { id, name, members: 1 };
    const parentId = idAt.get(path) ?? undefined;
    if (parentId === undefined) unplacedIds.push(id);
    return { id, name, parentId: parentId ?? unplaced, members: 1 };
  });
  const root = rows.find(({ path }) => path === '');
  if (unplacedIds.length > 0) units.push({ id: unplaced, name: unplaced, parentId: root?.id, members: 0 });
  return { units, whole: root?.id ?? typedRoot, unplacedIds };
}

/** Accounts are no units of the tree; those that were chosen stand in a group of their own and are no part of the count. */
export function withAccounts(units: readonly ScopeUnit[], scope: Scope): readonly ScopeUnit[] {
  const chosen = [...scope.included, ...scope.excluded].filter(isAccountId);
  if (chosen.length === 0) return units;
  const known = new Set(units.map(({ id }) => id));
  const below = chosen
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: id, parentId: accounts, members: 0 }));
  return [...units, { id: accounts, name: accounts, members: 0 }, ...below];
}

/** The picker's groups are no units: a choice for one of them is a choice for each unit or account directly in it. */
export function organizationScopeAfter(before: Scope, rules: ScopeRules, organization: Organization): Scope {
  const whole = unitsByShortId(organization.units);
  const spread = new Map([...rules].map(([id, rule]) => [whole.get(id) ?? id, rule]));
  const spreadOver = (group: string, ids: readonly string[]) => {
    const rule = spread.get(group);
    spread.delete(group);
    if (rule === undefined) return;
    for (const id of ids) if (!spread.has(id)) spread.set(id, rule);
  };
  spreadOver(unplaced, organization.unplacedIds);
  spreadOver(accounts, [...before.included, ...before.excluded].filter(isAccountId));
  return scopeAfter(before, spread, organization.whole);
}

export function organizationRulesOf({ included, excluded }: Scope, organization: Organization): ScopeRules {
  const { units, whole } = organization;
  return rulesOf({ included: inWhole(included, units), excluded: inWhole(excluded, units) }, whole);
}

/** Included units that lie below an excluded one: the gateway leaves them out, whatever the tree shows. */
export function overruledUnits({ units }: Organization, { included, excluded }: Scope): ScopeUnit[] {
  if (included.length === 0 || excluded.length === 0) return [];
  const without = new Set(inWhole(excluded, units));
  const unitAt = new Map(units.map((unit) => [unit.id, unit]));
  return inWhole(included, units).flatMap((id) => {
    const unit = unitAt.get(id);
    const seen = new Set([id]);
    for (
      let above = unit?.parentId;
      above !== undefined && !seen.has(above);
      above = unitAt.get(above)?.parentId
    ) {
      if (without.has(above)) return unit ? [unit] : [];
      seen.add(above);
    }
    return [];
  });
}
