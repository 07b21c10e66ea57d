/** Watches the database for what an operator has to mend: a disk without room, and a pool that lost connections. */
import { statfsSync } from 'node:fs';
import type pg from 'pg';
import type { Logger } from 'pino';
import { type DatabaseHealth, diskFullState } from '../../ports/database-health.ts';
import { shareAnswers } from '../../ports/shared-lookup.ts';
import { toStoreError } from '../../ports/store-error.ts';
import { watchPool } from './pool-watch.ts';

type Deps = {
  pool: pg.Pool;
  /** Where the console's own Postgres keeps its data; absent for a Postgres elsewhere, whose disk cannot be seen. */
  dataDirectory?: string;
  log: Pick<Logger, 'info' | 'warn'>;
  /** After how long a connection that does nothing counts as lost. */
  heldMilliseconds?: number;
};

/** Postgres takes its log in pieces of 16 MB: with less it may end instead of refusing a statement. */
const leastBytes = 16 * 1024 * 1024;

const diskFull = 'The disk of the database is full: free space on it, and the console goes on by itself.';

export function watchDatabase({ pool, dataDirectory, log, heldMilliseconds }: Deps): DatabaseHealth {
  let full = false;
  const lostConnections = watchPool({ pool, log, heldMilliseconds });
  pool.on('connect', (client) => {
    onServerError(client, (state) => {
      if (state === diskFullState) setFull(true);
    });
  });
  return {
    problems: shareAnswers(problems),
    isDiskFull: () => full || hasNoRoom(),
  };

  async function problems(): Promise<string[]> {
    const lost = await lostConnections();
    if (lost > 0) return [areLost(lost)];
    try {
      await pool.query('select 1');
      if (full || hasNoRoom()) setFull(!(await canWrite(pool)));
    } catch (error) {
      const lostMeanwhile = await lostConnections(true);
      if (lostMeanwhile > 0) return [areLost(lostMeanwhile)];
      const { state = 'no connection' } = toStoreError(error);
      return [hasNoRoom() ? diskFull : `The database does not answer (${state}).`];
    }
    return full ? [diskFull] : [];
  }

  function areLost(count: number): string {
    return `${count} of ${pool.options.max} database connections are lost: restart the console.`;
  }

  function setFull(isFull: boolean): void {
    if (isFull === full) return;
    full = isFull;
    if (full) log.warn({ state: diskFullState }, 'The disk of the database is full');
    else log.info({}, 'The disk of the database has room again');
  }

  function hasNoRoom(): boolean {
    if (dataDirectory === undefined) return false;
    try {
      const { bavail, bsize } = statfsSync(dataDirectory);
      return bavail * bsize < leastBytes;
    } catch {
      return false;
    }
  }
}

/** Every refusal of the server, whichever code asked: the driver tells only that code. */
function onServerError(client: pg.PoolClient, reported: (state: unknown) => void): void {
  const connection: unknown = Reflect.get(client, 'connection');
  if (typeof connection !== 'object' || connection === null || !('on' in connection)) return;
  if (typeof connection.on !== 'function') return;
  connection.on('errorMessage', (message: unknown) => {
    reported(typeof message === 'object' && message !== null ? Reflect.get(message, 'code') : undefined);
  });
}

/** Tries a row that needs new pages, and takes it back. Only a full disk counts: any other refusal says nothing of it. */
async function canWrite(pool: pg.Pool): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into instance (key, value)
       select 'room', string_agg(md5(random()::text), '') from generate_series(1, 8000)`,
    );
    return true;
  } catch (error) {
    return toStoreError(error).state !== diskFullState;
  } finally {
    const isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(isBroken);
  }
}
