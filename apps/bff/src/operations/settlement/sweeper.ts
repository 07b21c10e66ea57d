/** Looks regularly for operations that no process is carrying out any more: lost answers, ended processes. */
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createRounds } from '../../ports/rounds.ts';
import type { Patience } from '../rows.ts';
import type { OperationStore } from '../store.ts';
import type { Progress } from './progress.ts';

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
  const rounds = createRounds({
    everySeconds: settleSeconds / sweepsWithinSettling,
    round: progress.sweep,
    failure: 'Open operations could not be looked at',
    clock,
    log,
  });
  return { start, stop };

  async function start(): Promise<void> {
    await store.runSooner();
    await rounds.start();
  }

  /** Waits for what is being sent: an answer that is still to come must not be lost. */
  async function stop(): Promise<void> {
    await rounds.stop();
    await progress.drain();
  }
}
