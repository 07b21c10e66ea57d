import { expect, test } from 'vitest';
import type { ScopeRule } from '../rules/scope-rules.ts';
import type { ScopeLabels } from '../scope-labels.ts';
import { buildUnitForest } from '../tree/unit-forest.ts';
import { readPastedUnits } from './pasted-units.ts';

const forest = buildUnitForest([
  { id: 'r-a1b2', name: 'Root' },
  { id: 'ou-1', name: 'Engineering', parentId: 'r-a1b2' },
  { id: 'ou-2', name: 'Platform lab', parentId: 'ou-1' },
  { id: 'ou-3', name: 'Operations', parentId: 'r-a1b2' },
  { id: 'ou-4', name: 'Platform lab', parentId: 'ou-3' },
]);
const groups: ScopeLabels = { unit: 'group', units: 'groups' };
const organization: ScopeLabels = {
  unit: 'unit',
  units: 'units',
  beside: { is: (id) => /^\d{12}$/.test(id), one: 'account', many: 'accounts' },
  whole: { id: 'r-a1b2', words: 'the whole organization' },
  ids: { are: (id) => /^(r|ou)-|^\d{12}$/.test(id), rule: 'units have ids that begin with ou-' },
};

function read(text: string, labels: ScopeLabels = organization, rule: ScopeRule = 'include') {
  return readPastedUnits(forest, text, { labels, rule });
}

test('TREE-13 pasted ids and names are found, whatever stands between them, and unknown ones are told', () => {
  expect(read(' ou-1\n"ou-2"; OPERATIONS,\tou-gone\r\nou-1, engineering')).toEqual({
    found: ['ou-1', 'ou-2', 'ou-3'],
    beside: [],
    unknown: ['ou-gone'],
    ambiguous: [],
    refused: [],
  });
});

test('TREE-13 a name of several units is told with the ids it may stand for', () => {
  expect(read('platform lab')).toMatchObject({
    found: [],
    ambiguous: [{ name: 'platform lab', ids: ['ou-2', 'ou-4'] }],
  });
});

test('TREE-13 what may stand beside the tree is neither found in it nor unknown', () => {
  expect(read('ou-1, 123456789012')).toMatchObject({
    found: ['ou-1'],
    beside: ['123456789012'],
    unknown: [],
  });
});

test('TREE-13 what is no id at all is refused where ids have a rule, and kept and flagged where they have none', () => {
  const [refused] = read('12345').refused;

  expect(refused).toMatchObject({ entry: '12345' });
  expect(refused?.message).toBe(
    'No unit is called “12345”, and it is no id: units have ids that begin with ou-.',
  );
  expect(read('12345', groups)).toMatchObject({ unknown: ['12345'], refused: [] });
});

test('TREE-13 the whole can be included and not excluded, by its id as by its name', () => {
  expect(read('r-a1b2, root')).toMatchObject({ found: ['r-a1b2'], refused: [] });
  expect(read('root', organization, 'exclude')).toMatchObject({ found: [], refused: [{ entry: 'root' }] });
});

const separated = buildUnitForest([
  { id: 'r-a1b2', name: 'Root' },
  { id: 'ou-1', name: 'Prod', parentId: 'r-a1b2' },
  { id: 'ou-2', name: 'Prod, EU', parentId: 'r-a1b2' },
  { id: 'ou-3', name: 'R&D; labs, "north"', parentId: 'r-a1b2' },
  { id: 'ou-4', name: 'Sandbox', parentId: 'r-a1b2' },
]);

test.each([
  ['the line is the name', 'Prod, EU', ['ou-2']],
  ['the name stands among others', 'Sandbox; prod, eu, Prod', ['ou-4', 'ou-2', 'ou-1']],
  ['the name is in quotes', '"Prod, EU",Sandbox', ['ou-2', 'ou-4']],
  ['its quotes are written twice', 'Sandbox\t"R&D; labs, ""north"""', ['ou-4', 'ou-3']],
  ['nothing is known of the whole', 'Prod, Sandbox', ['ou-1', 'ou-4']],
])('a name that holds a comma is not taken apart: %s', (_, text, found) => {
  expect(readPastedUnits(separated, text, { labels: organization, rule: 'include' })).toMatchObject({
    found,
    unknown: [],
    refused: [],
  });
});

test('an id in another spelling is the unit’s, and names differ in neither spaces, composition nor invisible characters', () => {
  const labels = { ...organization, otherSpelling: (id: string) => (id === 'ou-short' ? 'ou-1' : undefined) };
  expect(read('ou-short', labels)).toMatchObject({ found: ['ou-1'], unknown: [], refused: [] });
  const umlauts = buildUnitForest([{ id: 'ou-5', name: 'Zürich  lab' }]);
  const pasted = readPastedUnits(umlauts, 'Zu\u0308rich\u00a0lab\u200b', { labels, rule: 'include' });
  expect(pasted.found).toEqual(['ou-5']);
});

test('a name in quotes is never taken for its parts, even where the tree lacks it', () => {
  expect(readPastedUnits(separated, '"Prod, US"', { labels: groups, rule: 'include' })).toMatchObject({
    found: [],
    unknown: ['Prod, US'],
  });
});

test('fifty thousand names on one line are read without waiting', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => ({ id: `ou-${at}`, name: `Unit ${at}` }));
  const line = many.map(({ name }) => name).join(',');

  expect(
    readPastedUnits(buildUnitForest(many), line, { labels: groups, rule: 'include' }).found,
  ).toHaveLength(50_000);
});
