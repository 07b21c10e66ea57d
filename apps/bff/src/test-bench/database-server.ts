/**
 * A throw-away Postgres, and in it one migrated database that test databases are copied from. What makes it fast (no fsync) would lose data;
 * nothing here is worth keeping.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { createPool } from '../adapters/database/database.ts';
import {
  type DatabaseAddress,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../adapters/database/embedded-postgres.ts';
import { migrateDatabase } from '../adapters/database/migrate.ts';
import { isAlive } from '../adapters/database/postgres-cluster.ts';
import { removeFolder } from './database-folder.ts';

/** Plain data, so that it can be handed to the processes that run the tests. */
export type DatabaseServer = { console: DatabaseAddress; superuser: DatabaseAddress; template: string };

const log = pino({ level: 'silent' });
const template = 'console_template';
const prefix = 'console-tests-';

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  // Each console of a test takes up to eleven; no number of workers may run out of them.
  max_connections: '400',
};

export async function startDatabaseServer() {
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const throwaway = { settings, initdbFlags: ['--no-sync'] };
  const postgres = await startEmbeddedPostgres({ dataDir, log, throwaway });
  await prepareTemplate(postgres);
  const server: DatabaseServer = {
    console: postgres.address,
    superuser: postgres.superuserAddress,
    template,
  };
  return {
    server,
    /** Stops it and removes what it wrote. */
    async close() {
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function prepareTemplate(postgres: EmbeddedPostgres): Promise<void> {
  const admin = new pg.Client(postgres.superuserAddress);
  await admin.connect();
  await admin.query(`create database ${template} owner ${postgres.address.user}`);
  await admin.end();
  const pool = createPool({ ...postgres.address, database: template }, log);
  await migrateDatabase(pool);
  await pool.end();
}

/** A run that was killed could not stop its Postgres; the next run does it. */
export async function clearAbandonedServers(): Promise<void> {
  for (const entry of await readdir(tmpdir())) {
    const pid = /^console-tests-(\d+)-/.exec(entry)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await removeFolder(join(tmpdir(), entry)).catch(() => {}); // another account's: not ours to clear
  }
}
