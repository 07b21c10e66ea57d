/** One step of the check: a command, how long it took, and how many checks of it passed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Counts, readReport, type TestReport } from './test-report.ts';

export type Step = {
  title: string;
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
  /** The file in which a test runner tells what it counted; a step without one counts as a single check. */
  report?: TestReport;
};

export type StepResult = { title: string; seconds: number; counts: Counts; output: string };

/** The journeys take twenty minutes on two cores; a step that takes twice that hangs, and is ended so that the rest can be told. */
const STEP_LIMIT_MS = 40 * 60_000;

export async function runStep(step: Step): Promise<StepResult> {
  const start = performance.now();
  const { succeeded, output } = await runCommand(step);
  const seconds = (performance.now() - start) / 1000;
  return { title: step.title, seconds, output, counts: countsOf(step, succeeded) };
}

function countsOf(step: Step, succeeded: boolean): Counts {
  if (!step.report) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  const counts = readReport(step.report);
  // A runner that failed beside its tests, or that ran none of them, has failed all the same.
  const unexplained = counts.failed === 0 && (!succeeded || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

async function runCommand({
  command,
  args,
  cwd,
  env,
}: Step): Promise<{ succeeded: boolean; output: string }> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGTERM', passOn);
  const settled = new AbortController();
  void delay(STEP_LIMIT_MS, undefined, { signal: settled.signal, ref: false })
    .then(() => {
      chunks.push(`\nEnded after ${STEP_LIMIT_MS / 60_000} minutes.`);
      child.kill('SIGTERM');
    })
    .catch(() => undefined); // the step settled in time
  try {
    const [code]: unknown[] = await once(child, 'close');
    return { succeeded: code === 0, output: chunks.join('') };
  } catch (error) {
    return { succeeded: false, output: `${command} could not be started: ${String(error)}` };
  } finally {
    settled.abort();
    process.off('SIGTERM', passOn);
  }
}
