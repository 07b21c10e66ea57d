/** Builds the slice: the snapshot and everything that fills, reads or serves it. */
import type { ApiBudget, Cloud, ScopeReading } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import type { Log } from '../ports/log.ts';
import type { AskMoment } from '../ports/moment.ts';
import { createCollector } from './collector.ts';
import { createDetailReader } from './details.ts';
import { createConnectorEditing } from './editing.ts';
import { createEnteredSecrets } from './entered-secrets.ts';
import { createEnteredStore } from './entered-store.ts';
import { createFollower } from './following.ts';
import { createFreshnessStore, type FreshnessStore } from './freshness-store.ts';
import { createLeaseStore } from './lease-store.ts';
import { createConnectorLists } from './list.ts';
import { createObserver, type Observer } from './observe.ts';
import { createConnectorReadings } from './reading.ts';
import { createRecovery } from './recovery.ts';
import { createRefresher, type Refresher } from './refresh.ts';
import { createCloudRefresh } from './refresh-cloud.ts';
import { historyTooOld } from './retention-store.ts';
import { createConnectorService } from './service.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot-store.ts';

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
  log: Log;
};

export function composeConnectors(deps: Deps) {
  const { db, gatewayOf, budgetOf, listWorkspaceIds, everySeconds } = deps;
  const { vault, boundTo, unitsOf, clock, moment, log } = deps;
  const snapshot = createSnapshotStore(db);
  const observe = createObserver(db);
  const freshness = createFreshnessStore(db);
  const entered = createEnteredStore(db);
  const lists = createConnectorLists({ snapshot, freshness, budgetOf, everySeconds, clock });
  const refresher = composeRefresher(deps, { snapshot, observe, freshness });
  const onAnswer = createRecovery({
    freshnessOf: freshness.read,
    refresh: (workspaceId) => void refresher.refresh(workspaceId),
    clock,
    log,
  });
  const stored = { snapshot, observe, entered };
  const readings = createConnectorReadings({ gatewayOf, ...stored, onAnswer, clock });
  const serving = { lists, readings, refresher, observe, entered };
  const service = createConnectorService({ gatewayOf, ...serving, unitsOf, clock, moment });
  const collector = createCollector({
    listWorkspaceIds,
    ageOf: freshness.ageOf,
    refresh: (workspaceId) => refresher.refresh(workspaceId).done,
    refreshAnew: refresher.refreshAnew,
    everySeconds,
    clock,
    log,
  });
  const follower = createFollower({ read: service.read, readDue: refresher.readDue, clock, log });
  const { saveCreated, saveEdited, saveSeen, saveEnabled, markDeleted, forget } = service;
  const secrets = createEnteredSecrets({ db, vault, boundTo });
  const enteredOf = async (...address: Parameters<typeof entered.find>) =>
    (await entered.find(...address))?.spec ?? null;
  return {
    service,
    editing: createConnectorEditing({ gatewayOf, enteredOf, credentialsOf: secrets.find, clock }),
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
    summaryOf: async (workspaceId: string, cloud: Cloud, id: string) =>
      (await snapshot.find(workspaceId, cloud, id))?.summary ?? null,
    start: collector.start,
    async stop() {
      await Promise.all([collector.stop(), refresher.drain(), follower.stop()]);
    },
  };
}

type Shared = {
  snapshot: SnapshotStore;
  observe: Observer;
  freshness: FreshnessStore;
};

function composeRefresher({ db, gatewayOf, backgroundGatewayOf, log }: Deps, shared: Shared): Refresher {
  const { snapshot, observe, freshness } = shared;
  const readDetails = createDetailReader({ snapshot, observe });
  const refreshCloud = createCloudRefresh({ observeList: observe.list, freshness, log });
  const reading = { leases: createLeaseStore(db), refreshCloud, readDetails };
  return createRefresher({ gatewayOf, backgroundGatewayOf, ...reading, log });
}
