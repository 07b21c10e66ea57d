/** Keeps the check values in the table `instance`, which outlives every other table being emptied. */
import type pg from 'pg';
import type { KeyCheckStore } from '../../ports/credential-vault.ts';
import { toStoreError } from '../../ports/store-error.ts';

const prefix = 'key-check:';

export function createKeyCheckStore(pool: Pick<pg.Pool, 'query'>): KeyCheckStore {
  return {
    async list() {
      const { rows } = await ask<{ key: string; value: string }>(
        pool,
        'select key, value from instance where starts_with(key, $1)',
        [prefix],
      );
      return new Map(rows.map(({ key, value }) => [key.slice(prefix.length), value]));
    },
    async record(keyId, check) {
      await ask(pool, 'insert into instance (key, value) values ($1, $2) on conflict (key) do nothing', [
        `${prefix}${keyId}`,
        check,
      ]);
    },
  };
}

async function ask<Row extends pg.QueryResultRow>(
  pool: Pick<pg.Pool, 'query'>,
  statement: string,
  values: string[],
) {
  try {
    return await pool.query<Row>(statement, values);
  } catch (error) {
    throw toStoreError(error);
  }
}
