import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { runStep, type Step, type StepResult } from './run-step.ts';

const folder = mkdtempSync(join(tmpdir(), 'steps-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a program of its own, writes the id of that into the file, and neither ends by itself. */
const parentOf = (file: string) => `
  const { pid } = require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  require('node:fs').writeFileSync(${JSON.stringify(file)}, String(pid));
  setInterval(() => {}, 1000);
`;

function run(source: string, rest: Partial<Step> = {}, stop = new AbortController()): Promise<StepResult> {
  const step = {
    title: 'step',
    command: process.execPath,
    args: ['--eval', source],
    limitMinutes: 5,
    ...rest,
  };
  return runStep(step, stop.signal);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a step that succeeds counts as one check', async () => {
  expect(await run('console.log(process.env.NODE_COMPILE_CACHE)')).toMatchObject({
    counts: { passed: 1, failed: 0, skipped: 0 },
    output: expect.stringMatching(/[\\/]\.tsbuild[\\/]compile-cache$/),
  });
});

test('a step that fails is reported with everything it wrote', async () => {
  const { counts, output } = await run("console.log('half done'); console.error('broken'); process.exit(3);");
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(output).toContain('half done');
  expect(output).toContain('broken');
});

test('what a step notes at its end is shown even when it succeeds', async () => {
  const source = "console.log('3 passed'); console.log('Flaky:'); console.log('  one journey');";
  expect(await run(source, { noteFrom: 'Flaky:' })).toMatchObject({
    counts: { failed: 0 },
    note: 'Flaky:\n  one journey',
  });
  expect((await run("console.log('3 passed')", { noteFrom: 'Flaky:' })).note).toBe('');
});

test('a program that does not exist fails its step', async () => {
  const { counts, output } = await run('', { command: join(folder, 'missing') });
  expect(counts.failed).toBe(1);
  expect(output).toContain('ENOENT');
});

test('a step over its time limit is ended and says so', async () => {
  const { counts, output } = await run('setInterval(() => {}, 1000)', { limitMinutes: 0.005 });
  expect(counts.failed).toBe(1);
  expect(output).toContain('the time limit of this step');
});

test('a step is ended together with what it started when the check is stopped', async () => {
  const stop = new AbortController();
  const file = join(folder, 'stopped');
  const result = run(parentOf(file), {}, stop);
  await expect.poll(() => readFileSync(file, 'utf8')).toMatch(/\d/);
  stop.abort();
  expect((await result).counts.failed).toBe(1);
  await expect.poll(() => isAlive(Number(readFileSync(file, 'utf8')))).toBe(false);
});

test('a test runner that fails beside its tests, or that ran none, has failed', async () => {
  const report = { runner: 'playwright', file: join(folder, 'playwright.json') } as const;
  const stats = (expected: number) =>
    `require('node:fs').writeFileSync(${JSON.stringify(report.file)},
      JSON.stringify({ stats: { expected: ${expected}, unexpected: 0, flaky: 0, skipped: 0 } }));`;
  expect((await run(`${stats(4)} process.exit(1);`, { report })).counts).toMatchObject({
    passed: 4,
    failed: 1,
  });
  expect((await run(stats(0), { report })).counts).toMatchObject({ passed: 0, failed: 1 });
  expect((await run(stats(0), { report, mayBeEmpty: true })).counts).toMatchObject({ passed: 0, failed: 0 });
});
