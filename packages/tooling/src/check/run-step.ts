/** Runs one step of the check: a command with a time limit, its output, and how many checks it passed. */
import { join } from 'node:path';
import { execa } from 'execa';
import { type Counts, readReport, type TestReport } from './test-report.ts';

export const root = join(import.meta.dirname, '../../../..');

export type Step = {
  title: string;
  /** A program of `node_modules/.bin`, or the path of one. */
  command: string;
  args: string[];
  /** Relative to the root of the repository, which is the default. */
  folder?: string;
  env?: Record<string, string>;
  limitMinutes: number;
  /** What a test runner counted; a step without a report counts as one check. */
  report?: TestReport;
  /** The line from which on the output is shown even when the step succeeded. */
  noteFrom?: string;
  /** Whether it is in order that no test was selected. */
  mayBeEmpty?: boolean;
};

export type StepResult = { title: string; seconds: number; counts: Counts; note: string; output: string };

/** Time for a test runner to end its tests and the programs they started. */
const GRACE_MS = 40_000;

/** Never rejects; `stop` ends the step as its time limit does. */
export async function runStep(step: Step, stop: AbortSignal): Promise<StepResult> {
  const cwd = join(root, step.folder ?? '.');
  const { failed, timedOut, all, durationMs, shortMessage } = await execa(step.command, step.args, {
    cwd,
    preferLocal: true,
    localDir: cwd,
    env: { NO_COLOR: '1', NODE_COMPILE_CACHE: join(root, '.tsbuild/compile-cache'), ...step.env },
    stdin: 'ignore',
    all: true,
    reject: false,
    timeout: step.limitMinutes * 60_000,
    cancelSignal: stop,
    killDescendants: true,
    // The signal on which both test runners end their workers and still write their reports.
    killSignal: 'SIGINT',
    forceKillAfterDelay: GRACE_MS,
  });
  const why = timedOut
    ? `Ended after ${step.limitMinutes} minutes, the time limit of this step.`
    : shortMessage;
  const noteStart = step.noteFrom === undefined ? -1 : all.lastIndexOf(step.noteFrom);
  return {
    title: step.title,
    seconds: Math.round(durationMs / 100) / 10,
    counts: countsOf(step, !failed),
    note: noteStart < 0 ? '' : all.slice(noteStart).trimEnd(),
    output: [all, failed ? why : ''].join('\n').trim(),
  };
}

/** The exit code decides; the report tells how many. */
function countsOf({ report, mayBeEmpty = false }: Step, succeeded: boolean): Counts {
  if (!report) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  const counts = readReport(report);
  const inOrder = succeeded && (mayBeEmpty || counts.passed > 0);
  return { ...counts, failed: inOrder ? counts.failed : Math.max(counts.failed, 1) };
}
