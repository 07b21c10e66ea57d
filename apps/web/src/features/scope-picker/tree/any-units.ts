import fc from 'fast-check';
import type { ScopeRule, ScopeRules } from '../rules/scope-rules.ts';
import type { ScopeUnit } from './unit-forest.ts';

/** For model tests: forests of up to thirty units, in any order, with orphans and some without members. */
export const anyUnits: fc.Arbitrary<ScopeUnit[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('Platform', 'Sandbox', 'Payments', 'Landing zone', 'platform dev'),
      members: fc.option(fc.nat(9), { nil: undefined }),
      parent: fc.nat(40),
    }),
    { maxLength: 30 },
  )
  .map((drawn) => drawn.map((unit, at) => toUnit(unit, at)))
  .chain((units) => fc.shuffledSubarray(units, { minLength: units.length }));

/** Rules over some of the units and over two that do not exist. */
export function anyRules(units: readonly ScopeUnit[]): fc.Arbitrary<ScopeRules> {
  const ids = [...units.map((unit) => unit.id), 'gone-1', 'gone-2'];
  const rule = fc.constantFrom<ScopeRule>('include', 'exclude');
  return fc
    .array(fc.tuple(fc.constantFrom(...ids), rule), { maxLength: 8 })
    .map((entries) => new Map(entries));
}

/** Parents are drawn among the earlier units, so that there is no circle; 39 and 40 make an orphan, other numbers a root. */
function toUnit(drawn: { name: string; members: number | undefined; parent: number }, at: number): ScopeUnit {
  const unit = { id: `u${at}`, name: drawn.name, members: drawn.members };
  if (drawn.parent < at) return { ...unit, parentId: `u${drawn.parent}` };
  return drawn.parent > 38 ? { ...unit, parentId: 'unheard-of' } : unit;
}
