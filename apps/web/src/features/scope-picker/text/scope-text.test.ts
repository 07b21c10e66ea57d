import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLists } from '../rules/plain-scope-lists.ts';
import type { ScopeRule, ScopeRules } from '../rules/scope-rules.ts';
import { anyRules, anyUnits } from '../tree/any-units.ts';
import { buildUnitForest, type ScopeUnit } from '../tree/unit-forest.ts';
import { readAnyText, readPlainText, unknownUnits } from './scope-text-reading.ts';
import { writeScopeText } from './scope-text-writing.ts';
import { yamlLists } from './yaml-scope-lists.ts';

const units: ScopeUnit[] = [
  { id: 'r-zar5', name: 'Root' },
  { id: 'ou-zar5-12hpzogk', name: 'Workloads', parentId: 'r-zar5' },
  { id: 'ou-zar5-b31d4jbv', name: 'Sandbox\n# oh: "no"', parentId: 'ou-zar5-12hpzogk' },
  { id: 'Contoso Corp', name: 'Contoso Corp' },
];
const forest = buildUnitForest(units);

/** Names that YAML gives a meaning to, beside any text at all. */
const anyId = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '#',
      'a # b',
      'a: b',
      'a:',
      '- a',
      '-',
      '--- a',
      '...',
      '[a',
      'a]',
      '{',
      '*a',
      '&a b',
      '!a',
      '!!map a',
    ],
    ...[
      'yes',
      'null',
      '~',
      '012345678901',
      '1e3',
      '"',
      "'",
      "it's",
      'Whole\u00a0tenant',
      'include',
      'exclude:',
      '%YAML',
    ],
    ...[
      '\u0085',
      '\u2028',
      '\ufeff',
      '\ud800',
      '\udfff a',
      '\ud83d\ude00',
      'a\tb',
      'a\nb',
      ' a',
      'a ',
      '@a',
      '`a`',
      '|',
      '>',
    ],
  ),
);
const anyNamedUnits = fc
  .uniqueArray(fc.record({ id: anyId, name: anyId }), { selector: (unit) => unit.id, maxLength: 8 })
  .map((drawn) => drawn.map((unit, at) => ({ ...unit, parentId: drawn[at - 1]?.id })));

describe('the rules as text', () => {
  test('are two lists with names as comments, in the order of the tree', () => {
    const rules = new Map<string, ScopeRule>([
      ['ou-gone-00000000', 'include'],
      ['ou-zar5-b31d4jbv', 'exclude'],
      ['012345678901', 'exclude'],
      ['ou-zar5-12hpzogk', 'include'],
      ['Contoso Corp', 'include'],
    ]);
    expect(writeScopeText(forest, rules)).toBe(
      [
        'include:',
        '  - ou-zar5-12hpzogk  # Root / Workloads',
        '  - Contoso Corp',
        '  - ou-gone-00000000  # not in the tree that was read',
        'exclude:',
        '  - ou-zar5-b31d4jbv  # Root / Workloads / Sandbox # oh: "no"',
        '  - "012345678901"  # not in the tree that was read',
        '',
      ].join('\n'),
    );
  });

  test('without a rule the lists are empty', () => {
    expect(writeScopeText(forest, new Map())).toBe('include: []\nexclude: []\n');
  });

  test('read as the same rules, whatever the units are called', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyNamedUnits.chain((any) =>
          fc.tuple(fc.constant(any), anyRules(any), fc.dictionary(anyId, fc.constant(true))),
        ),
        async ([any, ruled, others]) => {
          const rules: ScopeRules = new Map([
            ...Object.keys(others).map((id) => [id, 'exclude'] as const),
            ...ruled,
          ]);
          const text = writeScopeText(buildUnitForest(any), rules);
          const plain = readPlainText(text);
          expect(plain).toMatchObject({ state: 'readable', rules });
          expect(await readAnyText(text)).toEqual(plain);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('read plainly for any tree', () => {
    fc.assert(
      fc.property(
        anyUnits.chain((any) => fc.tuple(fc.constant(any), anyRules(any))),
        ([any, rules]) => {
          expect(readPlainText(writeScopeText(buildUnitForest(any), rules))).toMatchObject({ rules });
        },
      ),
    );
  });
});

describe('text that a person wrote', () => {
  const read = (text: string) => readPlainText(text) ?? readAnyText(text);
  const line = fc.oneof(
    fc.constantFrom(
      'include:',
      'exclude:',
      'include: []',
      'exclude: [] # none',
      '',
      '  ',
      '# a',
      '---',
      'other:',
    ),
    fc
      .tuple(
        fc.constantFrom('', ' ', '  ', '\t'),
        fc.constantFrom('- ', '-  ', '-', ''),
        anyId,
        fc.constantFrom('', ' # b', ' '),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '  - a',
      '  - "b"',
      '  - c d  # e',
      '- a',
      "  - 'f'",
      '  - "\\u0041"',
      '  - "\\x41"',
      '  continued',
    ),
  );

  test('is read plainly only as YAML reads it', () => {
    let plainly = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const lists = plainLists(lines.join('\n'));
        if (!lists) return;
        plainly++;
        expect(yamlLists(lines.join('\n'))).toEqual({ lists, problems: [] });
      }),
      { numRuns: 2_000 },
    );
    expect(plainly).toBeGreaterThan(50);
  });

  test.each([
    [
      'include: [a, "b c"]\nexclude:\n- 012345678901',
      { a: 'include', 'b c': 'include', '012345678901': 'exclude' },
    ],
    ["exclude:\n    - 'it''s'\n", { "it's": 'exclude' }],
    ['include:\n  - a\n  - a\n', { a: 'include' }],
    ['include:\nexclude:\n', {}],
    ['', {}],
    ['# nothing\n', {}],
  ])('%j is read', async (text, rules) => {
    expect(await read(text)).toMatchObject({ state: 'readable', rules: new Map(Object.entries(rules)) });
  });

  test.each([
    ['include:\n  - a\n b\n', 3],
    ['include:\n  - a\n  - "b\n', 3],
    ['include:\n\t- a\n', 2],
    ['include:\n  - a\ninclude:\n  - b\n', 3],
    ['include:\n  - a\n---\nexclude: []\n', 3],
    ['- a\n- b\n', 1],
    ['include:\n  - a\n  - [b\n', 3],
    ['include:\n  - a\nexclude: {\n\n', 3],
    ['include:\n  - a\nexcluded:\n  - b\n', 3],
    ['include:\n  - a\nexclude: b\n', 3],
    ['include:\n  - a\n  - Team: one\n', 3],
    ['include:\n  - a\n  - *all\n', 3],
    ['include:\n  - a\n  - &all b\n', 3],
    ['include:\n  - a\n  - !all b\n', 3],
    ['include:\n  - a\n  - [b]\n', 3],
    ['include:\n  - a\n  -\n', 3],
    ['include:\n  - a\nexclude:\n  - b\n  - a\n', 5],
  ])('%j is refused with the line', async (text, at) => {
    const reading = await read(text);
    expect(reading).toMatchObject({ state: 'unreadable' });
    expect(reading.state === 'unreadable' && reading.problems.map((problem) => problem.line)).toContain(at);
  });

  test('a text full of quotes that are never closed names each where it begins', () => {
    const many = 5_000;
    const text = `include:\n  - "over\n    two lines"\n${"  - 'a\n".repeat(many)}`;
    expect(yamlLists(text).problems.map(({ line }) => line)).toEqual(
      Array.from({ length: many }, (_, at) => at + 4),
    );
  });

  test('DOS-03 a text of thousands of lines that are no list is refused line by line, within a while', () => {
    const many = 30_000;
    const text = Array.from({ length: many }, (_, at) => `subscription-${at}: one\n`).join('');
    expect(yamlLists(text).problems.map(({ line }) => line)).toEqual(
      Array.from({ length: many }, (_, at) => at + 1),
    );
    // Compared with each other, so many take minutes on any machine.
  }, 120_000);

  test('text that is nested beyond measure is refused', async () => {
    expect(await read(`include: ${'['.repeat(20_000)}`)).toMatchObject({ state: 'unreadable' });
  });

  test('a unit in both lists is named with both lines', async () => {
    expect(await read('include:\n  - a\nexclude:\n  - a\n')).toEqual({
      state: 'unreadable',
      problems: [{ line: 4, message: '“a” is under include as well, on line 2.' }],
    });
  });

  test('what may be chosen beside the tree is not unknown', () => {
    const reading = readPlainText('include:\n  - 012345678901\n  - 01234567890\n');
    const isAccount = (id: string) => /^\d{12}$/.test(id);
    expect(reading?.state === 'readable' && unknownUnits(forest, reading.lists, isAccount)).toEqual([
      { id: '01234567890', line: 3, meant: undefined },
    ]);
  });

  test('units that are not there are named one by one, with the unit that carries the name', () => {
    const reading = readPlainText(
      'include:\n  - ou-typo\n  - workloads\n  - r-zar5\nexclude:\n  - ou-typo2\n  - "contoso\u00a0corp"\n',
    );
    expect(reading?.state === 'readable' && unknownUnits(forest, reading.lists)).toEqual([
      { id: 'ou-typo', line: 2, meant: undefined },
      { id: 'workloads', line: 3, meant: { id: 'ou-zar5-12hpzogk', isSpelling: false } },
      { id: 'ou-typo2', line: 6, meant: undefined },
      { id: 'contoso\u00a0corp', line: 7, meant: { id: 'Contoso Corp', isSpelling: true } },
    ]);
  });
});

test('a scope of 50,000 units is written as text that is read back the same, without a reader of any YAML', () => {
  const idOf = (at: number) => `ou-zar5-${at.toString(36).padStart(8, '0')}`;
  const many = Array.from({ length: 50_000 }, (_, at) => ({
    id: idOf(at),
    name: `Unit ${at}`,
    parentId: at === 0 ? undefined : idOf(Math.floor((at - 1) / 12)),
  }));
  const tree = buildUnitForest(many);
  const rules: ScopeRules = new Map(many.map((unit, at) => [unit.id, at % 2 ? 'include' : 'exclude']));
  const reading = readPlainText(writeScopeText(tree, rules));
  expect(reading).toMatchObject({ state: 'readable', rules });
  expect(reading?.state === 'readable' && unknownUnits(tree, reading.lists)).toEqual([]);
});
