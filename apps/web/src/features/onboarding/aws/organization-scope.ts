/** The scope of an organization in words: how much is in it, and what the chosen ids are called, as far as its tree was read. */
import { AwsUnitId } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isAccountId, reportedUnits, unitsByShortId } from '../../../shared/connectors/reported-units.ts';
import type { NamedUnit } from '../../../shared/connectors/unit-names.tsx';
import type { ScopeLabels } from '../../scope-picker/scope-labels.ts';
import { forestOf, namesAbove, unitAt } from '../../scope-picker/tree/unit-forest.ts';
import { onboardingQueries } from '../queries.ts';
import type { ScopeSource, ScopeTree } from '../scope/scope-source.ts';
import type { AwsForm } from './aws-form.ts';
import { unitsAsked } from './connection/use-organization-test.ts';
import {
  type Organization,
  organizationOf,
  organizationRulesOf,
  organizationScopeAfter,
  withAccounts,
} from './organization-units.ts';

/** The organization as it was read last; `read` reads it where it was not. */
export function useOrganization(form: AwsForm, { read }: { read: boolean }) {
  const query = useQuery({ ...unitsAsked(form), enabled: read });
  const rows = query.data?.units;
  const rootId = form.wizard.values.rootId.trim();
  const organization = rows?.length ? organizationOf(rows, rootId) : undefined;
  return { query, organization };
}

export function useOrganizationSource(form: AwsForm, asked: { read: boolean }): ScopeSource {
  const { query, organization } = useOrganization(form, asked);
  const isAnswered = query.data !== undefined;
  return {
    isReading: !isAnswered,
    isAnswered,
    isIncomplete: query.data?.incomplete ?? false,
    error: query.error,
    retry: () => void query.refetch(),
    tree: useMemo(() => organization && treeOf(organization), [organization]),
  };
}

function treeOf(organization: Organization): ScopeTree {
  return {
    units: organization.units,
    labels: labelsOf(organization),
    unitsFor: (scope) => withAccounts(organization.units, scope),
    rulesOf: (scope) => organizationRulesOf(scope, organization),
    scopeAfter: (before, rules) => organizationScopeAfter(before, rules, organization),
  };
}

function labelsOf({ whole, units }: Organization): ScopeLabels {
  const wholeIds = unitsByShortId(units);
  return {
    ...LABELS,
    whole: { id: whole, words: 'the whole organization' },
    otherSpelling: (id) => wholeIds.get(id),
  };
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

/** What the chosen ids are called, and where they lie. */
export function namedIn(tree: Pick<ScopeTree, 'units'> | undefined, ids: readonly string[]): NamedUnit[] {
  return ids.map((id) => {
    const kind = isAccountId(id) ? 'Account' : undefined;
    const forest = tree && forestOf(tree.units);
    const index = forest?.indexOf.get(unitsByShortId(tree?.units ?? []).get(id) ?? id);
    if (forest === undefined || index === undefined) {
      return { id, kind, isMissing: forest !== undefined && kind === undefined };
    }
    return { id, kind, name: unitAt(forest, index).name, above: namesAbove(forest, index) };
  });
}

/** From the tree where this visit has read it, else from what the console read of it earlier. */
export function useUnitNaming(form: AwsForm): (ids: readonly string[]) => NamedUnit[] {
  const { workspace, connector } = form.address;
  const { organization } = useOrganization(form, { read: false });
  const reported = useQuery({
    ...onboardingQueries.awsScope(workspace, connector ?? ''),
    enabled: connector !== undefined,
  });
  return (ids) =>
    organization === undefined ? reportedUnits(ids, reported.data?.units ?? []) : namedIn(organization, ids);
}
