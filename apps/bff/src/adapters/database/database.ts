/** Opens the console's one database: the Postgres at CONSOLE_DATABASE_URL, or the one it brings along. */
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Logger } from 'pino';
import type { DatabaseHealth } from '../../ports/database-health.ts';
import type { Secret } from '../../ports/secret.ts';
import { toStoreError } from '../../ports/store-error.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { watchDatabase } from './health.ts';

export type Database = {
  db: NodePgDatabase;
  pool: pg.Pool;
  health: DatabaseHealth;
  /** Waits some seconds for running statements, closes the pool and leaves the embedded Postgres. May be called twice. */
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** `postgresql://…`; absent: the embedded Postgres under `dataDir`. */
  databaseUrl?: Secret | undefined;
  dataDir: string;
  log: Pick<Logger, 'info' | 'warn'>;
};

const oldestServer = 15;

/** A connection that no code gives back would keep the pool from ending, and the embedded Postgres would go on without a console. */
const patienceMilliseconds = 5_000;

/** Ends in `DatabaseUnavailable` or `DataDirectoryUnusable`, each with what to do about it. */
export async function openDatabase({ databaseUrl, dataDir, log }: DatabaseOptions): Promise<Database> {
  if (databaseUrl !== undefined) {
    const pool = createPool({ connectionString: databaseUrl.exposeSecret() }, log);
    const health = watchDatabase({ pool, log });
    await assertUsable(pool);
    return asDatabase({ pool, health }, async () => {});
  }
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const pool = createPool(postgres.address, log);
  const health = watchDatabase({ pool, dataDirectory: postgres.dataDirectory, log });
  return asDatabase({ pool, health }, () => postgres.close());
}

/** Limits keep one slow statement, or a Postgres that went away, from holding every request. Big integers arrive as text. */
export function createPool(where: pg.PoolConfig, log: Pick<Logger, 'warn'>): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'connector-console',
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    ...where,
  });
  // Without listeners a connection that Postgres closes, idle or inside a transaction, would end the whole console. In the
  // second case the next statement of the transaction tells.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) =>
    log.warn({ state: toStoreError(error).state }, 'An idle database connection was lost'),
  );
  return pool;
}

function asDatabase(
  { pool, health }: Pick<Database, 'pool' | 'health'>,
  leave: () => Promise<void>,
): Database {
  let closing: Promise<void> | undefined;
  return {
    db: drizzle(pool),
    pool,
    health,
    close() {
      closing ??= Promise.race([pool.end(), pause(patienceMilliseconds, undefined, { ref: false })]).then(
        leave,
      );
      return closing;
    },
  };
}

async function assertUsable(pool: pg.Pool): Promise<void> {
  let version: number;
  try {
    const answer = await pool.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    );
    version = answer.rows[0]?.version ?? 0;
  } catch (error) {
    await pool.end();
    throw notReachable(toStoreError(error).state);
  }
  if (version >= oldestServer) return;
  await pool.end();
  throw new DatabaseUnavailable(
    `The database at CONSOLE_DATABASE_URL is Postgres ${version}.`,
    `The console needs Postgres ${oldestServer} or newer.`,
  );
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host name is not known',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses this user from here',
  '3D000': 'it has no database of that name',
};

function notReachable(state: string | undefined): DatabaseUnavailable {
  const reason = reasons[state ?? 'ETIMEDOUT'] ?? `it answers ${state}`;
  return new DatabaseUnavailable(
    `The database at CONSOLE_DATABASE_URL cannot be used: ${reason}.`,
    'Correct the URL, or leave it unset to use the Postgres that the console brings along.',
  );
}
