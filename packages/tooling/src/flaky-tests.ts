/**
 * What a run says of tests that failed and then passed when they were repeated. One or two of them are a slow machine; more, or the
 * same one twice in a row, are a fault of the test or of the product, and fail the run.
 */
import { z } from 'zod';

const MOST_IN_ONE_RUN = 2;

/** The line after which the runner lists its flaky tests, at the end of what it writes. */
export const flakyHeading = 'Flaky, passed when repeated:';

const FlakyTest = z.object({
  title: z.string(),
  /** `path:line` below the folder of the tests. */
  location: z.string(),
  /** The first line of the failure. */
  failure: z.string(),
  /** The trace of the repetition, where one was recorded. */
  trace: z.string().nullable(),
});
export type FlakyTest = z.infer<typeof FlakyTest>;

/** Reads what an earlier run remembered. What an interrupted run wrote in part counts as nothing. */
export function parseRemembered(text: string): FlakyTest[] {
  try {
    return z.array(FlakyTest).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

export type FlakyVerdict = {
  /** Why the run fails, or `null` where the flaky tests are tolerated. */
  reason: string | null;
  /** What the next run compares itself with: the flaky tests of this run, and those of earlier ones that did not run again. */
  remembered: FlakyTest[];
};

/** `ran` holds the titles of every test of this run, so that a run of a few tests forgets nothing of the others. */
export function judgeFlaky(flaky: FlakyTest[], before: FlakyTest[], ran: ReadonlySet<string>): FlakyVerdict {
  const again = flaky.filter(({ title }) => before.some((earlier) => earlier.title === title));
  return {
    reason: reasonOf(flaky, again),
    remembered: [...flaky, ...before.filter(({ title }) => !ran.has(title))],
  };
}

function reasonOf(flaky: FlakyTest[], again: FlakyTest[]): string | null {
  if (flaky.length > MOST_IN_ONE_RUN)
    return `${flaky.length} tests were flaky; at most ${MOST_IN_ONE_RUN} are tolerated.`;
  if (again.length > 0) return `Flaky twice in a row: ${again.map(({ title }) => title).join(' · ')}`;
  return null;
}

export function describeFlaky({ title, location, failure, trace }: FlakyTest): string {
  const lines = [`  ${location} › ${title}`, `    first attempt: ${failure}`];
  return [...lines, ...(trace === null ? [] : [`    trace of the second: ${trace}`])].join('\n');
}
