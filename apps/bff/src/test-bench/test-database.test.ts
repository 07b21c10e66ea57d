import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createTestDatabase } from './test-database.ts';

test('each test database is its own, and gone once closed', async () => {
  const one = await createTestDatabase();
  const other = await createTestDatabase();
  await one.db.execute(sql`create table note (text text)`);

  await expect(other.pool.query('select * from note')).rejects.toMatchObject({ code: '42P01' });
  const { rows } = await one.pool.query('select current_database() as name');
  await one.close();
  const left = await other.pool.query('select 1 from pg_database where datname = $1', [rows[0]?.name]);
  expect(left.rowCount).toBe(0);
  await other.close();
});

test('a test database carries the console’s schema', async () => {
  const database = await createTestDatabase();
  const { rows } = await database.pool.query(
    "select table_name from information_schema.tables where table_schema = 'public'",
  );
  expect(rows.length).toBeGreaterThan(0);
  await database.close();
});
