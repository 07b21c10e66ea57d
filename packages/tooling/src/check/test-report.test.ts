import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReport, sum, summaryLine } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const nothing = { passed: 0, failed: 0, skipped: 0 };

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a test file that could not be loaded counts as failed', () => {
  const file = write('vitest.json', {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ],
  });
  expect(readReport({ runner: 'vitest', file })).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('a journey that passed when it was repeated counts as passed', () => {
  const file = write('playwright.json', { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(readReport({ runner: 'playwright', file })).toEqual({ passed: 6, failed: 1, skipped: 1 });
});

test('a runner that wrote no report, or half of one, counts nothing', () => {
  const missing = join(folder, 'missing.json');
  const half = join(folder, 'half.json');
  writeFileSync(half, '{"stats":{"expected":5');
  expect(readReport({ runner: 'vitest', file: missing })).toEqual(nothing);
  expect(readReport({ runner: 'playwright', file: half })).toEqual(nothing);
});

test('the summary is one plain line', () => {
  const counts = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 2 },
  ]);
  expect(summaryLine(counts)).toBe('7 passed, 1 failed, 2 skipped');
  expect(summaryLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});
