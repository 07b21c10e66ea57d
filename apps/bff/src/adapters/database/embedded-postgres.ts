/**
 * The Postgres that the console brings along. Consoles that share a data directory share it: each holds a shared advisory lock for
 * as long as it lives, and the one that leaves and gets the lock alone is the last and stops it. A console that was killed leaves
 * its Postgres running, and the next one joins it.
 */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { toStoreError } from '../../ports/store-error.ts';
import { prepareDataDirectory } from '../data-directory.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { openCluster, type PostgresCluster, superuser } from './postgres-cluster.ts';
import { placePostgres } from './postgres-placement.ts';
import { ensurePostmaster, type PostmasterSettings, stopPostmaster } from './postmaster.ts';

export type DatabaseAddress = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
};

export type EmbeddedPostgres = {
  /** What the console connects with: an ordinary role that owns the database `console` and nothing else. */
  address: DatabaseAddress;
  /** For maintenance: the throw-away databases of tests. */
  superuserAddress: DatabaseAddress;
  /** Where its data lie, on the disk that may become full. */
  dataDirectory: string;
  /** Leaves, and stops Postgres if no other console uses it. */
  close(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  dataDir: string;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Only for clusters that are thrown away: whatever is set here costs durability. */
  throwaway?: { settings: PostmasterSettings; initdbFlags: readonly string[] };
};

const role = 'console';
/** Any numbers will do, as long as every version of the console says the same. Advisory locks count per database: ours is `postgres`. */
const presenceLock = 5_064_001;
const preparationLock = 5_064_003;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, throwaway } = options;
  const dataDirectory = await prepareDataDirectory(options.dataDir);
  const cluster = await openCluster(await placePostgres({ dataDirectory, log }), throwaway?.initdbFlags);
  const extra = throwaway?.settings ?? {};
  let leaving = false;
  let rejoining: Promise<void> | undefined;
  let presence = await join(cluster, log, { extra });
  const { port } = presence;
  await prepareConsoleDatabase(presence.client, derivedPassword(cluster));
  watch();

  /** A Postgres that died (out of memory, a stray kill) is started again at the same port, and the pool finds it there. */
  function watch(): void {
    presence.client.once('end', () => {
      if (!leaving) rejoining = rejoin();
    });
  }
  async function rejoin(): Promise<void> {
    log.warn('The connection to the console’s Postgres was lost; joining it again');
    while (!leaving) {
      try {
        presence = await join(cluster, log, { port, extra });
        watch();
        return;
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'The console’s Postgres does not come back yet');
        await pause(1000);
      }
    }
  }

  const address = { host: '127.0.0.1', port };
  return {
    address: { ...address, user: role, password: derivedPassword(cluster), database: role },
    superuserAddress: { ...address, user: superuser, password: cluster.password, database: 'postgres' },
    dataDirectory: cluster.data,
    async close() {
      if (leaving) return;
      leaving = true;
      await rejoining;
      await leave(cluster, presence.client);
    },
  };
}

/** What was made for a person to read, such as that the disk is full; of any other error its name alone. */
function reasonOf(error: unknown): string {
  if (error instanceof DatabaseUnavailable) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}

type Presence = { client: pg.Client; port: number };

/** Another console may be stopping Postgres at this very moment; then the connection breaks and the round begins anew. */
async function join(
  cluster: PostgresCluster,
  log: Pick<Logger, 'info' | 'warn'>,
  start: { port?: number; extra: PostmasterSettings },
): Promise<Presence> {
  for (let round = 0; round < 50; round += 1) {
    const port = await ensurePostmaster(cluster, log, start);
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: superuser,
      password: cluster.password,
      database: 'postgres',
      application_name: 'connector-console presence',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on('error', () => {}); // told by 'end', which follows
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
      return { client, port };
    } catch (error) {
      await client.end().catch(() => {});
      const { code, state } = toStoreError(error);
      if (code !== 'unavailable') throw refusedByOwnPostgres(cluster, state);
      await pause(100);
    }
  }
  throw new DatabaseUnavailable('The console’s Postgres keeps ending.', `Its log is ${cluster.log}.`);
}

async function leave(cluster: PostgresCluster, client: pg.Client): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
    const answer = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      presenceLock,
    ]);
    if (answer.rows[0]?.alone === true) await stopPostmaster(cluster);
  } catch (error) {
    if (toStoreError(error).code !== 'unavailable') throw error; // an ended Postgres is what we were about to ask for
  } finally {
    await client.end().catch(() => {});
  }
}

/** The console works as a role of its own, so that an injected statement could neither run programs nor read files. */
async function prepareConsoleDatabase(client: pg.Client, password: string): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [preparationLock]); // consoles may meet at a new cluster
  const known = await client.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $1) as database`,
    [role],
  );
  const literal = client.escapeLiteral(password);
  if (known.rows[0]?.role !== true) await client.query(`create role ${role} login password ${literal}`);
  if (known.rows[0]?.database !== true) await client.query(`create database ${role} owner ${role}`);
  await client.query('select pg_advisory_unlock($1)', [preparationLock]);
}

/** Derived, so that every console on this data directory arrives at the same one without a second file. */
function derivedPassword(cluster: PostgresCluster): string {
  return createHmac('sha256', cluster.password).update('role console').digest('base64url');
}

function refusedByOwnPostgres(cluster: PostgresCluster, state: string | undefined): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The console’s Postgres refuses its own superuser (${state ?? 'unknown reason'}).`,
    `The files in ${cluster.home} do not belong together: restore them from one backup.`,
  );
}
