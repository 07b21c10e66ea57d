/** Starts, finds and stops the one Postgres of a cluster. That there is never a second one, Postgres' own lock file sees to. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { systemCode } from '../data-directory.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { actingAs } from './postgres-account.ts';
import { binary } from './postgres-binaries.ts';
import { type PostgresCluster, postgresEnvironment } from './postgres-cluster.ts';
import { readPostmaster } from './postmaster-file.ts';

export type PostmasterSettings = Readonly<Record<string, string>>;

const settings: PostmasterSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  // Containers give shared memory 64 MB, which parallel queries outgrow; the console's queries are small.
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // Neither statements nor row values reach the log: they may hold what a person typed.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const patience = { start: 120_000, stop: 30_000 };

/**
 * Answers the port of the cluster's living Postgres, having started one if there was none. A start that finds the port of
 * last time taken takes another, unless `port` says that running connections depend on it.
 */
export async function ensurePostmaster(
  cluster: PostgresCluster,
  log: Pick<Logger, 'info' | 'warn'>,
  { port, extra = {} }: { port?: number | undefined; extra?: PostmasterSettings } = {},
): Promise<number> {
  const deadline = Date.now() + patience.start;
  let choice = port ?? (await rememberedPort(cluster)) ?? (await freePort());
  while (Date.now() < deadline) {
    const found = await readPostmaster(cluster.data);
    if (found.state === 'alive') {
      if (found.ready) return found.port;
      await pause(25);
      continue;
    }
    if (found.state === 'usurped') await removeLock(cluster, found.pid, log);
    const outcome = await launch(cluster, choice, extra);
    if (outcome === 'ready') {
      await writeFile(join(cluster.home, 'port'), String(choice), { mode: 0o600 });
      return choice;
    }
    if (outcome === 'port-taken' && port === undefined) choice = await freePort();
    else await pause(200);
  }
  throw new DatabaseUnavailable(
    `The console's Postgres did not become ready within ${patience.start / 1000} seconds.`,
    `Its log is ${cluster.log}.`,
  );
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. Waits for the end. */
export async function stopPostmaster(cluster: PostgresCluster): Promise<void> {
  const flags = [
    'stop',
    `--pgdata=${cluster.data}`,
    '--mode=fast',
    '--wait',
    `--timeout=${patience.stop / 1000}`,
  ];
  try {
    await promisify(execFile)(binary(cluster.binaries, 'pg_ctl'), flags, {
      cwd: cluster.home,
      env: postgresEnvironment(),
      ...actingAs(cluster.account),
    });
  } catch {
    const { state } = await readPostmaster(cluster.data);
    if (state !== 'alive') return; // it ended by itself meanwhile
    throw new DatabaseUnavailable(
      `The console's Postgres did not stop within ${patience.stop / 1000} seconds.`,
      'It loses nothing, and the next start joins it.',
    );
  }
}

type LaunchOutcome = 'ready' | 'port-taken' | 'occupied';

async function launch(
  cluster: PostgresCluster,
  port: number,
  extra: PostmasterSettings,
): Promise<LaunchOutcome> {
  const logStart = await prepareLog(cluster.log);
  const { pid, ended } = await spawnPostgres(cluster, { ...settings, ...extra, port: String(port) });
  for (;;) {
    const news = await Promise.race([ended, pause(15)]);
    if (news === 'ended') return whyEnded(cluster, (await readFile(cluster.log, 'utf8')).slice(logStart));
    const found = await readPostmaster(cluster.data);
    if (found.state === 'alive' && found.pid === pid && found.ready) return 'ready';
  }
}

type PostgresProcess = { pid: number | undefined; ended: Promise<'ended'> };

/** Detached, so that Ctrl-C reaches the console alone, which then stops Postgres in its own time. */
async function spawnPostgres(cluster: PostgresCluster, values: PostmasterSettings): Promise<PostgresProcess> {
  const output = await open(cluster.log, 'a', 0o600);
  try {
    const flags = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binary(cluster.binaries, 'postgres'), ['-D', cluster.data, ...flags], {
      cwd: cluster.home,
      env: postgresEnvironment(),
      stdio: ['ignore', output.fd, output.fd],
      detached: true,
      ...actingAs(cluster.account),
    });
    // Before anything is waited for: a Postgres that finds the folder taken ends within milliseconds.
    const ended = new Promise<'ended'>((resolve) => child.once('exit', () => resolve('ended')));
    await once(child, 'spawn').catch((error: unknown) => {
      throw new DatabaseUnavailable(
        `The console's Postgres cannot be run (${systemCode(error)}).`,
        'Install the console on a file system that allows programs, or set CONSOLE_DATABASE_URL.',
      );
    });
    child.unref();
    return { pid: child.pid, ended };
  } finally {
    await output.close();
  }
}

/** Two of the reasons pass by themselves; any other is for a person, in Postgres' own words (they name no data). */
function whyEnded(cluster: PostgresCluster, printed: string): LaunchOutcome {
  if (/could not bind|could not create any TCP/.test(printed)) return 'port-taken';
  if (/lock file ".*" already exists|shared memory block .* in use/.test(printed)) return 'occupied';
  const reason = printed.match(/(?:FATAL|PANIC|error).*/)?.[0] ?? 'it ended without a word';
  throw new DatabaseUnavailable(
    `The console's Postgres does not start: ${reason}.`,
    `Its log is ${cluster.log}.`,
  );
}

async function removeLock(cluster: PostgresCluster, pid: number, log: Pick<Logger, 'warn'>): Promise<void> {
  log.warn(
    { pid },
    'Postgres left a lock file whose process number belongs to another program now; the file is removed',
  );
  await rm(join(cluster.data, 'postmaster.pid'), { force: true });
}

/** Keeps the log from growing without end: one older file beside it. Answers where this start's lines begin. */
async function prepareLog(path: string): Promise<number> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size < 5_000_000) return size;
  await rename(path, `${path}.1`);
  return 0;
}

async function rememberedPort(cluster: PostgresCluster): Promise<number | undefined> {
  const text = await readFile(join(cluster.home, 'port'), 'utf8').catch(() => '');
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP listener always has a port.');
  return address.port;
}
