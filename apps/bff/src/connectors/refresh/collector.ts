/** Keeps every workspace's snapshot young: refreshes each when its picture is old enough, for as long as it runs. */
import type { Cancel, Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createRounds } from '../../ports/rounds.ts';
import { toStoreError } from '../../ports/store-error.ts';

type Deps = {
  listWorkspaceIds: () => Promise<string[]>;
  /** Seconds since both lists were last read; `null` while they never were. */
  ageOf: (workspaceId: string) => Promise<number | null>;
  refresh: (workspaceId: string) => Promise<void>;
  refreshAnew: (workspaceId: string) => Promise<void>;
  everySeconds: number;
  clock: Clock;
  log: Log;
};

export type Collector = {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Refreshes a workspace now, whatever its age: its connection is new. */
  soon: (workspaceId: string) => void;
};

// Another replica may have connected a workspace that this one has not heard of.
const rescanSeconds = 60;
const failure = 'The collector could not do its round';

export function createCollector(deps: Deps): Collector {
  const { listWorkspaceIds, ageOf, refresh, refreshAnew, everySeconds, clock, log } = deps;
  const timers = new Map<string, Cancel>();
  let stopped = true;
  const rescans = createRounds({ everySeconds: rescanSeconds, round: scan, failure, clock, log });

  return {
    async start() {
      stopped = false;
      await rescans.start();
    },
    async stop() {
      stopped = true;
      await rescans.stop();
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
    soon: (workspaceId) => void surely(() => connect(workspaceId)),
  };

  /** From now on the workspace has its rounds, too. */
  async function connect(workspaceId: string): Promise<void> {
    await refreshAnew(workspaceId);
    if (!timers.has(workspaceId)) await schedule(workspaceId);
  }

  async function scan(): Promise<void> {
    const ids = await listWorkspaceIds();
    await Promise.all(ids.filter((id) => !timers.has(id)).map(schedule));
  }

  /** The age decides, so that a restart or a second replica asks the vendor no more often than one process would. */
  async function schedule(workspaceId: string): Promise<void> {
    const age = await ageOf(workspaceId);
    const left = age === null ? 0 : Math.max(0, everySeconds - age) + jitter();
    wait(workspaceId, left, () => refresh(workspaceId));
  }

  function wait(workspaceId: string, seconds: number, work: () => Promise<void>): void {
    if (stopped) return;
    const again = () => wait(workspaceId, everySeconds + jitter(), () => unlessYoung(workspaceId));
    timers.set(
      workspaceId,
      clock.after(seconds, () => void surely(work).then(again)),
    );
  }

  async function unlessYoung(workspaceId: string): Promise<void> {
    const age = await ageOf(workspaceId);
    if (age === null || age > everySeconds / 2) await refresh(workspaceId);
  }

  /** Workspaces that were connected together must not all call the vendor in the same second for ever. */
  function jitter(): number {
    return Math.random() * everySeconds * 0.1;
  }

  async function surely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn({ state: toStoreError(error).state }, failure);
    }
  }
}
