/** Data directories for tests of the embedded Postgres: a fresh cluster takes a second to make, a copy of one hardly any time. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../adapters/database/embedded-postgres.ts';
import { readPostmaster } from '../adapters/database/postmaster-file.ts';

export const silent = pino({ level: 'silent' });

export async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'console-data-'));
}

/** A data directory whose Postgres was started once and stopped. */
export async function folderWithCluster(): Promise<string> {
  const folder = await emptyFolder();
  const throwaway = { settings: {}, initdbFlags: ['--no-sync'] };
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: silent, throwaway });
  await postgres.close();
  return folder;
}

/** Copies with owners and modes, which `fs.cp` does not. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await emptyFolder();
  await promisify(execFile)('cp', ['-a', `${folder}/.`, copy]);
  return copy;
}

export async function postmasterOf(folder: string) {
  return readPostmaster(join(folder, 'postgres', 'data'));
}

/** The process number of the living Postgres; fails where there is none. */
export async function livingPostmaster(folder: string): Promise<number> {
  const found = await postmasterOf(folder);
  if (found.state !== 'alive') throw new Error(`The Postgres of the test is ${found.state}.`);
  return found.pid;
}

/** Ends what a test left running, then removes the folder. */
export async function removeFolder(folder: string): Promise<void> {
  const found = await postmasterOf(folder);
  if (found.state === 'alive') {
    process.kill(found.pid, 'SIGQUIT');
    while ((await postmasterOf(folder)).state === 'alive')
      await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

export type ConsoleProcess = {
  port: number;
  /** The greatest number whose row was acknowledged so far. */
  acknowledged(): number;
  wroteUpTo(n: number): Promise<void>;
  kill(): Promise<void>;
  /** Asks for a clean end and waits for it. */
  close(): Promise<void>;
};

/** Starts `database-console.ts` on the folder without waiting for it. */
export function spawnConsole(folder: string) {
  const script = fileURLToPath(new URL('database-console.ts', import.meta.url));
  return spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Starts it and waits until it writes. */
export async function startConsoleProcess(folder: string): Promise<ConsoleProcess> {
  const child = spawnConsole(folder);
  const exited = once(child, 'exit');
  let acknowledged = 0;
  let port: number | undefined;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [word, number] = line.split(' ');
    if (word === 'ready') port = Number(number);
    if (word === 'wrote') acknowledged = Number(number);
  });
  while (port === undefined) {
    const winner = await Promise.race([once(lines, 'line').then(() => 'line'), exited.then(() => 'exit')]);
    if (winner === 'exit') throw new Error('The console of the test ended before it was ready.');
  }
  return {
    port,
    acknowledged: () => acknowledged,
    async wroteUpTo(n) {
      while (acknowledged < n) await once(lines, 'line');
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}

/** Everything in the folder as one text of bytes, to search for what must not be there. */
export async function bytesOf(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)('find', [folder, '-type', 'f']);
  const files = stdout.split('\n').filter((path) => path !== '');
  return (await Promise.all(files.map((path) => readFile(path, 'latin1')))).join('\n');
}
