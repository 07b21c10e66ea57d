/** Moments as Postgres tells them: which transactions are visible. Two snapshots that read the same see the same rows. */
import type pg from 'pg';
import type { AskMoment, Moment } from '../../ports/moment.ts';
import { shareAnswers } from '../../ports/shared-lookup.ts';
import { StoreError, toStoreError } from '../../ports/store-error.ts';

const query = { name: 'moment', text: 'select pg_current_snapshot()::text', rowMode: 'array' } as const;

/** One query for all calls that arrive while the one before is under way. */
export function createMoments(pool: pg.Pool): AskMoment {
  return shareAnswers(async () => {
    const { rows } = await pool.query<[Moment]>(query).catch((error: unknown) => {
      throw toStoreError(error);
    });
    const [moment] = rows[0] ?? [];
    // A word for it would be the same every time, as if nothing was ever committed.
    if (moment === undefined) throw new StoreError('other');
    return moment;
  });
}
