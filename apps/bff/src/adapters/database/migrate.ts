/** Brings the schema to this version of the console. Any number of consoles may ask at once: one works, the others wait. */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { toStoreError } from '../../ports/store-error.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';

/** Where `drizzle-kit generate` writes, beside `src`. */
const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Any number, the same in every version of the console. */
const migrationLock = 5_064_002;

export async function migrateDatabase(pool: pg.Pool, folder: string = migrationsFolder): Promise<void> {
  const client = await pool.connect();
  let healthy = false;
  try {
    // A migration, and waiting for another console's, may take longer than any request is allowed to.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder: folder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    await client.query('reset statement_timeout');
    healthy = true;
  } catch (error) {
    throw migrationFailed(error);
  } finally {
    // A connection that failed half-way is closed, which also frees its lock.
    client.release(!healthy);
  }
}

function migrationFailed(error: unknown): DatabaseUnavailable {
  const { state } = toStoreError(error);
  const reason = state ?? (error instanceof Error ? error.message : 'unknown reason');
  return new DatabaseUnavailable(
    `The database could not be brought to this version of the console (${reason}); it is as it was before.`,
    'Check that the role may create tables, and that the database was not used by a newer version.',
  );
}
