/** Follows the jobs that runs have started to their end, by what the snapshot shows: whichever replica read it. */
import type { Cloud } from '@console/console-contract';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createRounds, type Rounds } from '../../ports/rounds.ts';
import type { EndedJob, JobEnd, JobEndStore } from './job-end-store.ts';

type Deps = {
  store: JobEndStore;
  /** What a message most likely means, in few words; `null` where that is not known. */
  causeOf: (message: string, cloud: Cloud) => string | null;
  clock: Clock;
  log: Log;
};

/** How long a job may have ended before its run says so. */
const everySeconds = 5;

export function createJobEnds({ store, causeOf, clock, log }: Deps): Rounds {
  return createRounds({ everySeconds, round, failure: 'Jobs could not be followed', clock, log });

  async function round(): Promise<void> {
    for (const job of await store.ended()) await store.end(job.id, endOf(job));
    await store.giveUp();
  }

  function endOf({ cloud, state, newestError }: EndedJob): JobEnd {
    if (state !== 'errors') return { state: 'succeeded', error: null, cause: null };
    return { state, error: newestError, cause: newestError === null ? null : causeOf(newestError, cloud) };
  }
}
