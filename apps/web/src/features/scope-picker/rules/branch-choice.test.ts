import { expect, test } from 'vitest';
import { forestOf } from '../tree/unit-forest.ts';
import { type BranchChoice, chooseInBranch } from './branch-choice.ts';
import { resolveScope, type ScopeRules } from './scope-rules.ts';

const forest = forestOf([
  { id: 'root', name: 'Root', members: 1 },
  { id: 'lab', name: 'Lab', parentId: 'root', members: 1 },
  { id: 'one', name: 'One', parentId: 'lab', members: 1 },
  { id: 'deep', name: 'Deep', parentId: 'one', members: 1 },
  { id: 'two', name: 'Two', parentId: 'lab', members: 1 },
  { id: 'shop', name: 'Shop', parentId: 'root', members: 1 },
]);
const before: ScopeRules = new Map([
  ['deep', 'include'],
  ['two', 'exclude'],
  ['shop', 'include'],
]);

test.each<[BranchChoice, string[]]>([
  ['all', ['lab', 'one', 'deep', 'two']],
  ['only-unit', ['lab']],
  ['children', ['one', 'deep', 'two']],
  ['clear', []],
])(
  'TREE-8 of a branch, “%s” puts just that into scope, and leaves what is chosen elsewhere',
  (choice, inBranch) => {
    const index = forest.indexOf.get('lab') ?? -1;
    const { included } = resolveScope(forest, chooseInBranch(forest, before, index, choice));
    const inScope = forest.units.filter((_, at) => included[at] === 1).map(({ id }) => id);
    expect(new Set(inScope)).toEqual(new Set([...inBranch, 'shop']));
  },
);
