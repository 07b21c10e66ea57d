/** Starts a long-running program, keeps its last lines, and ends it by its id. Knows nothing of what the program does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment } from './child-environment.ts';

export type ServiceOptions = {
  name: string;
  command: string;
  args: string[];
  /** Its settings, beside what every program gets. */
  env: Record<string, string | undefined>;
  cwd: string;
  onLine?: (line: string) => void;
};

export type ServiceProcess = {
  name: string;
  /** `undefined` when the program could not be started. */
  pid: number | undefined;
  /** The last lines of both output streams, oldest first; at most `LINES_KEPT`. */
  lastLines: () => string[];
  /** Settles when the program has ended, however it ended. */
  ended: Promise<string>;
  hasEnded: () => boolean;
  /** SIGTERM, then SIGKILL for one that does not end; resolves when the program is gone. */
  stop: () => Promise<void>;
  /** SIGTERM once more: a console then ends without waiting for calls under way, and its Postgres with it. */
  hurry: () => void;
  /** SIGKILL at once, as a crash would. */
  kill: () => Promise<void>;
};

const LINES_KEPT = 400;
/** A server first lets the calls under way end, which takes it up to 25 seconds. */
const PATIENCE_MS = 30_000;

/** A process that exits before it stopped its services, as a test runner that is interrupted, does not leave them behind. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

export function startService({ name, command, args, env, cwd, onLine }: ServiceOptions): ServiceProcess {
  // Its own process group: a terminal's Ctrl-C reaches only the one who started it, who then ends services in order.
  const child = spawn(command, args, {
    cwd,
    env: { ...childEnvironment(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    readLines(stream, (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      onLine?.(line);
    });
  }
  running.add(child);
  const ended = howItEnds(child).finally(() => running.delete(child));
  return {
    name,
    pid: child.pid,
    lastLines: () => [...lines],
    ended,
    hasEnded: () => !isAlive(child),
    stop: () => stop(child, ended),
    hurry: () => {
      if (isAlive(child)) child.kill('SIGTERM');
    },
    kill: async () => {
      if (isAlive(child)) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Asks the address until it answers 2xx; rejects with the service's last lines when it ends or takes too long. */
export async function waitUntilReady(
  service: ServiceProcess,
  url: string,
  patienceMs: number,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (service.hasEnded())
      throw new Error(`${service.name} ${await service.ended}.\n${service.lastLines().join('\n')}`);
    if (await answers(url)) return;
    await delay(50);
  }
  const seconds = Math.round(patienceMs / 1000);
  throw new Error(
    `${service.name} was not ready after ${seconds} seconds (${url}).\n${service.lastLines().join('\n')}`,
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not listening yet
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on('line', onLine);
}

async function howItEnds(child: ChildProcess): Promise<string> {
  try {
    const [code, signal]: unknown[] = await once(child, 'close');
    return typeof signal === 'string' ? `was ended by ${signal}` : `ended with code ${String(code)}`;
  } catch (error) {
    return `could not be started: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (!isAlive(child)) return;
  child.kill('SIGTERM');
  const lastResort = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(lastResort);
}

function isAlive(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
