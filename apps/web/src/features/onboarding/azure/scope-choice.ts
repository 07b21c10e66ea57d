/** The gateway knows a tenant's groups by name and without a tree; the picker shows the tenant as a root above them. */
import type { ManagementGroups } from '@console/console-contract';
import type { ScopeUnit } from '../../scope-picker/tree/unit-forest.ts';

/** Id and name of the root. The no-break space keeps it apart from a group of that name. */
export const wholeTenant = 'Whole\u00a0tenant';

/**
 * Each group counts for one, and the root for nothing: it is no group of the tenant's. Groups of one name are one unit that counts for
 * all of them, because only the name is sent.
 */
export function unitsOf(groups: readonly string[], alike: ManagementGroups['alike'] = []): ScopeUnit[] {
  const counts = new Map(alike.map(({ name, count }) => [name, count]));
  const below = groups.map((name) => ({
    id: name,
    name,
    parentId: wholeTenant,
    members: counts.get(name) ?? 1,
  }));
  return [{ id: wholeTenant, name: wholeTenant }, ...below];
}
