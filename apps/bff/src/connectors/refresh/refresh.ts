/** Refreshes one workspace's snapshot: both clouds' lists, each by itself, then the details of what changed. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '@console/console-contract';
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
  log: Log;
};

const leaseSeconds = 60;

export function createRefresher(deps: Deps): Refresher {
  const { gatewayOf, backgroundGatewayOf, leases, refreshCloud, readDetails, log } = deps;
  const running = new Map<string, Refresh>();
  let draining = false;
  const inTurn = createTurns(leases, () => draining);

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
    await Promise.all([...running.values()].map(({ done }) => done));
  }

  function start(workspaceId: string, by: AskedBy): Refresh {
    const lists = Promise.withResolvers<void>();
    const done = run(workspaceId, by, lists.resolve)
      .catch((error: unknown) => {
        const { state } = toStoreError(error);
        log.warn({ workspaceId, state }, 'A refresh ended early');
      })
      .finally(lists.resolve);
    return { listed: lists.promise, done };
  }

  async function run(workspaceId: string, by: AskedBy, onListed: () => void): Promise<void> {
    await inTurn(workspaceId, async ({ askedAt, goOn }) => {
      const gateway = await (by === 'person' ? gatewayOf : backgroundGatewayOf)(workspaceId);
      const clouds: Cloud[] = ['azure', 'aws'];
      await Promise.all(clouds.map((cloud) => refreshCloud({ workspaceId, cloud, gateway, askedAt })));
      onListed();
      await readDetails(workspaceId, () => backgroundGatewayOf(workspaceId), goOn);
    });
  }

  async function readDue(workspaceId: string): Promise<boolean> {
    return inTurn(workspaceId, async ({ goOn }) =>
      readDetails(workspaceId, () => backgroundGatewayOf(workspaceId), goOn),
    );
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
