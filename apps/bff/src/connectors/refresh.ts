/** Refreshes one workspace's snapshot: both clouds' lists, each by itself, then the details of what changed. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { knownProblem } from '../ports/known-problem.ts';
import type { Log } from '../ports/log.ts';
import { toStoreError } from '../ports/store-error.ts';
import type { ReadDetails } from './details.ts';
import type { CloudOutcome, FreshnessStore } from './freshness-store.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** `listed` settles when both lists are stored or failed, `done` when the details are, too. Neither rejects. */
export type Refresh = { listed: Promise<void>; done: Promise<void> };

export type Refresher = { refresh: (workspaceId: string) => Refresh; drain: () => Promise<void> };

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  snapshot: SnapshotStore;
  freshness: FreshnessStore;
  readDetails: ReadDetails;
  /** Told whenever something the list shows may have changed. */
  onChange: (workspaceId: string) => void;
  log: Log;
};

const leaseSeconds = 60;

export function createRefresher(deps: Deps): Refresher {
  const { gatewayOf, snapshot, freshness, readDetails, onChange, log } = deps;
  const running = new Map<string, Refresh>();

  return {
    /** One refresh of a workspace at a time: whoever asks meanwhile gets the one under way. */
    refresh(workspaceId) {
      const under = running.get(workspaceId);
      if (under) return under;
      const started = start(workspaceId);
      running.set(workspaceId, started);
      void started.done.then(() => running.delete(workspaceId));
      return started;
    },
    async drain() {
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };

  function start(workspaceId: string): Refresh {
    const lists = Promise.withResolvers<void>();
    const done = run(workspaceId, lists.resolve)
      .catch((error: unknown) => {
        const { state } = toStoreError(error);
        log.warn({ workspaceId, state }, 'A refresh ended early');
      })
      .finally(() => {
        lists.resolve();
        onChange(workspaceId);
      });
    return { listed: lists.promise, done };
  }

  async function run(workspaceId: string, onListed: () => void): Promise<void> {
    const holder = randomUUID();
    const renew = () => freshness.takeLease(workspaceId, holder, leaseSeconds);
    const askedAt = await renew();
    if (askedAt === null) return;
    try {
      const gateway = await gatewayOf(workspaceId);
      const clouds: Cloud[] = ['azure', 'aws'];
      await Promise.all(clouds.map((cloud) => refreshCloud({ workspaceId, cloud, gateway, askedAt })));
      onChange(workspaceId);
      onListed();
      await readDetails(workspaceId, gateway, async () => (await renew()) !== null);
    } finally {
      await freshness.releaseLease(workspaceId, holder);
    }
  }

  type CloudRefresh = { workspaceId: string; cloud: Cloud; gateway: ConnectorGateway; askedAt: Date };

  async function refreshCloud({ workspaceId, cloud, gateway, askedAt }: CloudRefresh): Promise<void> {
    const listing = await attempt(() => gateway.listConnectors(cloud));
    if ('problem' in listing) {
      await settle(workspaceId, cloud, { listed: false, incomplete: false, problem: listing.problem });
      return;
    }
    const { rows, incomplete } = listing.value;
    // The list is worth keeping without knowing which connectors are disabled; the freshness says why.
    const disabled = await attempt(() => gateway.listDisabledIds(cloud));
    const ids = 'problem' in disabled ? null : disabled.value;
    await snapshot.saveListing(workspaceId, cloud, { rows, incomplete, disabled: ids, askedAt });
    const problem = 'problem' in disabled ? disabled.problem : null;
    await settle(workspaceId, cloud, { listed: true, incomplete, problem });
  }

  async function settle(workspaceId: string, cloud: Cloud, outcome: CloudOutcome): Promise<void> {
    await freshness.save(workspaceId, cloud, outcome);
    if (outcome.problem !== null) {
      log.warn({ workspaceId, cloud, code: outcome.problem.code }, 'A list could not be read');
    }
  }
}

async function attempt<T>(call: () => Promise<T>) {
  try {
    return { value: await call() };
  } catch (error) {
    const problem = knownProblem(error);
    if (problem === null) throw error;
    return { problem };
  }
}
