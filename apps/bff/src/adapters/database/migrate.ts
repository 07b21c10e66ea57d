/** Brings the schema to this version of the console. Any number of consoles may ask at once: one works, the others wait. */
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { diskFullState } from '../../ports/database-health.ts';
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
    await refuseNewer(client, folder);
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

/** An older console would write rows that the newer one's tables no longer have a place for. */
async function refuseNewer(client: pg.PoolClient, folder: string): Promise<void> {
  const { rows: tables } = await client.query<{ isThere: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as "isThere"`,
  );
  if (tables[0]?.isThere !== true) return;
  const newest = Math.max(
    0,
    ...readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis),
  );
  const { rows } = await client.query<{ last: string | null }>(
    'select max(created_at) as last from drizzle.__drizzle_migrations',
  );
  if (Number(rows[0]?.last ?? 0) <= newest) return;
  throw new DatabaseUnavailable(
    'The database was used by a newer version of the console than this one; it is as it was before.',
    'Start that version or a newer one, or restore the backup that was made before the update.',
  );
}

function migrationFailed(error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const { state } = toStoreError(error);
  if (state === diskFullState) {
    return new DatabaseUnavailable(
      `The database could not be brought to this version of the console: its disk is full (${state}).`,
      'Free space on it and start the console again; the database is as it was before.',
    );
  }
  const reason = state ?? (error instanceof Error ? error.message : 'unknown reason');
  return new DatabaseUnavailable(
    `The database could not be brought to this version of the console (${reason}); it is as it was before.`,
    'Check that the role may create tables.',
  );
}
