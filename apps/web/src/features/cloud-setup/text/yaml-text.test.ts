import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { anyHostileText } from './any-hostile-text.ts';
import { type Data, yamlText } from './yaml-text.ts';

const { data } = fc.letrec<{ data: Data }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    anyHostileText,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(
      anyHostileText.filter((key) => key !== '__proto__'),
      tie('data'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

describe('data as YAML', () => {
  test.each(['1.1', '1.2'] as const)('reads as the same data by YAML %s', (version) => {
    fc.assert(
      fc.property(data, (any) => {
        expect(parse(yamlText(any), { version })).toEqual(any);
      }),
    );
  });

  test('keeps an account id with a leading zero, a version and a word for yes as text', () => {
    const text = yamlText({
      id: '012345678901',
      version: '2012-10-17',
      answer: 'yes',
      action: 'ec2:DescribeVpcs',
    });
    expect(text).toBe('id: "012345678901"\nversion: "2012-10-17"\nanswer: "yes"\naction: ec2:DescribeVpcs\n');
  });

  test('writes lines of plain text as a block', () => {
    expect(yamlText({ body: 'a: b\n\n  c: "d"\n' })).toBe('body: |\n  a: b\n\n    c: "d"\n');
  });
});
