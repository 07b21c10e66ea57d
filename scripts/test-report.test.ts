import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReport, sum, summaryLine, type TestReport } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(runner: TestReport['runner'], content: unknown): TestReport {
  const file = join(folder, `${runner}.json`);
  writeFileSync(file, JSON.stringify(content));
  return { runner, file };
}

test('a test file that could not be loaded counts as failed', () => {
  const counts = readReport(
    report('vitest', {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
      ],
    }),
  );
  expect(counts).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('a journey that passed only at a second attempt counts as failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(readReport(report('playwright', { stats }))).toEqual({ passed: 5, failed: 2, skipped: 1 });
});

test('a runner that wrote no report counts nothing', () => {
  const missing = { runner: 'vitest', file: join(folder, 'missing.json') } as const;
  expect(readReport(missing)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('the summary is one plain line', () => {
  const counts = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 2 },
  ]);
  expect(summaryLine(counts)).toBe('7 passed, 1 failed, 2 skipped');
  expect(summaryLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});
