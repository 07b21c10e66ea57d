/** Reads the JSON reports of the two test runners. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { passed: number; failed: number; skipped: number };
export type TestReport = { runner: keyof typeof runners; file: string };

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform(({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }): Counts => {
    // A file that cannot be loaded contains no test that could be counted as failed.
    const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length);
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken.length,
      skipped: numPendingTests + numTodoTests,
    };
  });

const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(
    ({ stats: { expected, unexpected, flaky, skipped } }): Counts => ({
      passed: expected + flaky,
      failed: unexpected,
      skipped,
    }),
  );

const runners = { vitest: vitestReport, playwright: playwrightReport };

/** All zero when the runner was ended before it wrote its report, or in the middle of it. */
export function readReport({ runner, file }: TestReport): Counts {
  try {
    return runners[runner].parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

export function sum(all: Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
