import { sql } from 'drizzle-orm';
import pg from 'pg';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Secret } from '../../ports/secret.ts';
import { createTestDatabase, type TestDatabase } from '../../test-bench/test-database.ts';
import { openDatabase } from './database.ts';
import { watchDatabase } from './health.ts';

const cuts = 200;

test('connections that are cut at any moment of a transaction cost no place in the pool', async () => {
  const database = await createTestDatabase({ migrated: false });
  const { db, pool } = database;
  let failed = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    const work = db.transaction((tx) => tx.execute(sql`select 1`));
    const settled = work.catch(() => {
      failed += 1;
    });
    await cutAll(database);
    await settled;
    // A connection that is lost after it was handed out and before the transaction begins.
    pool.once('acquire', (client) => void client.end());
    await db
      .transaction((tx) => tx.execute(sql`select 1`))
      .catch(() => {
        failed += 1;
      });
  }
  expect(failed).toBeGreaterThanOrEqual(cuts);

  const atOnce = Array.from({ length: pool.options.max }, () => db.execute(sql`select pg_sleep(0.1)`));
  expect(await Promise.all(atOnce)).toHaveLength(10);
  expect(pool.totalCount - pool.idleCount).toBe(0);
  await database.close();
});

test('what a transaction failed of is told, and not that it could not be rolled back', async () => {
  const database = await createTestDatabase({ migrated: false });
  const reason = new Error('the reason');

  const work = database.db.transaction(async () => {
    await cutAll(database);
    throw reason;
  });

  await expect(work).rejects.toBe(reason);
  await database.close();
});

test('REL-21 connections that no code gives back are named in the log and on /readyz while callers wait, and busy ones are not', async () => {
  const database = await createTestDatabase({ migrated: false });
  const { pool } = database;
  const warnings: string[] = [];
  const health = watchDatabase({
    pool,
    log: { info: () => {}, warn: (_facts: object, text?: string) => void warnings.push(text ?? '') },
    heldMilliseconds: 100,
  });
  const clients = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
  const busy = clients.slice(0, 7).map((client) => client.query('select pg_sleep(600)').catch(() => {}));
  const waiting = pool.query('select 1').catch(() => {});

  await expect.poll(() => warnings, { timeout: 60_000 }).toContain('Database connections were lost');
  expect(await health.problems()).toEqual(['3 of 10 database connections are lost: restart the console.']);

  for (const client of clients.slice(7)) client.release();
  await waiting;
  expect(await health.problems()).toEqual([]);
  await cutAll(database);
  await Promise.all(busy);
  for (const client of clients.slice(0, 7)) client.release(true);
  await database.close();
});

test('REL-21 lost connections are named at each question, and in the log no second time, also while no other caller waits', async () => {
  const database = await createTestDatabase({ migrated: false });
  const { pool } = database;
  const warnings: string[] = [];
  const health = watchDatabase({
    pool,
    log: { info: () => {}, warn: (_facts: object, text?: string) => void warnings.push(text ?? '') },
    heldMilliseconds: 100,
  });
  const clients = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));

  const lost = ['10 of 10 database connections are lost: restart the console.'];

  expect(await health.problems()).toEqual(lost);
  const reported = [...warnings];
  expect(reported).toContain('Database connections were lost');
  expect(await health.problems()).toEqual(lost);

  expect(warnings).toEqual(reported);
  for (const client of clients) client.release();
  await database.close();
});

test('a database closes although a connection was lost, so that its console ends', async () => {
  const { url, close } = await createTestDatabase({ migrated: false });
  const database = await openDatabase({
    databaseUrl: new Secret(url),
    dataDir: '',
    log: pino({ level: 'silent' }),
  });
  const client = await database.pool.connect();

  await database.close();

  client.release();
  await close();
});

/** Ends every connection that the console has to its database, from the side of Postgres. */
async function cutAll({ url }: TestDatabase): Promise<void> {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await other.end();
}
