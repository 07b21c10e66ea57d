/** Connectors: the list from the snapshot, fresh on request, and one connector read through. */
import type { Cloud, ConnectorReading, Deletion, Freshness, ScopeReading } from '@console/console-contract';
import { hasJobUnderWay } from '@console/console-contract';
import { type Clock, patience } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import type { AskMoment } from '../ports/moment.ts';
import type { ConnectorLists, SerializedList } from './list.ts';
import type { ConnectorReadings } from './reading.ts';
import type { Follower } from './refresh/following.ts';
import type { Refresher } from './refresh/refresh.ts';
import type { Observer } from './snapshot/observe.ts';
import { createOwnChanges } from './snapshot/own-changes.ts';
import type { SpecStore } from './specs/spec-store.ts';

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  lists: ConnectorLists;
  readings: ConnectorReadings;
  followAlong: Follower['followAlong'];
  refresher: Refresher;
  observe: Observer;
  specs: SpecStore;
  unitsOf: (workspaceId: string, ids: readonly string[]) => Promise<ScopeReading['units']>;
  clock: Clock;
  moment: AskMoment;
};

export type ConnectorService = ReturnType<typeof createConnectorService>;

type ConnectorAddress = [workspaceId: string, cloud: Cloud, id: string];

const firstFillSeconds = 10;
const refreshPauseSeconds = 5;

export function createConnectorService(deps: Deps) {
  const { gatewayOf, lists, readings, refresher, observe, specs, unitsOf, clock, moment, followAlong } = deps;
  const ownChanges = createOwnChanges({ observe, specs, readings });
  const { read } = readings;
  const filled = new Set<string>();
  const refreshedAt = new Map<string, number>();

  return { list, refresh, freshnessOf, read, watch, readScope, readDeletion, clear, ...ownChanges };

  /** A workspace that was never read is filled while its first reader waits, and no longer than this. */
  async function list(workspaceId: string, arrived: AskMoment, since?: number): Promise<SerializedList> {
    if (filled.has(workspaceId)) return lists.read(workspaceId, await arrived(), since);
    await fill(workspaceId);
    return lists.read(workspaceId, await moment(), since);
  }

  /** Not more often than every few seconds: who asks again sooner gets what has just been read. */
  async function refresh(workspaceId: string): Promise<SerializedList> {
    await gatewayOf(workspaceId);
    const last = refreshedAt.get(workspaceId) ?? Number.NEGATIVE_INFINITY;
    if (clock.monotonic() - last >= refreshPauseSeconds * 1000) {
      refreshedAt.set(workspaceId, clock.monotonic());
      await refresher.refresh(workspaceId, 'person').listed;
    }
    return list(workspaceId, moment);
  }

  async function freshnessOf(workspaceId: string): Promise<Freshness> {
    await gatewayOf(workspaceId);
    return lists.readFreshness(workspaceId);
  }

  /** For a page that is open already. A job that runs, wherever it was started, is followed for all who watch. */
  async function watch(...address: ConnectorAddress): Promise<ConnectorReading> {
    const reading = await readings.watch(...address);
    if (hasJobUnderWay(reading.connector)) followAlong(...address);
    return reading;
  }

  /** Azure has a call for it (A9). For AWS no call tells the scope: it is known when it was chosen here. */
  async function readScope(workspaceId: string, cloud: Cloud, id: string): Promise<ScopeReading> {
    if (cloud === 'aws') {
      const { connector, asOf } = await read(workspaceId, cloud, id);
      return { scope: connector.scope, asOf, units: await unitsOf(workspaceId, idsIn(connector.scope)) };
    }
    const gateway = await gatewayOf(workspaceId);
    return { scope: await gateway.readAzureScope(id), asOf: clock.now().toISOString(), units: [] };
  }

  /** Read from the gateway at this moment: the last thing a person sees before deleting must not be a memory. */
  async function readDeletion(workspaceId: string, cloud: Cloud, id: string): Promise<Deletion> {
    ownChanges.forget(workspaceId, cloud, id);
    const { connector, asOf } = await read(workspaceId, cloud, id);
    const gateway = await gatewayOf(workspaceId);
    const named = await gateway.findByName(cloud, connector.name);
    const members = named.find((row) => row.id === id)?.members ?? null;
    return { name: connector.name, members, running: hasJobUnderWay(connector), asOf };
  }

  /** The workspace points to another platform now, where other connectors have the same ids. */
  async function clear(workspaceId: string): Promise<void> {
    await observe.forgetAll(workspaceId);
    filled.delete(workspaceId);
    ownChanges.forget(workspaceId);
  }

  async function fill(workspaceId: string): Promise<void> {
    await gatewayOf(workspaceId);
    const { azure, aws } = await lists.readFreshness(workspaceId);
    // The collector may be half-way through its first round: one cloud alone would look like all there is.
    const tried = [azure, aws].every(({ asOf, failing }) => asOf !== null || failing !== null);
    const refreshed = () => refresher.refresh(workspaceId, 'person').listed;
    if (!tried) await Promise.race([refreshed(), patience(clock, firstFillSeconds)]);
    filled.add(workspaceId);
  }
}

function idsIn(scope: ScopeReading['scope']): string[] {
  return scope === null ? [] : [...scope.included, ...scope.excluded];
}
