import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRules, anyUnits } from '../tree/any-units.ts';
import { createSearch } from '../tree/scope-search.ts';
import { buildUnitForest, type ScopeUnit, unitAt } from '../tree/unit-forest.ts';
import { visibleUnits } from '../tree/visible-units.ts';
import {
  branchCount,
  branchState,
  chooseForBranch,
  chooseForUnits,
  decidingUnit,
  isBelowExcluded,
  missingUnits,
  resolveScope,
  type ScopeRule,
  type ScopeRules,
  scopeCount,
  toggleBranch,
} from './scope-rules.ts';

/** The plainest way to say what the picker must know: look it up by walking parents, every time. */
function plainly(units: readonly ScopeUnit[], rules: ScopeRules) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const parentOf = (unit: ScopeUnit) => (unit.parentId === undefined ? undefined : byId.get(unit.parentId));
  const lineOf = (unit: ScopeUnit): ScopeUnit[] => {
    const parent = parentOf(unit);
    return parent ? [unit, ...lineOf(parent)] : [unit];
  };
  const branchOf = (unit: ScopeUnit) => units.filter((other) => lineOf(other).includes(unit));
  const ruled = (unit: ScopeUnit, rule: ScopeRule) => lineOf(unit).find(({ id }) => rules.get(id) === rule);
  const decider = (unit: ScopeUnit) => ruled(unit, 'exclude') ?? ruled(unit, 'include');
  const isIncluded = (unit: ScopeUnit) => rules.get(decider(unit)?.id ?? '') === 'include';
  const counted = units.some((unit) => unit.members !== undefined);
  const weigh = (some: readonly ScopeUnit[]) =>
    some.reduce((sum, unit) => sum + (counted ? (unit.members ?? 0) : 1), 0);
  return { lineOf, branchOf, decider, isIncluded, weigh };
}

const unitsAndRules = anyUnits.chain((units) => fc.tuple(fc.constant(units), anyRules(units)));

function holds(claim: (units: ScopeUnit[], rules: ScopeRules) => void) {
  fc.assert(fc.property(unitsAndRules, ([units, rules]) => claim(units, rules)));
}

describe('the forest', () => {
  test('holds every unit once, each branch in one piece', () => {
    holds((units) => {
      const forest = buildUnitForest(units);
      const { branchOf, lineOf } = plainly(units, new Map());
      expect(forest.units.map((unit) => unit.id).toSorted()).toEqual(units.map((unit) => unit.id).toSorted());
      forest.units.forEach((unit, index) => {
        const slice = forest.units.slice(index, index + (forest.sizes[index] ?? 0));
        expect(new Set(slice)).toEqual(new Set(branchOf(unit)));
        expect(forest.levels[index]).toBe(lineOf(unit).length);
      });
    });
  });

  test('numbers siblings from one, in the order in which they came', () => {
    holds((units) => {
      const forest = buildUnitForest(units);
      forest.units.forEach((unit, index) => {
        const parent = forest.parents[index];
        const siblings = units.filter(
          (other) => forest.parents[forest.indexOf.get(other.id) ?? -1] === parent,
        );
        expect(forest.siblings[index]).toBe(siblings.length);
        expect(forest.positions[index]).toBe(siblings.indexOf(unit) + 1);
      });
    });
  });

  test('cuts a circle of parents and keeps the first of two equal ids', () => {
    const forest = buildUnitForest([
      { id: 'a', name: 'A', parentId: 'b' },
      { id: 'b', name: 'B', parentId: 'a' },
      { id: 'b', name: 'again' },
      { id: 'self', name: 'Self', parentId: 'self' },
    ]);
    expect(forest.units.map((unit) => unit.name)).toEqual(['Self', 'A', 'B']);
    expect([...forest.levels]).toEqual([1, 1, 2]);
  });

  test('stands a chain of 50,000 units', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => ({
      id: `u${at}`,
      name: 'U',
      parentId: `u${at - 1}`,
    }));
    expect(buildUnitForest(chain).levels.at(-1)).toBe(50_000);
  });
});

describe('the rules', () => {
  test('an exclusion above decides before any inclusion, and nothing is in scope without a rule', () => {
    holds((units, rules) => {
      const forest = buildUnitForest(units);
      const scope = resolveScope(forest, rules);
      const { isIncluded, decider } = plainly(units, rules);
      forest.units.forEach((unit, index) => {
        expect(scope.included[index] === 1).toBe(isIncluded(unit));
        expect(forest.units[decidingUnit(forest, rules, index)]).toBe(decider(unit));
      });
    });
  });

  test('each branch knows how much of it is in scope', () => {
    holds((units, rules) => {
      const forest = buildUnitForest(units);
      const scope = resolveScope(forest, rules);
      const { branchOf, isIncluded, weigh } = plainly(units, rules);
      forest.units.forEach((unit, index) => {
        const branch = branchOf(unit);
        const inside = branch.filter(isIncluded);
        const expected = inside.length === 0 ? 'none' : inside.length === branch.length ? 'all' : 'some';
        expect(branchState(forest, scope, index)).toBe(expected);
        expect(branchCount(forest, scope, index)).toEqual({ included: weigh(inside), total: weigh(branch) });
      });
      expect(scopeCount(scope)).toEqual({ included: weigh(units.filter(isIncluded)), total: weigh(units) });
    });
  });

  test('choosing for a branch makes all of it alike, but for what is excluded from above, and touches nothing else', () => {
    fc.assert(
      fc.property(
        unitsAndRules,
        fc.nat(),
        fc.constantFrom('include' as const, 'exclude' as const),
        (drawn, at, choice) => {
          const [units, rules] = drawn;
          fc.pre(units.length > 0);
          const forest = buildUnitForest(units);
          const index = at % units.length;
          const after = resolveScope(forest, chooseForBranch(forest, rules, index, choice));
          const before = resolveScope(forest, rules);
          const end = index + (forest.sizes[index] ?? 0);
          const chosen = choice === 'include' && !isBelowExcluded(forest, before, index);
          forest.units.forEach((_, other) => {
            const inside = other >= index && other < end;
            expect(after.included[other]).toBe(inside ? Number(chosen) : before.included[other]);
          });
        },
      ),
    );
  });

  test('two clicks on a box lead to all and to none, whatever it was before, and below an excluded unit to none', () => {
    fc.assert(
      fc.property(unitsAndRules, fc.nat(), ([units, rules], at) => {
        fc.pre(units.length > 0);
        const forest = buildUnitForest(units);
        const index = at % units.length;
        const first = resolveScope(forest, toggleBranch(forest, resolveScope(forest, rules), index));
        const second = resolveScope(forest, toggleBranch(forest, first, index));
        const states = [branchState(forest, first, index), branchState(forest, second, index)];
        const isOut = isBelowExcluded(forest, first, index);
        expect(states.toSorted()).toEqual(isOut ? ['none', 'none'] : ['all', 'none']);
      }),
    );
  });

  test('rules of units that no longer exist survive every choice and are reported', () => {
    holds((units, rules) => {
      const forest = buildUnitForest(units);
      const gone = [...rules.keys()].filter((id) => id.startsWith('gone'));
      expect(missingUnits(forest, rules)).toEqual(gone);
      const everyId = units.map((unit) => unit.id);
      expect(missingUnits(forest, chooseForUnits(rules, everyId, 'inherit'))).toEqual(gone);
    });
  });
});

describe('what is seen', () => {
  test('a unit is visible exactly when everything above it is open', () => {
    fc.assert(
      fc.property(anyUnits, fc.infiniteStream(fc.boolean()), (units, coins) => {
        const forest = buildUnitForest(units);
        const open = new Set(units.filter(() => coins.next().value === true).map((unit) => unit.id));
        const { lineOf } = plainly(units, new Map());
        const expected = forest.units.filter((unit) =>
          lineOf(unit)
            .slice(1)
            .every((above) => open.has(above.id)),
        );
        expect(Array.from(visibleUnits(forest, open), (index) => unitAt(forest, index))).toEqual(expected);
      }),
    );
  });

  test('a search shows the matches by name or id and what lies above them, nothing else', () => {
    fc.assert(
      fc.property(
        anyUnits,
        fc.constantFrom('plat', 'SAND', 'u1', 'zone', 'nowhere', 'a', 'P', '1', '-', 'é'),
        (units, typed) => {
          const forest = buildUnitForest(units);
          const { lineOf } = plainly(units, new Map());
          const matching = forest.units.filter((unit) =>
            [unit.name, unit.id].some((text) => text.toLowerCase().includes(typed.toLowerCase())),
          );
          const kept = new Set(matching.flatMap(lineOf));
          const { matches, rows } = createSearch(forest).find(typed);
          expect(Array.from(matches, (index) => unitAt(forest, index))).toEqual(matching);
          expect(Array.from(rows, (index) => unitAt(forest, index))).toEqual(
            forest.units.filter((unit) => kept.has(unit)),
          );
        },
      ),
    );
  });

  test('letter by letter, with letters taken back, a search finds what it finds at once', () => {
    const few = Array.from({ length: 40 }, (_, at) => ({ id: `x${at}`, name: `Branch ${at} of ${at % 7}` }));
    fc.assert(
      fc.property(anyUnits, fc.array(fc.constantFrom(...'plat u1xBranch')), (units, keys) => {
        const forest = buildUnitForest([...units, ...few]);
        const search = createSearch(forest);
        search.prepare();
        const typed: string[] = [];
        for (const key of keys) {
          if (key === 'x') typed.pop();
          else typed.push(key);
          const text = typed.join('');
          if (text.trim() !== '') expect(search.find(text)).toEqual(createSearch(forest).find(text));
        }
      }),
    );
  });
});
