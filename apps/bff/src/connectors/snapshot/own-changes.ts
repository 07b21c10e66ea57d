/** What the console's own changes led to, saved at once: the next refresh is not waited for. */
import type { Cloud, Connector, ConnectorSpec } from '@console/console-contract';
import type { ConnectorReadings } from '../reading.ts';
import type { SpecStore } from '../specs/spec-store.ts';
import type { Observer } from './observe.ts';

type Deps = {
  observe: Pick<Observer, 'now' | 'reading' | 'enabled' | 'keep' | 'deleted'>;
  specs: SpecStore;
  readings: Pick<ConnectorReadings, 'forget'>;
};

export function createOwnChanges({ observe, specs, readings }: Deps) {
  return { saveCreated, saveEdited, saveSeen, saveEnabled, markDeleted, forget };

  /** A connector the console has just created: listed at once, with what only the console knows of it. */
  async function saveCreated(workspaceId: string, connector: Connector, spec: ConnectorSpec): Promise<void> {
    await specs.save({ workspaceId, cloud: connector.cloud, id: connector.id }, spec);
    await saveSeen(workspaceId, connector);
    await observe.keep(workspaceId, connector.cloud, connector.id);
  }

  /** A connector the console has just edited. */
  async function saveEdited(workspaceId: string, connector: Connector, spec: ConnectorSpec): Promise<void> {
    await specs.save({ workspaceId, cloud: connector.cloud, id: connector.id }, spec);
    await saveSeen(workspaceId, connector);
  }

  async function saveSeen(workspaceId: string, connector: Connector): Promise<void> {
    const askedAt = await observe.now();
    await observe.reading({ workspaceId, source: 'own change', askedAt }, connector);
    forget(workspaceId, connector.cloud, connector.id);
  }

  /** Azure connectors the console has just enabled or disabled together. */
  async function saveEnabled(workspaceId: string, ids: readonly string[], enabled: boolean): Promise<void> {
    await observe.enabled(workspaceId, ids, enabled);
    for (const id of ids) readings.forget(workspaceId, 'azure', id);
  }

  /** A connector the console has just deleted: gone at once, and not back with a list that lags behind. */
  async function markDeleted(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await observe.deleted(workspaceId, cloud, id);
    forget(workspaceId, cloud, id);
  }

  /** What was read of a connector before it was changed, or of all before the workspace moved, must not be shown as current. */
  function forget(workspaceId: string, ...connector: [] | [Cloud, string]): void {
    readings.forget(workspaceId, ...connector);
  }
}
