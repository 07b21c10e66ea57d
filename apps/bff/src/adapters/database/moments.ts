/** Moments as Postgres tells them: which transactions are visible. Two snapshots that read the same see the same rows. */
import type pg from 'pg';
import type { AskMoment } from '../../ports/moment.ts';
import { shareLookups } from '../../ports/shared-lookup.ts';
import { toStoreError } from '../../ports/store-error.ts';

const query = { name: 'moment', text: 'select pg_current_snapshot()::text', rowMode: 'array' } as const;

/** One query for all calls that arrive while the one before is under way. */
export function createMoments(pool: pg.Pool): AskMoment {
  const ask = shareLookups(async () => new Map([['now', await read()]]));
  return async () => (await ask('now')) ?? '';

  async function read(): Promise<string> {
    try {
      const { rows } = await pool.query<[string]>(query);
      return rows[0]?.[0] ?? '';
    } catch (error) {
      throw toStoreError(error);
    }
  }
}
