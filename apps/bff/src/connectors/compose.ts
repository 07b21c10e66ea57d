/** Builds the slice: the snapshot and everything that fills, reads or serves it. */
import type { ApiBudget, Cloud, ScopeReading } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import type { Log } from '../ports/log.ts';
import type { AskMoment } from '../ports/moment.ts';
import { createConnectorLists } from './list.ts';
import { createConnectorReadings } from './reading.ts';
import { createCollector } from './refresh/collector.ts';
import { createDetailReader } from './refresh/details.ts';
import { createFollower } from './refresh/following.ts';
import { createLeaseStore } from './refresh/lease-store.ts';
import { createRecovery } from './refresh/recovery.ts';
import { createRefresher, type Refresher } from './refresh/refresh.ts';
import { createCloudRefresh } from './refresh/refresh-cloud.ts';
import { createConnectorService } from './service.ts';
import { createFreshnessStore, type FreshnessStore } from './snapshot/freshness-store.ts';
import { type CauseOf, createObserver, type Observer } from './snapshot/observe.ts';
import { historyTooOld } from './snapshot/retention-store.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot/snapshot-store.ts';
import { createCredentialStore } from './specs/credential-store.ts';
import { createConnectorEditing } from './specs/editing.ts';
import { createSpecStore } from './specs/spec-store.ts';

type Deps = {
  db: NodePgDatabase;
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  backgroundGatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  budgetOf: (workspaceId: string) => Promise<ApiBudget | null>;
  listWorkspaceIds: () => Promise<string[]>;
  everySeconds: number;
  vault: Pick<CredentialVault, 'seal' | 'open'>;
  boundTo: (workspaceId: string) => Promise<Destination>;
  /** What the console knows of units by their ids. */
  unitsOf: (workspaceId: string, ids: readonly string[]) => Promise<ScopeReading['units']>;
  clock: Clock;
  moment: AskMoment;
  causeOf: CauseOf;
  log: Log;
};

export function composeConnectors(deps: Deps) {
  const { db, gatewayOf, budgetOf, listWorkspaceIds, everySeconds } = deps;
  const { vault, boundTo, unitsOf, clock, moment, log } = deps;
  const snapshot = createSnapshotStore(db);
  const observe = createObserver(db, deps.causeOf);
  const freshness = createFreshnessStore(db);
  const specs = createSpecStore(db);
  const lists = createConnectorLists({ snapshot, freshness, budgetOf, everySeconds, clock });
  const refresher = composeRefresher(deps, { snapshot, observe, freshness });
  const besides = { clock, log };
  const onAnswer = createRecovery({
    freshnessOf: freshness.read,
    refresh: (workspaceId) => void refresher.refresh(workspaceId),
    ...besides,
  });
  const stored = { snapshot, observe, specs };
  const gatewaysOf = { gatewayOf, backgroundGatewayOf: deps.backgroundGatewayOf };
  const readings = createConnectorReadings({ ...gatewaysOf, ...stored, onAnswer, clock });
  const follower = createFollower({
    read: (...address) => readings.read(...address, 'background'),
    readDue: refresher.readDue,
    ...besides,
  });
  const serving = { lists, readings, refresher, observe, specs, followAlong: follower.followAlong };
  const service = createConnectorService({ gatewayOf, ...serving, unitsOf, clock, moment });
  const collector = createCollector({
    listWorkspaceIds,
    ageOf: freshness.ageOf,
    refresh: (workspaceId) => refresher.refresh(workspaceId).done,
    refreshAnew: refresher.refreshAnew,
    everySeconds,
    ...besides,
  });
  const { saveCreated, saveEdited, saveSeen, saveEnabled, markDeleted, forget } = service;
  const secrets = createCredentialStore({ db, vault, boundTo });
  const storedSpecOf = specOf(specs);
  return {
    service,
    editing: createConnectorEditing({ gatewayOf, storedSpecOf, credentialsOf: secrets.find, clock }),
    secrets,
    collector,
    removals: historyTooOld(db),
    saveCreated,
    saveEdited,
    saveSeen,
    saveEnabled,
    markDeleted,
    forget,
    follow: follower.follow,
    connectorsOf: snapshot.list,
    storedOf: snapshot.find,
    summaryOf: async (workspaceId: string, cloud: Cloud, id: string) =>
      (await snapshot.find(workspaceId, cloud, id))?.summary ?? null,
    start: () => observe.explainAnew().then(collector.start),
    async stop() {
      await Promise.all([collector.stop(), refresher.drain(), follower.stop()]);
    },
  };
}

function specOf(specs: ReturnType<typeof createSpecStore>) {
  return async (...address: Parameters<typeof specs.find>) => (await specs.find(...address))?.spec ?? null;
}

type Shared = {
  snapshot: SnapshotStore;
  observe: Observer;
  freshness: FreshnessStore;
};

function composeRefresher(
  { db, gatewayOf, backgroundGatewayOf, budgetOf, clock, log }: Deps,
  shared: Shared,
): Refresher {
  const { snapshot, observe, freshness } = shared;
  const readDetails = createDetailReader({ snapshot, observe, budgetOf, clock });
  const refreshCloud = createCloudRefresh({ observeList: observe.list, freshness, log });
  const reading = { leases: createLeaseStore(db), refreshCloud, readDetails };
  return createRefresher({ gatewayOf, backgroundGatewayOf, ...reading, clock, log });
}
