import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test-bench/test-database.ts';

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

/** Ends every connection that the console has to its database, from the side of Postgres. */
async function cutAll({ url }: TestDatabase): Promise<void> {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await other.end();
}
