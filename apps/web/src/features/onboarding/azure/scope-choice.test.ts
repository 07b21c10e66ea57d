import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseForUnits, resolveScope } from '../../scope-picker/rules/scope-rules.ts';
import { buildUnitForest } from '../../scope-picker/tree/unit-forest.ts';
import { rulesOf, scopeAfter } from '../scope-choice.ts';
import { unitsOf, wholeTenant } from './scope-choice.ts';

const everything = { included: [], excluded: [] };

/** What the picker does when a user chooses for units. */
function choose(
  scope: { included: string[]; excluded: string[] },
  units: string[],
  choice: 'include' | 'exclude' | 'inherit',
) {
  return scopeAfter(scope, chooseForUnits(rulesOf(scope, wholeTenant), units, choice), wholeTenant);
}

test('groups of one name are one row that counts for all of them', () => {
  const forest = buildUnitForest(unitsOf(['Corp', 'Online'], [{ name: 'Corp', count: 3 }]));

  expect(forest.weights[forest.indexOf.get('Corp') ?? -1]).toBe(3);
  expect(forest.weights[forest.indexOf.get('Online') ?? -1]).toBe(1);
});

describe('an empty choice is the whole tenant', () => {
  test('and the picker shows every group in scope', () => {
    const { included } = resolveScope(
      buildUnitForest(unitsOf(['Corp', 'Online'])),
      rulesOf(everything, wholeTenant),
    );

    expect([...included]).toEqual([1, 1, 1]);
  });

  test('including a group narrows it to that group', () => {
    expect(choose(everything, ['Corp'], 'include')).toEqual({ included: ['Corp'], excluded: [] });
  });

  test('excluding a group leaves the rest of the tenant', () => {
    expect(choose(everything, ['Corp'], 'exclude')).toEqual({ included: [], excluded: ['Corp'] });
  });

  test('including the tenant again widens it and keeps what is excluded', () => {
    const narrow = { included: ['Corp'], excluded: ['Sandbox'] };

    expect(choose(narrow, [wholeTenant], 'include')).toEqual({ included: [], excluded: ['Sandbox'] });
  });

  test('taking the tenant out without including a group changes nothing', () => {
    expect(choose(everything, [wholeTenant], 'inherit')).toEqual(everything);
    expect(choose(everything, [wholeTenant], 'exclude')).toEqual(everything);
  });
});

test('what was chosen survives the way into the picker and back', () => {
  const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'Gone'), { maxLength: 4 });
  fc.assert(
    fc.property(names, fc.nat(4), (groups, cut) => {
      const scope = { included: groups.slice(0, cut), excluded: groups.slice(cut) };

      expect(scopeAfter(scope, rulesOf(scope, wholeTenant), wholeTenant)).toEqual(scope);
    }),
  );
});
