/** Refreshes one workspace's snapshot: both clouds' lists, each by itself, then the details of what changed. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '@console/console-contract';
import type { Cancel, Clock } from '../../ports/clock.ts';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import type { Log } from '../../ports/log.ts';
import { toStoreError } from '../../ports/store-error.ts';
import type { ReadDetails } from './details.ts';
import type { LeaseStore } from './lease-store.ts';
import type { RefreshCloud } from './refresh-cloud.ts';

/** `listed` settles when both lists are stored or failed, `done` when the details are, too. Neither rejects. */
export type Refresh = { listed: Promise<void>; done: Promise<void> };

/** A person’s refresh may use what the call budget keeps for people; one by the clock keeps within the rest. */
export type AskedBy = 'person' | 'clock';

export type Refresher = {
  /** One refresh of a workspace at a time: a caller who asks meanwhile gets the one under way. */
  refresh: (workspaceId: string, by?: AskedBy) => Refresh;
  /** A refresh that begins after this call, for what the one under way may have missed. */
  refreshAnew: (workspaceId: string) => Refresh['done'];
  /** Reads only the details that are due. `false` while another replica reads them, which may have passed them already. */
  readDue: (workspaceId: string) => Promise<boolean>;
  /** Waits for what is being read, and begins nothing more: a caller who asks from now on gets an empty refresh. */
  drain: () => Promise<void>;
};

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  backgroundGatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  leases: LeaseStore;
  refreshCloud: RefreshCloud;
  readDetails: ReadDetails;
  clock: Pick<Clock, 'after'>;
  log: Log;
};

const leaseSeconds = 60;
/** Between two parts of the details: time for a refresh, here or of another replica. */
const betweenParts = 2;

export function createRefresher(deps: Deps): Refresher {
  const { gatewayOf, backgroundGatewayOf, leases, refreshCloud, readDetails, clock, log } = deps;
  const running = new Map<string, Refresh>();
  let draining = false;
  const inTurn = createTurns(leases, () => draining);
  const later = createLaterParts(clock, (workspaceId) =>
    readDue(workspaceId).catch((error: unknown) => endedEarly(workspaceId, error)),
  );

  return { refresh, refreshAnew, readDue, drain };

  function refresh(workspaceId: string, by: AskedBy = 'clock'): Refresh {
    const under = running.get(workspaceId);
    if (under) return under;
    if (draining) return { listed: Promise.resolve(), done: Promise.resolve() };
    const started = start(workspaceId, by);
    running.set(workspaceId, started);
    void started.done.then(() => running.delete(workspaceId));
    return started;
  }

  async function refreshAnew(workspaceId: string): Promise<void> {
    await running.get(workspaceId)?.done;
    await refresh(workspaceId, 'person').done;
  }

  async function drain(): Promise<void> {
    draining = true;
    await Promise.all([...[...running.values()].map(({ done }) => done), later.stop()]);
  }

  function start(workspaceId: string, by: AskedBy): Refresh {
    const lists = Promise.withResolvers<void>();
    const done = run(workspaceId, by, lists.resolve)
      .catch((error: unknown) => endedEarly(workspaceId, error))
      .finally(lists.resolve);
    return { listed: lists.promise, done };
  }

  async function run(workspaceId: string, by: AskedBy, onListed: () => void): Promise<void> {
    await inTurn(workspaceId, async ({ askedAt, goOn }) => {
      const gateway = await (by === 'person' ? gatewayOf : backgroundGatewayOf)(workspaceId);
      const clouds: Cloud[] = ['azure', 'aws'];
      await Promise.all(clouds.map((cloud) => refreshCloud({ workspaceId, cloud, gateway, askedAt })));
      onListed();
      await readPart(workspaceId, goOn);
    });
  }

  async function readDue(workspaceId: string): Promise<boolean> {
    return inTurn(workspaceId, ({ goOn }) => readPart(workspaceId, goOn));
  }

  /** What is left is read in a moment, unless a refresh comes first: that goes on with it by itself. */
  async function readPart(workspaceId: string, goOn: Turn['goOn']): Promise<void> {
    const isLeft = await readDetails(workspaceId, () => backgroundGatewayOf(workspaceId), goOn);
    if (isLeft && !draining) later.read(workspaceId);
  }

  function endedEarly(workspaceId: string, error: unknown): void {
    log.warn({ workspaceId, state: toStoreError(error).state }, 'A refresh ended early');
  }
}

/** One part of each workspace waits at a time. */
function createLaterParts(clock: Pick<Clock, 'after'>, readPart: (workspaceId: string) => Promise<unknown>) {
  const waiting = new Map<string, Cancel>();
  const reading = new Set<Promise<unknown>>();
  return { read, stop };

  function read(workspaceId: string): void {
    if (waiting.has(workspaceId)) return;
    const cancel = clock.after(betweenParts, () => {
      waiting.delete(workspaceId);
      const part = readPart(workspaceId).finally(() => reading.delete(part));
      reading.add(part);
    });
    waiting.set(workspaceId, cancel);
  }

  async function stop(): Promise<void> {
    for (const cancel of waiting.values()) cancel();
    waiting.clear();
    await Promise.all(reading);
  }
}

/** `askedAt` is the database's time at its beginning; `goOn` says before every call whether it lasts. */
type Turn = { askedAt: Date; goOn: () => Promise<boolean> };

/** One reader of a workspace at a time, whichever replica: `false` when it is another's turn. */
function createTurns(leases: LeaseStore, isDraining: () => boolean) {
  return async (workspaceId: string, work: (turn: Turn) => Promise<void>): Promise<boolean> => {
    const holder = randomUUID();
    const renew = () => leases.take(workspaceId, holder, leaseSeconds);
    const askedAt = await renew();
    if (askedAt === null) return false;
    try {
      await work({ askedAt, goOn: async () => !isDraining() && (await renew()) !== null });
    } finally {
      await leases.release(workspaceId, holder);
    }
    return true;
  };
}
