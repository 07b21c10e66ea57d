/** The units and accounts of an AWS scope as far as the console has seen them in a tree. */
import type { ScopeReading } from '@console/console-contract';
import type { NamedUnit } from './unit-names.tsx';

export function reportedUnits(ids: readonly string[], reported: ScopeReading['units']): NamedUnit[] {
  const known = new Map(reported.map((unit) => [unit.id, unit]));
  return ids.map((id) => {
    const unit = known.get(id) ?? known.get(unitsByShortId(reported).get(id) ?? id);
    const kind = isAccountId(id) ? 'Account' : undefined;
    return unit ? { id, kind, name: unit.name, above: pathAbove(unit.path) } : { id, kind };
  });
}

/**
 * Units by the short form of their ids that the vendor's document has, `ou-12hpzogk` for `ou-zar5-12hpzogk`. One that fits two
 * units is none.
 */
export function unitsByShortId(units: readonly { id: string }[]): ReadonlyMap<string, string> {
  const known = shortIds.get(units);
  if (known !== undefined) return known;
  const ids = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id } of units) {
    const [, own] = WHOLE_UNIT.exec(id) ?? [];
    if (own === undefined) continue;
    const short = `ou-${own}`;
    if (ids.has(short)) twice.add(short);
    else ids.set(short, id);
  }
  for (const short of twice) ids.delete(short);
  shortIds.set(units, ids);
  return ids;
}

const shortIds = new WeakMap<readonly { id: string }[], ReadonlyMap<string, string>>();

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
