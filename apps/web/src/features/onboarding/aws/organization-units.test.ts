import type { Scope } from '@console/console-contract';
import { describe, expect, test } from 'vitest';
import {
  chooseForBranch,
  chooseForUnits,
  resolveScope,
  type ScopeChoice,
} from '../../scope-picker/rules/scope-rules.ts';
import { buildUnitForest, unitAt } from '../../scope-picker/tree/unit-forest.ts';
import {
  organizationOf,
  organizationRulesOf,
  organizationScopeAfter,
  overruledUnits,
  withAccounts,
} from './organization-units.ts';

const rows = [
  { id: 'r-zar5', name: 'Root', path: '' },
  { id: 'ou-zar5-workload', name: 'Workloads', path: '/Root' },
  { id: 'ou-zar5-payments', name: 'Payments', path: '/Root/Workloads' },
  { id: 'ou-zar5-sandbox0', name: 'Sandbox', path: '/Root' },
  { id: 'ou-zar5-payment2', name: 'Payments', path: '/Root/Sandbox' },
  { id: 'ou-zar5-lostunit', name: 'Lost', path: '/Root/Gone' },
];
const organization = organizationOf(rows, 'r-zar5');
const everything: Scope = { included: [], excluded: [] };
const account = '123456789012';

function choose(scope: Scope, ids: string[], choice: ScopeChoice): Scope {
  return organizationScopeAfter(
    scope,
    chooseForUnits(organizationRulesOf(scope, organization), ids, choice),
    organization,
  );
}

/** What a click on a branch's box does. */
function chooseBranch(scope: Scope, id: string, choice: ScopeChoice): Scope {
  const forest = buildUnitForest(withAccounts(organization.units, scope));
  const rules = organizationRulesOf(scope, organization);
  return organizationScopeAfter(
    scope,
    chooseForBranch(forest, rules, forest.indexOf.get(id) ?? -1, choice),
    organization,
  );
}

describe('the flat list of the gateway becomes a tree', () => {
  test('each unit lies in the one whose path and name are its path, whatever its own name', () => {
    const forest = buildUnitForest(organization.units);
    const parentOf = (id: string) => forest.units[forest.parents[forest.indexOf.get(id) ?? -1] ?? -1]?.name;

    expect(parentOf('ou-zar5-payments')).toBe('Workloads');
    expect(parentOf('ou-zar5-payment2')).toBe('Sandbox');
    expect(parentOf('ou-zar5-workload')).toBe('Root');
    expect(parentOf('r-zar5')).toBeUndefined();
  });

  test('a unit without a parent stands under Unplaced', () => {
    const forest = buildUnitForest(organization.units);
    const lost = forest.indexOf.get('ou-zar5-lostunit') ?? -1;

    expect(unitAt(forest, forest.parents[lost] ?? -1).name).toBe('Unplaced');
    expect(organizationOf(rows.slice(0, 5), 'r-zar5').units).toHaveLength(5);
  });

  test('a path that leads to two units names neither: what lies there is unplaced, and not excluded with the wrong one', () => {
    const slashes = [
      { id: 'r-zar5', name: 'Root', path: '' },
      { id: 'ou-zar5-cicd0000', name: 'CI/CD', path: '/Root' },
      { id: 'ou-zar5-ci000000', name: 'CI', path: '/Root' },
      { id: 'ou-zar5-cd000000', name: 'CD', path: '/Root/CI' },
      { id: 'ou-zar5-runners0', name: 'Runners', path: '/Root/CI/CD' },
    ];
    const { units, unplacedIds } = organizationOf(slashes, 'r-zar5');
    const parentOf = (id: string) => units.find((unit) => unit.id === id)?.parentId;

    expect(parentOf('ou-zar5-cd000000')).toBe('ou-zar5-ci000000');
    expect(parentOf('ou-zar5-runners0')).toBe('Unplaced');
    expect(unplacedIds).toEqual(['ou-zar5-runners0']);
  });

  test('a row that is listed twice is one unit, and what lies in it has its place', () => {
    const twice = [...rows.slice(0, 3), ...rows.slice(0, 3)];

    expect(organizationOf(twice, 'r-zar5').unplacedIds).toEqual([]);
  });

  test('an unplaced unit is in scope as long as the whole organization is', () => {
    const forest = buildUnitForest(organization.units);
    const { included } = resolveScope(forest, organizationRulesOf(everything, organization));

    expect(included[forest.indexOf.get('ou-zar5-lostunit') ?? -1]).toBe(1);
  });

  test('choosing Unplaced chooses each unit in it, and no unit of that name is sent', () => {
    expect(choose(everything, ['Unplaced'], 'exclude').excluded).toEqual(['ou-zar5-lostunit']);
  });

  test('50,000 units are placed, each at its level', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      id: `ou-zar5-${String(index).padStart(8, '0')}`,
      name: `Unit ${index}`,
      path: index === 0 ? '' : index < 250 ? '/Unit 0' : `/Unit 0/Unit ${1 + (index % 249)}`,
    }));
    const forest = buildUnitForest(organizationOf(many, 'r-zar5').units);

    expect(forest.units).toHaveLength(50_000);
    expect(forest.levels.reduce((most, level) => Math.max(most, level), 0)).toBe(3);
  });
});

describe('the choice of an organization', () => {
  test('an empty choice is the whole organization: the root is included', () => {
    const forest = buildUnitForest(organization.units);
    const { included } = resolveScope(forest, organizationRulesOf(everything, organization));

    expect(included[forest.indexOf.get('ou-zar5-payments') ?? -1]).toBe(1);
  });

  test('including a unit narrows it, including the root widens it again', () => {
    const narrow = choose(everything, ['ou-zar5-payments'], 'include');

    expect(narrow).toEqual({ included: ['ou-zar5-payments'], excluded: [] });
    expect(choose(narrow, ['r-zar5'], 'include')).toEqual(everything);
  });

  test('account ids stand beside the units in a group of their own, and no count of units counts them', () => {
    const scope = choose(everything, [account], 'include');
    const forest = buildUnitForest(withAccounts(organization.units, scope));

    expect(scope).toEqual({ included: [account], excluded: [] });
    expect(unitAt(forest, forest.parents[forest.indexOf.get(account) ?? -1] ?? -1).name).toBe('Accounts');
    expect(forest.weights[forest.indexOf.get(account) ?? -1]).toBe(0);
    expect(forest.weights[forest.indexOf.get('Accounts') ?? -1]).toBe(0);
    expect(withAccounts(organization.units, everything)).toBe(organization.units);
  });

  test('turning the group of accounts round loses none of them', () => {
    const scope = { included: [account], excluded: ['210987654321'] };

    expect(chooseBranch(scope, 'Accounts', 'exclude').excluded.toSorted()).toEqual([account, '210987654321']);
  });

  test('the short id of the vendor’s document stands for the unit whose whole id ends so, and is sent whole', () => {
    const short = { included: ['ou-payments'], excluded: ['ou-payment2'] };

    expect(organizationRulesOf(short, organization)).toEqual(
      new Map([
        ['ou-zar5-payments', 'include'],
        ['ou-zar5-payment2', 'exclude'],
      ]),
    );
    expect(choose(short, ['ou-sandbox0'], 'exclude')).toEqual({
      included: ['ou-zar5-payments'],
      excluded: ['ou-zar5-payment2', 'ou-zar5-sandbox0'],
    });
    const twice = organizationOf([...rows, { id: 'ou-other-payments', name: 'P', path: '/Root' }], 'r-zar5');
    expect(organizationRulesOf(short, twice).get('ou-payments')).toBe('include');
  });

  test('units that no longer exist are kept', () => {
    const scope = { included: ['ou-zar5-deadbeef', 'ou-zar5-payments'], excluded: [] };

    expect(choose(scope, ['ou-zar5-sandbox0'], 'exclude').included).toEqual(scope.included);
  });

  test('a unit included below an excluded one is named', () => {
    const scope = { included: ['ou-zar5-payments', 'ou-zar5-payment2'], excluded: ['ou-zar5-workload'] };

    expect(overruledUnits(organization, scope).map(({ id }) => id)).toEqual(['ou-zar5-payments']);
  });
});
