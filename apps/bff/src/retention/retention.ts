/** Removes what the slices need no longer, batch by batch, every hour. Replicas that do so at the same time do not disturb each other. */
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Removal } from '../ports/retention.ts';
import { createRounds, type Rounds } from '../ports/rounds.ts';
import { toStoreError } from '../ports/store-error.ts';

const everySeconds = 3600;
/** Of a statement: no deletion holds the database up. */
const mostAtOnce = 5_000;

const failure = 'What is too old could not be removed';

type Deps = { removals: Readonly<Record<string, Removal>>; clock: Clock; log: Log };

export function createRetention({ removals, clock, log }: Deps): Rounds {
  let isStopping = false;
  const rounds = createRounds({ everySeconds, round, failure, clock, log });
  return {
    start: rounds.start,
    stop() {
      isStopping = true;
      return rounds.stop();
    },
  };

  /** One kind that cannot be removed does not keep the console from removing the others. */
  async function round(): Promise<void> {
    for (const [what, remove] of Object.entries(removals)) {
      const removed = await removeAll(remove).catch((error: unknown) => {
        log.warn({ what, state: toStoreError(error).state }, failure);
        return 0;
      });
      if (removed > 0) log.info({ what, removed }, 'Removed what was kept long enough');
    }
  }

  async function removeAll(remove: Removal): Promise<number> {
    let all = 0;
    while (!isStopping) {
      const removed = await remove(mostAtOnce);
      all += removed;
      if (removed < mostAtOnce) break;
    }
    return all;
  }
}
