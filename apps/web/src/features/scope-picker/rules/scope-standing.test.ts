import { describe, expect, test } from 'vitest';
import type { ScopeLabels } from '../scope-labels.ts';
import { buildUnitForest } from '../tree/unit-forest.ts';
import type { ScopeLists } from './scope-lists.ts';
import { refusalsIn } from './scope-refusals.ts';
import { resolveScope, type ScopeRule } from './scope-rules.ts';
import { inScopeWords } from './scope-standing.ts';

const forest = buildUnitForest([
  { id: 'r-1', name: 'Root', members: 1 },
  { id: 'ou-1', name: 'Workloads', parentId: 'r-1', members: 1 },
  { id: 'ou-2', name: 'Pilot', parentId: 'ou-1', members: 1 },
  { id: 'Accounts', name: 'Accounts', members: 0 },
  { id: '42', name: '42', parentId: 'Accounts', members: 0 },
]);
const labels: ScopeLabels = {
  unit: 'unit',
  units: 'units',
  members: 'units',
  beside: { is: (id) => /^\d+$/.test(id), one: 'account', many: 'accounts' },
  whole: { id: 'r-1', words: 'the whole organization' },
  ids: { are: (id) => /^(r-|ou-)?\d+$/.test(id), rule: 'ids have digits' },
};

function words(rules: Record<string, ScopeRule>): string {
  return inScopeWords(forest, resolveScope(forest, new Map(Object.entries(rules))), labels);
}

describe('what is in scope', () => {
  test('is counted with everything below what was chosen', () => {
    expect(words({ 'ou-1': 'include' })).toBe('2 of 3 units');
    expect(words({ 'r-1': 'include', 'ou-2': 'exclude' })).toBe('2 of 3 units');
  });

  test('is the whole where nothing but the whole is chosen', () => {
    expect(words({ 'r-1': 'include' })).toBe('the whole organization (3 units)');
  });

  test('counts accounts, and what the tree does not have, apart from units', () => {
    expect(words({ 'ou-2': 'include', 42: 'include' })).toBe('1 of 3 units and 1 account');
    expect(
      words({ 'ou-2': 'include', 42: 'include', 43: 'include', 'ou-9': 'include', 'ou-8': 'exclude' }),
    ).toBe('1 of 3 units, 2 accounts and 1 not in the tree that was read');
  });
});

describe('a text is refused', () => {
  const problems = (lists: Partial<Record<ScopeRule, string[]>>) => {
    let line = 0;
    const listed = (ids: string[] = []) => ids.map((id) => ({ id, line: ++line }));
    const all: ScopeLists = { include: listed(lists.include), exclude: listed(lists.exclude) };
    return refusalsIn(all, forest, labels);
  };

  test('where it excludes the whole', () => {
    expect(problems({ include: ['ou-1'], exclude: ['r-1'] })).toMatchObject([
      { line: 2, message: expect.stringContaining('The whole organization cannot be excluded') },
    ]);
  });

  test('where it includes the whole beside something else', () => {
    expect(problems({ include: ['ou-1', 'r-1'] })).toMatchObject([
      { line: 2, message: expect.stringContaining('includes the whole organization') },
    ]);
    expect(problems({ include: ['r-1'], exclude: ['ou-1'] })).toEqual([]);
  });

  test('where a line is no id, with the id where it is a name', () => {
    expect(problems({ include: ['ou-1', 'banana'], exclude: ['pilot'] })).toEqual([
      { line: 2, message: '“banana” cannot be chosen: ids have digits.' },
      { line: 3, message: '“pilot” is a name; write its id: ou-2' },
    ]);
  });

  test('never for an id that the tree does not have', () => {
    expect(problems({ include: ['ou-99', '4711'] })).toEqual([]);
  });
});
