/** The scope of an organization in words: how much is in it, and what the chosen ids are called, as far as its tree was read. */
import { AwsUnitId, type Scope } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isAccountId } from '../../../shared/told-units.ts';
import type { NamedUnit } from '../../../shared/unit-names.tsx';
import type { ScopeLabels } from '../../../ui/scope-picker/scope-labels.ts';
import { resolveScope } from '../../../ui/scope-picker/scope-rules.ts';
import { inScopeWords } from '../../../ui/scope-picker/scope-standing.ts';
import { forestOf, namesAbove, unitAt } from '../../../ui/scope-picker/unit-forest.ts';
import { scopeText } from './aws-words.ts';
import { type TestedForm, unitsAsked } from './connection/use-organization-test.ts';
import { type Organization, organizationOf, organizationRulesOf } from './organization-units.ts';

/** The organization as it was read last; `read` reads it where it was not. */
export function useOrganization(form: TestedForm, { read }: { read: boolean }) {
  const query = useQuery({ ...unitsAsked(form), enabled: read });
  const rows = query.data?.units;
  const rootId = form.wizard.values.rootId.trim();
  const organization = rows?.length ? organizationOf(rows, rootId) : undefined;
  return { query, organization };
}

export function labelsOf({ whole }: Pick<Organization, 'whole'>): ScopeLabels {
  return { ...LABELS, whole: { id: whole, words: 'the whole organization' } };
}

const LABELS = {
  unit: 'unit',
  units: 'units',
  members: 'units',
  beside: { is: isAccountId, one: 'account', many: 'accounts' },
  ids: {
    are: (id: string) => AwsUnitId.safeParse(id).success,
    rule: 'units have ids that begin with ou-, accounts have 12 digits',
  },
};

/** “9 of 62 units and 1 account”; without a tree, what was chosen. */
export function useInScopeText(scope: Scope, organization: Organization | undefined): string {
  return useMemo(() => {
    if (organization === undefined) return scopeText(scope);
    const forest = forestOf(organization.units);
    const resolved = resolveScope(forest, organizationRulesOf(scope, organization));
    return inScopeWords(forest, resolved, labelsOf(organization));
  }, [scope, organization]);
}

/** What the chosen ids are called, and where they lie. */
export function namedIn(organization: Organization | undefined, ids: readonly string[]): NamedUnit[] {
  return ids.map((id) => {
    const kind = isAccountId(id) ? 'Account' : undefined;
    const forest = organization && forestOf(organization.units);
    const index = forest?.indexOf.get(id);
    if (forest === undefined || index === undefined) {
      return { id, kind, isMissing: forest !== undefined && kind === undefined };
    }
    return { id, kind, name: unitAt(forest, index).name, above: namesAbove(forest, index) };
  });
}
