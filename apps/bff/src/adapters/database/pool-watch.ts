/**
 * Watches for connections that the pool counts and no code uses: a lost one is missing for ever, and when all are lost every call waits in
 * vain while Postgres is well. Looked for only while callers wait.
 */
import pg from 'pg';
import type { Logger } from 'pino';

type Deps = { pool: pg.Pool; log: Pick<Logger, 'warn'>; heldMilliseconds?: number | undefined };

/** No statement takes longer; and one that does is seen at work. */
const usuallyHeldMilliseconds = 20_000;
const everyMilliseconds = 5_000;

/** Answers how many are lost now; 0 also when Postgres itself cannot be asked. `hasWaited`: the caller has just waited for one in vain. */
export function watchPool({
  pool,
  log,
  heldMilliseconds = usuallyHeldMilliseconds,
}: Deps): (hasWaited?: boolean) => Promise<number> {
  const heldSince = new Map<pg.PoolClient, number>();
  let said = 0;
  pool.on('acquire', (client) => heldSince.set(client, performance.now()));
  pool.on('release', (_error, client) => heldSince.delete(client));
  pool.on('remove', (client) => heldSince.delete(client));
  const watch = setInterval(() => void lost(), Math.min(everyMilliseconds, heldMilliseconds)).unref();
  return lost;

  async function lost(hasWaited = false): Promise<number> {
    if (pool.ended) clearInterval(watch);
    const long = [...heldSince].filter(([, since]) => performance.now() - since > heldMilliseconds);
    const isMissed = (hasWaited || pool.waitingCount > 0) && long.length > 0 && !pool.ended;
    const count = isMissed ? await idleAmong(long.map(([client]) => backendOf(client))) : 0;
    if (count > said) log.warn({ lost: count, of: pool.options.max }, 'Database connections were lost');
    // What was lost and is not looked for at this moment stays said until it is given back.
    said = isMissed ? count : Math.min(said, long.length);
    return count;
  }

  /** Over a connection of its own: those of the pool may all be lost. */
  async function idleAmong(backends: readonly number[]): Promise<number> {
    // A pool hides its password from being copied along with the rest.
    const { password } = pool.options;
    const client = new pg.Client({ ...pool.options, password, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where pid = any($1) and state is distinct from 'idle'`,
        [backends],
      );
      return backends.length - rows.length;
    } catch {
      return 0;
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** The process of Postgres at the other end; 0 is none. */
function backendOf(client: pg.PoolClient): number {
  const id: unknown = Reflect.get(client, 'processID');
  return typeof id === 'number' ? id : 0;
}
