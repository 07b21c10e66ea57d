/**
 * Runs bulks, one step after the other, for as long as there is something to send and nothing holds it up. Everything
 * it knows is in the database, so another process goes on exactly where this one stopped.
 */
import { randomUUID } from 'node:crypto';
import { type Clock, every, pause } from '../../ports/clock.ts';
import type { Jobs } from '../../ports/jobs.ts';
import { togetherOf } from '../kinds/kinds.ts';
import type { OperationRow } from '../rows.ts';
import { type ArrayCall, mostPerCall } from './array-call.ts';
import type { BulkStore } from './bulk-store.ts';
import type { ItemStore } from './item-store.ts';
import type { OneByOne } from './one-by-one.ts';
import type { BulkRow } from './rows.ts';
import type { Verdict } from './verdict.ts';

export const bulkJob = 'bulk';

type Deps = {
  store: Pick<BulkStore, 'read' | 'running' | 'hold' | 'release' | 'waitUntil' | 'steer'>;
  items: Pick<ItemStore, 'next'>;
  arrayCall: ArrayCall;
  oneByOne: OneByOne;
  jobs: Pick<Jobs, 'handle' | 'ask'>;
  clock: Clock;
};

const leaseSeconds = 15;
/** As many as background work may have under way; the gateway's own limit is kept further down. */
const atOnce = 4;
const waitedHereMilliseconds = 2000;

export function createBulkRunner({ store, items, arrayCall, oneByOne, jobs, clock }: Deps) {
  let stopping = false;
  jobs.handle(bulkJob, runBulk);
  return { wakeAll, stop };

  /** At a start: what another process left behind is gone on with. */
  async function wakeAll(): Promise<void> {
    for (const id of await store.running()) await jobs.ask(bulkJob, id);
  }

  /** Begins no further step. */
  function stop(): void {
    stopping = true;
  }

  async function runBulk(bulkId: string): Promise<void> {
    const holder = randomUUID();
    const hold = () => store.hold(bulkId, holder, leaseSeconds);
    // Another replica has it, or had it and has ended: then the lease ends by itself.
    if (!(await hold())) return again(bulkId, clock.millisecondsOf(leaseSeconds));
    const endRenewals = every(clock, leaseSeconds / 3, () => void hold().catch(() => {}));
    try {
      await goOn(bulkId);
    } finally {
      endRenewals();
      await store.release(bulkId, holder);
    }
  }

  async function again(bulkId: string, milliseconds: number): Promise<void> {
    const bulk = await store.read(bulkId);
    if (bulk?.state === 'running') await jobs.ask(bulkJob, bulkId, milliseconds);
  }

  async function goOn(bulkId: string): Promise<void> {
    while (!stopping) {
      const bulk = await store.read(bulkId);
      if (bulk?.state !== 'running') return;
      if (bulk.waitingUntil !== null) await store.waitUntil(bulkId, null);
      const verdict = await takeStep(bulk);
      if (verdict === 'all-sent') return;
      if (verdict.kind === 'pause') {
        await store.steer(bulkId, { state: 'paused', problem: verdict.problem }, null);
        return;
      }
      if (verdict.kind === 'wait' && !(await waitHere(bulkId, verdict.seconds))) return;
    }
    await jobs.ask(bulkJob, bulkId);
  }

  async function takeStep(bulk: BulkRow): Promise<Verdict | 'all-sent'> {
    const { together, alike } = sentAlike(bulk.kind, await items.next(bulk.id, mostPerCall));
    if (alike.length === 0) return 'all-sent';
    if (together) return arrayCall({ bulk, together }, alike);
    return oneByOne.sendAll(bulk, alike.slice(0, atOnce));
  }

  /** `false`: the wait is too long to stay for; the job comes back when it is over. */
  async function waitHere(bulkId: string, seconds: number): Promise<boolean> {
    await store.waitUntil(bulkId, new Date(clock.now().getTime() + seconds * 1000));
    const milliseconds = clock.millisecondsOf(seconds);
    if (milliseconds > waitedHereMilliseconds) {
      await jobs.ask(bulkJob, bulkId, milliseconds);
      return false;
    }
    await pause(clock, milliseconds / 1000);
    return true;
  }
}

/** Those that can be sent the way the first of them is: together in one call, or each with a call of its own. */
function sentAlike(kind: BulkRow['kind'], waiting: readonly OperationRow[]) {
  const ways = waiting.map(({ cloud }) => togetherOf(kind, cloud));
  return { together: ways[0], alike: waiting.filter((_, at) => ways[at] === ways[0]) };
}
