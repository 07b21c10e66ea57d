// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of Terraform and CloudFormation look like template strings
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyHostileText } from './any-hostile-text.ts';
import { HclExpression, hclText } from './hcl-text.ts';
import { parseHcl } from './hcl-under-test.ts';

describe('data as HCL', () => {
  test('hostile text stays text, up to what Terraform does to every text: whole characters, composed', () => {
    fc.assert(
      fc.property(fc.array(anyHostileText, { maxLength: 5 }), (texts) => {
        const { locals } = parseHcl(`locals ${hclText({ texts })}\n`);
        const composed = texts.map((text) => text.toWellFormed().normalize('NFC'));
        expect(locals).toEqual([{ texts: composed }]);
      }),
      { numRuns: 150 },
    );
  });

  test('keys that are no names are quoted', () => {
    const { locals } = parseHcl(
      `locals ${hclText({ a: { 'Fn::Sub': '${b}', c: 1, d: true, e: [], f: {} } })}\n`,
    );
    expect(locals).toEqual([{ a: { 'Fn::Sub': '${b}', c: 1, d: true, e: [], f: {} } }]);
  });

  test('an expression is left as it is', () => {
    const { locals } = parseHcl(`locals ${hclText({ a: new HclExpression('local.b') })}\n`);
    expect(locals).toEqual([{ a: '${local.b}' }]);
  });

  test('equals signs of neighbours stand below each other', () => {
    expect(hclText({ a: 'b', long: 'c', list: ['d'] })).toBe(
      '{\n  a    = "b"\n  long = "c"\n  list = [\n    "d",\n  ]\n}',
    );
  });

  test('the parser of these tests notices what is wrong', () => {
    expect(() => parseHcl('locals { a = "')).toThrow('no HCL');
  });
});
