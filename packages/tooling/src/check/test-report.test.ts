import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFlaky, readReport, sum, summaryLine } from './test-report.ts';

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

test('a journey that passed on its second try counts as passed and is named', () => {
  const file = write('playwright.json', { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 } });
  const flaky = write('flaky.json', {
    flaky: [
      { title: 'a viewer reads', file: 'people.spec.ts', trace: 'a/trace.zip' },
      { title: 'a tenant is edited', file: 'editing.spec.ts', trace: null },
    ],
  });
  expect(readReport({ runner: 'playwright', file })).toEqual({ passed: 6, failed: 1, skipped: 1 });
  expect(readFlaky(flaky)).toEqual([
    'a viewer reads (people.spec.ts, trace: a/trace.zip)',
    'a tenant is edited (editing.spec.ts)',
  ]);
});

test('a runner that wrote no report, or half of one, counts nothing', () => {
  const missing = join(folder, 'missing.json');
  const half = join(folder, 'half.json');
  writeFileSync(half, '{"stats":{"expected":5');
  expect(readReport({ runner: 'vitest', file: missing })).toEqual(nothing);
  expect(readReport({ runner: 'playwright', file: half })).toEqual(nothing);
  expect(readFlaky(missing)).toEqual([]);
});

test('the summary is one plain line', () => {
  const counts = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 2 },
  ]);
  expect(summaryLine(counts)).toBe('7 passed, 1 failed, 2 skipped');
  expect(summaryLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});
