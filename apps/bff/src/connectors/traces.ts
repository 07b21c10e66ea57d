/** What the console's own changes leave behind at once: nobody has to wait for the next refresh to see them. */
import type { Cloud, Connector, ConnectorSpec } from '@console/console-contract';
import type { EnteredStore } from './entered-store.ts';
import type { ConnectorLists } from './list.ts';
import type { ConnectorReadings } from './reading.ts';
import type { SnapshotStore } from './snapshot-store.ts';

type Deps = {
  snapshot: SnapshotStore;
  entered: EnteredStore;
  readings: Pick<ConnectorReadings, 'forget'>;
  lists: Pick<ConnectorLists, 'forget'>;
};

export function createTraces({ snapshot, entered, readings, lists }: Deps) {
  return { remember, amend, learn, bury, forget };

  /** A connector the console has just created: listed at once, with what only the console knows of it. */
  async function remember(workspaceId: string, connector: Connector, spec: ConnectorSpec): Promise<void> {
    await entered.save({ workspaceId, cloud: connector.cloud, id: connector.id }, spec);
    await snapshot.saveReading(workspaceId, connector);
    await snapshot.keep(workspaceId, connector.cloud, connector.id);
    forget(workspaceId, connector.cloud, connector.id);
  }

  /** A connector the console has just edited. */
  async function amend(workspaceId: string, connector: Connector, spec: ConnectorSpec): Promise<void> {
    await entered.save({ workspaceId, cloud: connector.cloud, id: connector.id }, spec);
    await learn(workspaceId, connector);
  }

  async function learn(workspaceId: string, connector: Connector): Promise<void> {
    await snapshot.saveReading(workspaceId, connector);
    forget(workspaceId, connector.cloud, connector.id);
  }

  /** A connector the console has just deleted: gone at once, and not back with a list that lags behind. */
  async function bury(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await snapshot.bury(workspaceId, cloud, id);
    forget(workspaceId, cloud, id);
  }

  /** What was read of a connector before it was changed, or of all before the workspace moved, must not be shown as current. */
  function forget(workspaceId: string, ...connector: [] | [Cloud, string]): void {
    readings.forget(workspaceId, ...connector);
    lists.forget(workspaceId);
  }
}
