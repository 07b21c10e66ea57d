/**
 * Background work: every replica goes round again and again and looks in the database for what is due. Claims and leases there
 * decide which replica does what, so a round that comes twice, late or not at all loses and doubles nothing.
 */
import type { Cancel, Clock } from './clock.ts';
import type { Log } from './log.ts';
import { toStoreError } from './store-error.ts';

export type Rounds = {
  /** Resolves after the first round, whether it succeeded or not. */
  start: () => Promise<void>;
  /** Begins no further round, and waits for the one under way. */
  stop: () => Promise<void>;
};

type Options = {
  /** Counted from the end of a round. */
  everySeconds: number;
  round: () => Promise<unknown>;
  /** What the log says of a round that failed; the next one comes as usual. */
  failure: string;
  clock: Pick<Clock, 'after'>;
  log: Log;
};

export function createRounds({ everySeconds, round, failure, clock, log }: Options): Rounds {
  let cancel: Cancel = () => {};
  let underWay = Promise.resolve();
  let stopped = true;

  return {
    async start() {
      stopped = false;
      await goRound();
    },
    async stop() {
      stopped = true;
      cancel();
      await underWay;
    },
  };

  function goRound(): Promise<void> {
    underWay = surely().then(() => {
      if (!stopped) cancel = clock.after(everySeconds, () => void goRound());
    });
    return underWay;
  }

  async function surely(): Promise<void> {
    try {
      await round();
    } catch (error) {
      log.warn({ state: toStoreError(error).state }, failure);
    }
  }
}
