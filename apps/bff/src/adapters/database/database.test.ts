import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Secret } from '../../ports/secret.ts';
import { toStoreError } from '../../ports/store-error.ts';
import { silent } from '../../test-bench/database-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../test-bench/test-database.ts';
import { openDatabase } from './database.ts';
import { migrateDatabase } from './migrate.ts';

let database: TestDatabase;
let migrations: string;

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
  migrations = await mkdtemp(join(tmpdir(), 'console-migrations-'));
});

afterEach(async () => {
  await database.close();
  await rm(migrations, { recursive: true });
});

test('a Postgres of one’s own is used as it is, and big integers arrive as text', async () => {
  const { pool, close } = await open(database.url);
  const { rows } = await pool.query('select current_database() as name, 9007199254740993::bigint as big');
  expect(rows).toEqual([{ name: new URL(database.url).pathname.slice(1), big: '9007199254740993' }]);
  await close();
  await close();
});

test.each([
  ['no such port', (url: URL) => Object.assign(url, { port: '1' }), 'nothing listens there'],
  [
    'wrong password',
    (url: URL) => Object.assign(url, { password: 'CANARY' }),
    'it refuses the user or the password',
  ],
  [
    'no such database',
    (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
    'it has no database of that name',
  ],
])('a database that cannot be used ends in one clear sentence: %s', async (_what, change, reason) => {
  const { password } = new URL(database.url);
  const url = change(new URL(database.url)).href;
  const error = await open(url).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain(
    `The database at CONSOLE_DATABASE_URL cannot be used: ${reason}. Correct the URL`,
  );
  expect(String(error)).not.toContain(password);
  expect(String(error)).not.toContain('CANARY');
});

test('REL-14 three consoles that migrate at once do it once, and a newer one goes on from there', async () => {
  await writeMigrations('create table note (text text primary key);');
  await Promise.all([1, 2, 3].map(() => migrateDatabase(database.pool, migrations)));
  await database.pool.query("insert into note values ('kept')");

  await writeMigrations(
    'create table note (text text primary key);',
    'alter table note add column author text;',
  );
  await migrateDatabase(database.pool, migrations);
  const { rows } = await database.pool.query('select text, author from note');
  expect(rows).toEqual([{ text: 'kept', author: null }]);
});

test('REL-14 a migration that fails half-way leaves the database as it was, and lets the next console try', async () => {
  await writeMigrations('create table note (text text);', 'create table other (n int); select 1/0;');
  await expect(migrateDatabase(database.pool, migrations)).rejects.toThrow(
    '(22012); it is as it was before.',
  );
  await expect(database.pool.query('select * from note')).rejects.toMatchObject({ code: '42P01' });

  await writeMigrations('create table note (text text);');
  await migrateDatabase(database.pool, migrations);
  await expect(database.pool.query('select * from note')).resolves.toMatchObject({ rows: [] });
});

test('REL-14 an older console refuses to start on the schema of a newer one, and says what to do', async () => {
  await writeMigrations('create table note (text text);', 'create table other (n int);');
  await migrateDatabase(database.pool, migrations);

  await writeMigrations('create table note (text text);');
  await expect(migrateDatabase(database.pool, migrations)).rejects.toThrow(
    'The database was used by a newer version of the console than this one; it is as it was before. ' +
      'Start that version or a newer one, or restore the backup that was made before the update.',
  );
});

test('the console’s own migrations run on an empty database', async () => {
  await migrateDatabase(database.pool);
  await migrateDatabase(database.pool);
  const { rows } = await database.pool.query(
    "select count(*) > 0 as some from pg_tables where schemaname = 'public'",
  );
  expect(rows).toEqual([{ some: true }]);
});

test('SEC-04 what the database refuses is told by code and constraint, without statement, values or detail', async () => {
  await database.db.execute(sql`create table note (text text constraint note_text_unique unique)`);
  const insert = () => database.db.execute(sql`insert into note values (${'CANARY'})`);
  await insert();
  const raw: unknown = await insert().catch((thrown: unknown) => thrown);
  expect(String(raw)).toContain('CANARY'); // what the query builder would say

  const error = toStoreError(raw);
  expect(error).toMatchObject({ code: 'unique-violation', constraint: 'note_text_unique', state: '23505' });
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/CANARY|insert into/);
  expect(error.cause).toBeUndefined();
});

test('a statement without end is stopped, and a database that is gone is told from a refusal', async () => {
  const { pool, close } = await open(database.url);
  await pool.query('create table note (n int)');
  const [one, other] = [await pool.connect(), await pool.connect()];
  await one.query("set statement_timeout = '50ms'");
  expect(toStoreError(await one.query('select pg_sleep(5)').catch((thrown: unknown) => thrown)).code).toBe(
    'unavailable',
  );
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  );
  expect(toStoreError(await one.query('select 1').catch((thrown: unknown) => thrown)).code).toBe(
    'unavailable',
  );
  expect(toStoreError(await other.query('select 1/0').catch((thrown: unknown) => thrown)).code).toBe('other');
  one.release(true);
  other.release();
  await close();
});

function open(url: string) {
  return openDatabase({ databaseUrl: new Secret(url), dataDir: '/nowhere', log: silent });
}

/** In the form of `drizzle-kit generate`. */
async function writeMigrations(...statements: string[]): Promise<void> {
  await mkdir(join(migrations, 'meta'), { recursive: true });
  const entries = statements.map((_, idx) => ({
    idx,
    version: '7',
    when: idx + 1,
    tag: `000${idx}`,
    breakpoints: true,
  }));
  await writeFile(
    join(migrations, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  await Promise.all(statements.map((text, idx) => writeFile(join(migrations, `000${idx}.sql`), text)));
}
