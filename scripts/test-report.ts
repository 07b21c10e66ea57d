/** Reads what the two test runners say of themselves in JSON. */
import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };
export type TestReport = { runner: 'vitest' | 'playwright'; file: string };

/** All zero when the runner never came so far as to write its report. */
export function readReport({ runner, file }: TestReport): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return runner === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
}

export function sum(all: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function vitestCounts(report: unknown): Counts {
  const brokenFiles = arrayAt(report, 'testResults').filter(
    (file) => arrayAt(file, 'assertionResults').length === 0 && valueAt(file, 'status') === 'failed',
  );
  return {
    passed: numberAt(report, 'numPassedTests'),
    // A file that cannot even be loaded holds no test that could fail.
    failed: numberAt(report, 'numFailedTests') + brokenFiles.length,
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
}

function playwrightCounts(report: unknown): Counts {
  const stats = valueAt(report, 'stats');
  return {
    // Flaky means that a second attempt passed; there are no second attempts here, so it would be a failure.
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  };
}

function valueAt(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

function numberAt(holder: unknown, key: string): number {
  const value = valueAt(holder, key);
  return typeof value === 'number' ? value : 0;
}

function arrayAt(holder: unknown, key: string): unknown[] {
  const value = valueAt(holder, key);
  return Array.isArray(value) ? value : [];
}
