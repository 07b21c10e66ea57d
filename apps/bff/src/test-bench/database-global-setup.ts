/**
 * Runs once per test run: one throw-away Postgres, and in it one migrated database that every test file's own is copied from.
 * What makes it fast (no fsync) would lose data; nothing here is worth keeping.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { createPool } from '../adapters/database/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../adapters/database/embedded-postgres.ts';
import { migrateDatabase } from '../adapters/database/migrate.ts';
import { isAlive } from '../adapters/database/postgres-cluster.ts';
import { removeFolder } from './database-folder.ts';

const log = pino({ level: 'silent' });
const template = 'console_template';
const prefix = 'console-tests-';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log,
    throwaway: {
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
      initdbFlags: ['--no-sync'],
    },
  });
  await prepareTemplate(postgres);
  project.provide('databaseServer', {
    console: postgres.address,
    superuser: postgres.superuserAddress,
    template,
  });
  return async () => {
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
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
async function clearAbandoned(): Promise<void> {
  for (const entry of await readdir(tmpdir())) {
    const pid = /^console-tests-(\d+)-/.exec(entry)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await removeFolder(join(tmpdir(), entry)).catch(() => {}); // another account's: not ours to clear
  }
}
