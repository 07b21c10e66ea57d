/** The groups of a tenant as a tree to choose from, and what they are called. */
import type { ManagementGroups } from '@console/console-contract';
import { useMemo } from 'react';
import type { NamedUnit } from '../../../shared/connectors/unit-names.tsx';
import type { ScopeLabels } from '../../scope-picker/scope-labels.ts';
import type { ScopeSource, ScopeTree } from '../scope/scope-source.ts';
import { rulesOf, scopeAfter } from '../scope-choice.ts';
import type { AzureForm } from './azure-form.ts';
import { useManagementGroups } from './connection/use-connection-test.ts';
import { unitsOf, wholeTenant } from './scope-choice.ts';

/** The groups as they were read last; `read` reads them where they were not. */
export function useTenantSource(form: AzureForm, { read }: { read: boolean }): ScopeSource {
  const query = useManagementGroups(form.address.workspace, form.wizard, { ...form.testing, read });
  const { data } = query;
  return {
    isReading: data === undefined && query.isFetching,
    isAnswered: data !== undefined,
    isIncomplete: data?.incomplete ?? false,
    error: query.error,
    retry: () => void query.refetch(),
    tree: useMemo(() => (data?.groups.length ? treeOf(data) : undefined), [data]),
  };
}

function treeOf({ groups, alike }: ManagementGroups): ScopeTree {
  const units = unitsOf(groups, alike);
  return {
    units,
    labels: LABELS,
    unitsFor: () => units,
    rulesOf: (scope) => rulesOf(scope, wholeTenant),
    scopeAfter: (before, rules) => scopeAfter(before, rules, wholeTenant),
  };
}

const LABELS: ScopeLabels = {
  unit: 'group',
  units: 'groups',
  members: 'groups',
  whole: { id: wholeTenant, words: 'the whole tenant' },
};

/** A tenant's groups are known by their names alone. */
export function groupsNamed(names: readonly string[]): NamedUnit[] {
  return names.map((name) => ({ id: name, name, above: [] }));
}
