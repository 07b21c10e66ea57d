/**
 * Runs bulks, one step after the other, for as long as there is something to send. Everything it knows is in the database: the bulk's
 * row says whether it runs and until when it waits, and a lease there names the replica that runs it. Another one goes on exactly
 * where this one stopped.
 */
import { randomUUID } from 'node:crypto';
import { type Clock, every, pause } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createRounds } from '../../ports/rounds.ts';
import { toStoreError } from '../../ports/store-error.ts';
import { togetherOf } from '../kinds/kinds.ts';
import type { OperationRow } from '../rows.ts';
import { type ArrayCall, mostPerCall } from './array-call.ts';
import type { BulkStore } from './bulk-store.ts';
import type { ItemStore } from './item-store.ts';
import type { OneByOne } from './one-by-one.ts';
import type { BulkRow } from './rows.ts';

export type BulkRunner = {
  start: () => Promise<void>;
  /** Begins no further step, and waits for the ones under way. */
  stop: () => Promise<void>;
  /** Runs a bulk now that was just started or resumed, instead of with the next round. */
  wake: (bulkId: string) => void;
};

type Deps = {
  store: Pick<BulkStore, 'read' | 'runnable' | 'hold' | 'release' | 'waitUntil' | 'steer'>;
  items: Pick<ItemStore, 'next'>;
  arrayCall: ArrayCall;
  oneByOne: OneByOne;
  clock: Clock;
  log: Log;
};

/** A replica that died is noticed when its lease ends. */
const leaseSeconds = 15;
/** As often as leases are renewed. */
const roundSeconds = leaseSeconds / 3;
/** As many as background work may have under way; the gateway's own limit is kept further down. */
const atOnce = 4;
/** A user may pause or resume a bulk that waits, at any replica: the row is looked at again so often. */
const longestSleepSeconds = 2;

/** `wake` ends the wait that the run is in. At any other time it does nothing: the run looks at the row next, or else a round does soon. */
type Run = { wake: () => void; done: Promise<void> };

export function createBulkRunner(deps: Deps): BulkRunner {
  const { store, clock, log } = deps;
  const runBulk = createRunBulk(deps, () => stopping);
  const runs = new Map<string, Run>();
  let stopping = false;
  const rounds = createRounds({
    everySeconds: roundSeconds,
    round: async () => {
      for (const id of await store.runnable()) wake(id);
    },
    failure: 'Bulks could not be looked for',
    clock,
    log,
  });

  return { start: rounds.start, stop, wake };

  async function stop(): Promise<void> {
    stopping = true;
    await rounds.stop();
    for (const run of runs.values()) run.wake();
    await Promise.all([...runs.values()].map(({ done }) => done));
  }

  function wake(bulkId: string): void {
    const running = runs.get(bulkId);
    running?.wake();
    if (running || stopping) return;
    const run: Run = { wake: () => {}, done: Promise.resolve() };
    runs.set(bulkId, run);
    run.done = runBulk(bulkId, run)
      .catch((error: unknown) => {
        log.warn({ bulk: bulkId, state: toStoreError(error).state }, 'A bulk stopped early; it goes on soon');
      })
      .finally(() => runs.delete(bulkId));
  }
}

/** Runs one bulk for as long as this replica holds it and has something to do for it. */
function createRunBulk(deps: Deps, isStopping: () => boolean) {
  const { store, clock } = deps;
  const takeStep = createTakeStep(deps);

  return async (bulkId: string, run: Run): Promise<void> => {
    const holder = randomUUID();
    const hold = () => store.hold(bulkId, holder, leaseSeconds);
    if (!(await hold())) return;
    const lease = { lost: false };
    const renew = () => hold().then((held) => Object.assign(lease, { lost: !held }));
    const endRenewals = every(clock, leaseSeconds / 3, () => void renew().catch(() => {}));
    try {
      let goesOn = true;
      while (goesOn && !isStopping() && !lease.lost) goesOn = await goOn(bulkId, run);
    } finally {
      endRenewals();
      await store.release(bulkId, holder);
    }
  };

  /** One step, or a part of a wait; `false` when there is nothing more to do. */
  async function goOn(bulkId: string, run: Run): Promise<boolean> {
    const bulk = await store.read(bulkId);
    // Stopped while the row was read: a wait that began now would not be woken.
    if (bulk?.state !== 'running' || isStopping()) return false;
    if (bulk.waitingUntil !== null) {
      const left = (bulk.waitingUntil.getTime() - clock.now().getTime()) / 1000;
      if (left > 0) return sleep(run, Math.min(left, longestSleepSeconds));
      await store.waitUntil(bulkId, null);
    }
    return takeStep(bulk);
  }

  async function sleep(run: Run, seconds: number): Promise<true> {
    const { promise: woken, resolve } = Promise.withResolvers<void>();
    run.wake = resolve;
    await Promise.race([pause(clock, seconds), woken]);
    return true;
  }
}

/** Sends the next items. `false`: there are none. */
function createTakeStep({ store, items, arrayCall, oneByOne, clock }: Deps) {
  return async (bulk: BulkRow): Promise<boolean> => {
    const { together, alike } = sentAlike(bulk.kind, await items.next(bulk.id, mostPerCall));
    if (alike.length === 0) return false;
    const verdict = together
      ? await arrayCall({ bulk, together }, alike)
      : await oneByOne.sendAll(bulk, alike.slice(0, atOnce));
    if (verdict.kind === 'wait') {
      await store.waitUntil(bulk.id, new Date(clock.now().getTime() + verdict.seconds * 1000));
    } else if (verdict.kind === 'pause') {
      await store.steer(bulk.id, { state: 'paused', problem: verdict.problem }, null);
    }
    return true;
  };
}

/** Those that can be sent the way the first of them is: together in one call, or each with a call of its own. */
function sentAlike(kind: BulkRow['kind'], waiting: readonly OperationRow[]) {
  const ways = waiting.map(({ cloud }) => togetherOf(kind, cloud));
  return { together: ways[0], alike: waiting.filter((_, at) => ways[at] === ways[0]) };
}
