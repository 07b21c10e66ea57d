/** Looks regularly after operations that nobody is carrying out any more: lost answers, ended processes. */
import type { Log } from '../ports/log.ts';
import { toStoreError } from '../ports/store-error.ts';
import type { Progress } from './progress.ts';
import type { Patience } from './rows.ts';
import type { OperationStore } from './store.ts';

type Deps = { store: Pick<OperationStore, 'hasten'>; progress: Progress; settleSeconds: number; log: Log };

/** Three looks within the time after which a lost create is declared absent. */
export function patienceWithin(settleSeconds: number): Patience {
  return {
    unsent: settleSeconds / 3,
    unanswered: settleSeconds / 2,
    firstLook: settleSeconds / 9,
    betweenLooks: (settleSeconds * 4) / 9,
  };
}

export function createSweeper({ store, progress, settleSeconds, log }: Deps) {
  let timer: NodeJS.Timeout | undefined;
  return { start, stop };

  async function start(): Promise<void> {
    await store.hasten();
    timer = setInterval(sweep, (settleSeconds * 1000) / 18);
    timer.unref();
  }

  /** Waits for what is being sent: an answer that is still to come must not be lost. */
  async function stop(): Promise<void> {
    clearInterval(timer);
    await progress.drain();
  }

  function sweep(): void {
    progress.sweep().catch((error: unknown) => {
      log.warn({ state: toStoreError(error).state }, 'Open operations could not be looked at');
    });
  }
}
