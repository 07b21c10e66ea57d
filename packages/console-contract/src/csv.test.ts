import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['＝1', "'＝1"],
  ['\t=1', "'\t'=1"],
  ['\r\n=1', "'\r\n'=1"],
  ["x;=cmd|' /C calc'!A0;", "x;'=cmd|' /C calc'!A0;"],
  ['x;;+1', "x;;'+1"],
  ['x\t-1', "x\t'-1"],
  ['x\r\n@SUM(A1)', "x\r\n'@SUM(A1)"],
  ['x\n＝1', "x\n'＝1"],
  ['a; b - c; 1=1, user@example.test', 'a; b - c; 1=1, user@example.test'],
])(
  'INJ-08 in a row with %j no formula begins, wherever a spreadsheet takes a cell to begin',
  (text, harmless) => {
    expect(csvOf([[text, null]])).toBe(`"${harmless}",\r\n`);
  },
);
