/** How many calls may be under way at once, so that a slow kind of work cannot take every connection from the others. */
import { notSent } from '../calls/failures.ts';

export type Pools = {
  /** Waits for a place under `key`; with `longestQueue` others waiting already it refuses at once. */
  within<Answer>(key: string, size: PoolSize, work: () => Promise<Answer>): Promise<Answer>;
};

export type PoolSize = { atOnce: number; longestQueue: number };

type Pool = { running: number; atOnce: number; waiting: (() => void)[] };

export function createPools(): Pools {
  const pools = new Map<string, Pool>();
  return {
    async within(key, { atOnce, longestQueue }, work) {
      const pool = pools.get(key) ?? { running: 0, atOnce, waiting: [] };
      pools.set(key, pool);
      // The vendor may change its mind about how many it allows.
      pool.atOnce = atOnce;
      if (pool.running >= pool.atOnce) {
        if (pool.waiting.length >= longestQueue) {
          throw notSent('unavailable', 'Too many calls are waiting for the gateway already.', 5);
        }
        await new Promise<void>((resolve) => pool.waiting.push(resolve));
      } else pool.running += 1;
      try {
        return await work();
      } finally {
        leave(pool);
      }
    },
  };
}

/** Hands the place to the call that has waited longest, unless there are fewer places now. */
function leave(pool: Pool): void {
  const next = pool.running > pool.atOnce ? undefined : pool.waiting.shift();
  if (next === undefined) pool.running -= 1;
  else next();
}
