/** The scope of a tenant in words, counted where its groups were read. */
import type { Scope } from '@console/console-contract';
import { useMemo } from 'react';
import type { ScopeLabels } from '../../../ui/scope-picker/scope-labels.ts';
import { resolveScope } from '../../../ui/scope-picker/scope-rules.ts';
import { inScopeWords } from '../../../ui/scope-picker/scope-standing.ts';
import { forestOf, type ScopeUnit } from '../../../ui/scope-picker/unit-forest.ts';
import { rulesOf } from '../scope-choice.ts';
import type { AzureForm } from './azure-form.ts';
import { scopeText } from './azure-words.ts';
import { useManagementGroups } from './connection/use-connection-test.ts';
import { unitsOf, wholeTenant } from './scope-choice.ts';

type TestedForm = Pick<AzureForm, 'address' | 'wizard' | 'testing'>;

/** The groups as they were read last; `read` reads them where they were not. */
export function useTenantGroups({ address, wizard, testing }: TestedForm, { read }: { read: boolean }) {
  const query = useManagementGroups(address.workspace, wizard, { ...testing, read });
  const names = query.data?.groups;
  const units = useMemo(() => (names?.length ? unitsOf(names) : undefined), [names]);
  return { query, units };
}

export const groupLabels: ScopeLabels = {
  unit: 'group',
  units: 'groups',
  members: 'groups',
  whole: { id: wholeTenant, words: 'the whole tenant' },
};

/** “3 of 12 groups”; where no groups are known, what was chosen. */
export function useInScopeText(scope: Scope, units: readonly ScopeUnit[] | undefined): string {
  return useMemo(() => {
    if (units === undefined) return scopeText(scope);
    const forest = forestOf(units);
    return inScopeWords(forest, resolveScope(forest, rulesOf(scope, wholeTenant)), groupLabels);
  }, [scope, units]);
}
