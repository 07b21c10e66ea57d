/** The units and accounts of an AWS scope as far as the console has seen them in a tree. */
import type { ScopeReading } from '@console/console-contract';
import type { NamedUnit } from './unit-names.tsx';

export function reportedUnits(ids: readonly string[], reported: ScopeReading['units']): NamedUnit[] {
  const known = new Map(reported.map((unit) => [unit.id, unit]));
  const byShort = new Map(reported.map((unit) => [shortUnitId(unit.id), unit]));
  return ids.map((id) => {
    const unit = known.get(id) ?? byShort.get(id);
    const kind = isAccountId(id) ? 'Account' : undefined;
    return unit ? { id, kind, name: unit.name, above: pathAbove(unit.path) } : { id, kind };
  });
}

/** `ou-12hpzogk` for `ou-zar5-12hpzogk`: the vendor's document leaves the root out of some. Undefined for what is no unit's whole id. */
export function shortUnitId(id: string): string | undefined {
  const [, own] = WHOLE_UNIT.exec(id) ?? [];
  return own === undefined ? undefined : `ou-${own}`;
}

const WHOLE_UNIT = /^ou-[0-9a-z]{4,32}-([0-9a-z]{8,32})$/;

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
