/** Lists the journeys that passed only when they were repeated, remembers them for the next run, and fails a run with too many. */
// oxlint-disable import/no-default-export -- Playwright loads a reporter by its default export
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  describeFlaky,
  type FlakyTest,
  flakyHeading,
  judgeFlaky,
  parseRemembered,
} from '@console/tooling/flaky-tests';
import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';

const root = join(import.meta.dirname, '..');
const journeys = join(import.meta.dirname, 'src');
/** Kept from run to run. */
const report = join(root, '.tsbuild/flaky-journeys.json');

// biome-ignore lint/style/noDefaultExport: Playwright loads a reporter by its default export
export default class FlakyReporter implements Reporter {
  #journeys: TestCase[] = [];

  onBegin(_: unknown, suite: Suite): void {
    this.#journeys = suite.allTests();
  }

  async onEnd(): Promise<{ status: 'failed' } | undefined> {
    const ran = this.#journeys.filter(({ results }) => results.length > 0);
    const flaky = ran.filter((journey) => journey.outcome() === 'flaky').map(toFlakyTest);
    const before = existsSync(report) ? parseRemembered(readFileSync(report, 'utf8')) : [];
    const { reason, remembered } = judgeFlaky(flaky, before, new Set(ran.map(({ title }) => title)));
    mkdirSync(dirname(report), { recursive: true });
    writeFileSync(report, JSON.stringify(remembered, null, 2));
    if (flaky.length > 0) console.log(`\n${flakyHeading}\n${flaky.map(describeFlaky).join('\n')}`);
    if (reason === null) return undefined;
    console.log(`\n${reason}`);
    return { status: 'failed' };
  }
}

function toFlakyTest({ title, location, results }: TestCase): FlakyTest {
  const [first, ...repeated] = results;
  const trace = repeated.flatMap(({ attachments }) => attachments).find(({ name }) => name === 'trace');
  return {
    title,
    location: `${relative(journeys, location.file)}:${location.line}`,
    failure: stripVTControlCharacters(first?.error?.message ?? 'no message').split('\n')[0] ?? '',
    trace: trace?.path === undefined ? null : relative(root, trace.path),
  };
}
