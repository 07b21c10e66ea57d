/**
 * `npm test`: everything that must hold before a change is merged. `npm test -- <noun>`: what concerns one noun.
 * `npm run soak` (`--soak`): everything, with the journeys repeated while another process competes for the processor.
 */
import { mkdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { nounsAndParts } from '../nouns.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';
import { type Extent, lanesOf, reports } from './steps.ts';
import { sum, summaryLine } from './test-report.ts';

const stop = new AbortController();
const start = performance.now();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
const extent = readArguments();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const competitor = extent.soak ? keepOneCoreBusy() : undefined;
const results = (await Promise.all(lanesOf(extent).map(inOrder))).flat();
competitor?.kill();
conclude(results);

function readArguments(): Extent {
  const { values, positionals } = parseArgs({
    options: { soak: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const known = nounsAndParts();
  for (const noun of positionals) {
    if (known.includes(noun)) continue;
    console.error(`There is no noun "${noun}". The nouns and their parts are: ${known.join(', ')}.`);
    process.exit(1);
  }
  return { nouns: positionals, soak: values.soak };
}

/** A failed step does not keep the next one from running: one run reports everything that is wrong. */
async function inOrder(steps: Step[]): Promise<StepResult[]> {
  const done: StepResult[] = [];
  for (const step of steps) {
    if (stop.signal.aborted) break;
    const result = await runStep(step, stop.signal);
    report(result, step);
    done.push(result);
  }
  return done;
}

function report({ title, seconds, counts, note, output }: StepResult, step: Step): void {
  const failed = counts.failed > 0;
  const detail = step.report ? `: ${summaryLine(counts)}` : '';
  console.log(`${failed ? '✗' : '✓'} ${title}${detail} (${seconds.toFixed(1)} s)`);
  const shown = failed ? output : note;
  if (shown) console.log(`\n${shown}\n`);
}

function conclude(all: StepResult[]): void {
  const failed = all.filter(({ counts }) => counts.failed > 0).map(({ title }) => title);
  console.table(Object.fromEntries(all.map(({ title, seconds, counts }) => [title, { seconds, ...counts }])));
  if (failed.length > 0) console.log(`Failed: ${failed.join(' · ')}`);
  if (stop.signal.aborted) console.log('Stopped before everything was checked.');
  console.log(
    `${((performance.now() - start) / 60_000).toFixed(1)} minutes; each step and each test counts as one:`,
  );
  console.log(summaryLine(sum(all.map(({ counts }) => counts))));
  process.exitCode = failed.length > 0 || stop.signal.aborted ? 1 : 0;
}

/** Until it is killed, or this process is gone. */
function keepOneCoreBusy() {
  return execa(process.execPath, ['--eval', `while (process.ppid === ${process.pid});`], { reject: false });
}
