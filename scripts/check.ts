/** `npm test`: everything that must hold before a change is kept. Ends with one line that sums up every check. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runStep, type Step, type StepResult } from './check-step.ts';
import { sum, summaryLine } from './test-report.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.tsbuild/reports');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const format = step('format', bin('biome'), ['check', '--colors=off', '--error-on-warnings']);
const lint = step('lint', bin('oxlint'), ['--deny-warnings']);
const unusedCode = step('unused code and dependencies', bin('knip'), ['--no-progress', '--no-config-hints']);
const types = step('types', bin('tsc'), ['--build']);
const webBuild = step('web build', process.execPath, ['scripts/web-build.ts']);
const bundleBudget = step('bundle budget', process.execPath, ['scripts/bundle-budget.ts']);
const browser = step('a browser for the journeys', process.execPath, ['e2e/install-browser.ts']);
const tests: Step = {
  ...step('unit, contract and API tests', bin('vitest'), ['run', '--reporter=default', '--reporter=json']),
  report: { runner: 'vitest', file: join(reports, 'vitest.json') },
};
const journeys: Step = {
  ...step('journeys', join(root, 'e2e/node_modules/.bin/playwright'), ['test']),
  cwd: join(root, 'e2e'),
  env: { E2E_REPORT: join(reports, 'playwright.json') },
  report: { runner: 'playwright', file: join(reports, 'playwright.json') },
};
tests.args.push(`--outputFile.json=${join(reports, 'vitest.json')}`);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const start = performance.now();
const results = [
  ...(await inParallel([browser], [format, lint, unusedCode], [types, webBuild, bundleBudget])),
  ...(await inOrder([tests, journeys])),
];
conclude(results);

function step(title: string, command: string, args: string[]): Step {
  return { title, command, args, cwd: root };
}

async function inParallel(...lanes: Step[][]): Promise<StepResult[]> {
  return (await Promise.all(lanes.map(inOrder))).flat();
}

/** A failed step stops nothing: one run tells everything that is wrong. */
async function inOrder(steps: Step[]): Promise<StepResult[]> {
  const done: StepResult[] = [];
  for (const each of steps) {
    if (each.report) console.log(`· ${each.title} …`);
    const result = await runStep(each);
    tell(result, each);
    done.push(result);
  }
  return done;
}

function tell({ title, seconds, counts, output }: StepResult, { report }: Step): void {
  const failed = counts.failed > 0;
  const detail = report ? `: ${summaryLine(counts)}` : '';
  console.log(`${failed ? '✗' : '✓'} ${title}${detail} (${seconds.toFixed(1)} s)`);
  if (failed) console.log(`\n${output.trimEnd()}\n`);
}

function conclude(all: StepResult[]): void {
  const failedSteps = all.filter(({ counts }) => counts.failed > 0).map(({ title }) => title);
  if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(' · ')}`);
  const minutes = (performance.now() - start) / 60_000;
  console.log(`\nEverything took ${minutes.toFixed(1)} minutes. Each step and each test counts as one:`);
  console.log(summaryLine(sum(all.map(({ counts }) => counts))));
  process.exitCode = failedSteps.length > 0 ? 1 : 0;
}
