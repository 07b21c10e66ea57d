/** Looks regularly for operations that no process is carrying out any more: lost answers, ended processes. */
import { type Cancel, type Clock, every } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { toStoreError } from '../ports/store-error.ts';
import type { Progress } from './progress.ts';
import type { Patience } from './rows.ts';
import type { OperationStore } from './store.ts';

type Deps = {
  store: Pick<OperationStore, 'runSooner'>;
  progress: Progress;
  settleSeconds: number;
  clock: Clock;
  log: Log;
};

/** Three looks within the time after which a lost create is declared absent. */
export function patienceWithin(settleSeconds: number): Patience {
  return {
    unsent: settleSeconds / 3,
    unanswered: settleSeconds / 2,
    firstLook: settleSeconds / 9,
    betweenLooks: (settleSeconds * 4) / 9,
  };
}

/** Rounds are this often, so that a look is hardly later than patience says. */
export const sweepsWithinSettling = 18;

export function createSweeper({ store, progress, settleSeconds, clock, log }: Deps) {
  let endRounds: Cancel = () => {};
  return { start, stop };

  async function start(): Promise<void> {
    await store.runSooner();
    endRounds = every(clock, settleSeconds / sweepsWithinSettling, sweep);
  }

  /** Waits for what is being sent: an answer that is still to come must not be lost. */
  async function stop(): Promise<void> {
    endRounds();
    await progress.drain();
  }

  function sweep(): void {
    progress.sweep().catch((error: unknown) => {
      log.warn({ state: toStoreError(error).state }, 'Open operations could not be looked at');
    });
  }
}
