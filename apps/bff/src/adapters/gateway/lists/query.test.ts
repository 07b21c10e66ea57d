import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryToken } from './query.ts';

/** Reads one `field:"value"` as the vendor's language would; `null` when there is more or less than that. */
function onlyNodeOf(query: string): { field: string; value: string } | null {
  const read = /^(\w+):"((?:[^"\\]|\\["\\])*)"$/u.exec(query);
  if (read === null) return null;
  return { field: read[1] ?? '', value: (read[2] ?? '').replace(/\\(["\\])/g, '$1') };
}

const hostile = [
  '" or name:*',
  '\\',
  '\\"',
  ')',
  'a\nb',
  '`',
  '*',
  'x'.repeat(10_240),
  '\u202Ertl',
  'nul\0l',
];

test('INJ-01 whatever a person types stays one value of one field', () => {
  const value = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  );

  fc.assert(
    fc.property(value, (typed) => {
      const shown = typed.replace(/\p{Cc}/gu, ' ');
      expect(onlyNodeOf(queryToken('name', typed))).toEqual({ field: 'name', value: shown });
    }),
    { numRuns: 500 },
  );
});
