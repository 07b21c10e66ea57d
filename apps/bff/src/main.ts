/** Reads the settings, chooses the adapters, starts the console, and ends it in reverse order. The only place that does so. */
import { rm, writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { type Logger, pino } from 'pino';
import { DataDirectoryUnusable } from './adapters/data-directory.ts';
import { createChangeFeed } from './adapters/database/change-feed.ts';
import { type Database, openDatabase } from './adapters/database/database.ts';
import { DatabaseUnavailable } from './adapters/database/database-unavailable.ts';
import { migrateDatabase } from './adapters/database/migrate.ts';
import { createMoments } from './adapters/database/moments.ts';
import { createConnectorGateways } from './adapters/gateway/gateways.ts';
import { createPasswordHasher } from './adapters/password-hasher.ts';
import { createKeyCheckStore } from './adapters/vault/key-check-store.ts';
import { KeysUnusable } from './adapters/vault/keys-unusable.ts';
import { openVault } from './adapters/vault/open-vault.ts';
import { type Config, ConfigProblems, readConfig } from './config.ts';
import { createMetrics } from './http/metrics.ts';
import { systemClock } from './ports/clock.ts';
import { toStoreError } from './ports/store-error.ts';
import { type RunningConsole, startConsole } from './start-console.ts';

// No other account may read the files that this process writes.
process.umask(0o077);

try {
  await main(readConfig(process.env));
} catch (error) {
  console.error(sayWhy(error));
  process.exit(1);
}

async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  endOnFault(log);
  const database = await openDatabase({ ...config, log });
  const running = await start(config, database, log).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  endOn(log, { inOrder: running.stop, atOnce: database.close });
  await announce(config, running, log);
  // By itself Node writes it when the process ends in order: after a crash the next start would compile everything again.
  flushCompileCache();
}

/** Lines are written ten times a second: a write for each call would take longer than the call. What is left at the end is written then. */
function createLog(level: Config['logLevel']): Logger {
  const gathered = { sync: false, minLength: 8 * 1024, periodicFlush: 100 };
  return pino({ level, base: null }, pino.destination(gathered));
}

/**
 * A fault that no code caught leaves the process in an unknown state, so it ends; what was under way is found by the next start.
 * Only where it happened is written: messages of drivers and parsers quote the values they choked on.
 */
function endOnFault(log: Logger): void {
  const end = (kind: string) => (error: unknown) => {
    log.fatal({ cause: whereIn(error) }, kind);
    log.flush?.();
    process.exit(1);
  };
  process.on('uncaughtException', end('An uncaught fault ended the console'));
  process.on('unhandledRejection', end('An uncaught rejection ended the console'));
}

async function start(config: Config, database: Database, log: Logger): Promise<RunningConsole> {
  await migrateDatabase(database.pool);
  const metrics = createMetrics();
  const running = await startConsole({
    db: database.db,
    health: database.health,
    vault: await openVault({
      keys: config.keys,
      dataDir: config.dataDir,
      checks: createKeyCheckStore(database.pool),
      log,
    }),
    gateways: createConnectorGateways({
      allowedHosts: config.gatewayHosts,
      onCall: metrics.observeGatewayCall,
    }),
    hasher: await createPasswordHasher(),
    clock: systemClock,
    feed: createChangeFeed(database.pool.options, log),
    moment: createMoments(database.pool),
    log,
    metrics,
    metricsToken: config.metricsToken,
    settings: {
      publicUrl: new URL(config.publicOrigin),
      gatewayHosts: config.gatewayHosts,
      refreshSeconds: config.refreshSeconds,
      settleSeconds: config.settleSeconds,
      retention: config.retention,
    },
    host: config.host,
    port: config.port,
    webDir: config.webDir,
    trustedProxies: config.trustedProxies,
  });
  if (config.admin) {
    const { email, password } = config.admin;
    await running.console.createFirstAdministrator(email, password);
  }
  if (config.demo) await running.console.ensureDemoWorkspace(config.demo);
  return running;
}

/** The set-up link goes to the terminal and to a file that only this account can read, and nowhere else. */
async function announce(config: Config, running: RunningConsole, log: Logger): Promise<void> {
  log.info({ url: config.publicOrigin }, 'listening');
  if (config.insecureHttp)
    log.warn('Plain http beyond this machine: passwords and sessions can be read on the way');
  const file = join(config.dataDir, 'setup-link');
  const token = await running.console.openSetup();
  if (token === null) {
    await rm(file, { force: true });
    return;
  }
  const link = `${config.publicOrigin}/setup?token=${token}`;
  await writeFile(file, `${link}\n`, { mode: 0o600 });
  process.stdout.write(`Set up the console once with this link: ${link}\n`);
}

type Endings = { inOrder: () => Promise<void>; atOnce: () => Promise<void> };

/**
 * The first signal ends the console in order, a later one at once; either way its own Postgres ends with it. Signals that come together are
 * one: a process group and a parent that hands signals on deliver the same Ctrl-C twice.
 */
function endOn(log: Logger, { inOrder, atOnce }: Endings): void {
  let first: number | undefined;
  const exitAfter = (end: Promise<void>) => {
    end.then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (first === undefined) {
        first = systemClock.monotonic();
        log.info({ signal }, 'stopping');
        exitAfter(inOrder().then(atOnce));
      } else if (systemClock.monotonic() - first > togetherMilliseconds) exitAfter(atOnce());
    });
  }
}

const togetherMilliseconds = 2_000;

/** Errors that were made to be read by a person say themselves; any other shows only where it happened. */
function sayWhy(error: unknown): string {
  if (error instanceof ConfigProblems) return error.message;
  const readable = [DatabaseUnavailable, DataDirectoryUnusable, KeysUnusable];
  if (error instanceof Error && readable.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken by another program. Choose another one with CONSOLE_PORT.';
  }
  // Not the message: a database error's repeats the values of its statement.
  const { state } = toStoreError(error);
  return [
    'The console could not start' + (state === undefined ? '.' : ` (${state}).`),
    ...whereIn(error),
  ].join('\n');
}

function whereIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5);
}
