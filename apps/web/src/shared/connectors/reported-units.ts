/** The units and accounts of an AWS scope as far as the console has seen them in a tree. */
import type { ScopeReading } from '@console/console-contract';
import type { NamedUnit } from './unit-names.tsx';

export function reportedUnits(ids: readonly string[], reported: ScopeReading['units']): NamedUnit[] {
  const known = new Map(reported.map((unit) => [unit.id, unit]));
  return ids.map((id) => {
    const unit = known.get(id);
    const kind = isAccountId(id) ? 'Account' : undefined;
    return unit ? { id, kind, name: unit.name, above: pathAbove(unit.path) } : { id, kind };
  });
}

/** 50,000 ids are asked at once, so this is no schema. */
const ACCOUNT = /^[0-9]{12}$/;

/** An account beside units: 12 digits. */
export function isAccountId(id: string): boolean {
  return ACCOUNT.test(id);
}

/** `/Root/Workloads`, in one piece: a name may hold a slash, and without the tree it cannot be told from one between names. */
function pathAbove(path: string): string[] {
  return path === '' ? [] : [path.replace(/^\//, '')];
}
