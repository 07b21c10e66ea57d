/** One connector, read through to the gateway: one call at a time, remembered for a moment, as last seen when it fails. */
import type { Cloud, Connector, ConnectorReading, ConnectorSummary } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import { Refusal } from '../ports/refusal.ts';
import { completed } from './entered-facts.ts';
import type { EnteredStore } from './entered-store.ts';
import type { RememberedDetail, SnapshotStore } from './snapshot-store.ts';

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  snapshot: SnapshotStore;
  entered: EnteredStore;
  onChange: (workspaceId: string) => void;
};

export type ConnectorReadings = ReturnType<typeof createConnectorReadings>;

const rememberedMilliseconds = 2000;

export function createConnectorReadings({ gatewayOf, snapshot, entered, onChange }: Deps) {
  const recent = new Map<string, Promise<ConnectorReading>>();

  return { read, forget };

  async function read(workspaceId: string, cloud: Cloud, id: string): Promise<ConnectorReading> {
    const gateway = await gatewayOf(workspaceId);
    const key = `${workspaceId}/${cloud}/${id}`;
    const known = recent.get(key);
    if (known) return known;
    const reading = readThrough(gateway, { workspaceId, cloud, id });
    recent.set(key, reading);
    const dropSelf = () => {
      if (recent.get(key) === reading) recent.delete(key);
    };
    reading.then(() => setTimeout(dropSelf, rememberedMilliseconds).unref(), dropSelf);
    return reading;
  }

  /** After a change of the connector, what was read before is no answer any more. */
  function forget(workspaceId: string, cloud: Cloud, id: string): void {
    recent.delete(`${workspaceId}/${cloud}/${id}`);
  }

  type Address = { workspaceId: string; cloud: Cloud; id: string };

  async function readThrough(gateway: ConnectorGateway, address: Address): Promise<ConnectorReading> {
    const { workspaceId, cloud, id } = address;
    try {
      const connector = await gateway.readConnector(cloud, id);
      await snapshot.saveReading(workspaceId, connector);
      onChange(workspaceId);
      const withEntered = await withEnteredFacts(workspaceId, connector);
      return { connector: withEntered, source: 'gateway', asOf: new Date().toISOString() };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (error.kind === 'not-found') throw await gone(address);
      const seen = await snapshot.find(workspaceId, cloud, id);
      if (seen === null) throw error;
      const connector = await withEnteredFacts(workspaceId, lastSeen(seen));
      return { connector, source: 'snapshot', asOf: seen.asOf.toISOString() };
    }
  }

  async function gone({ workspaceId, cloud, id }: Address): Promise<Refusal> {
    await snapshot.remove(workspaceId, cloud, id);
    onChange(workspaceId);
    return new Refusal('not-found', 'The gateway does not know this connector.', {
      next: 'It may have been deleted elsewhere: go back to the list.',
    });
  }

  async function withEnteredFacts(workspaceId: string, connector: Connector): Promise<Connector> {
    const spec = await entered.find(workspaceId, connector.cloud, connector.id);
    return spec === null ? connector : completed(connector, spec);
  }
}

/** The list is read more often than the details: what both know comes from the list's row. */
function lastSeen({ summary, detail }: RememberedDetail): Connector {
  if (detail === null) return detailOf(summary);
  const { name, state, stateText, enabled, lastSync, nextSync } = summary;
  return { ...detail, name, state, stateText, enabled, lastSync, nextSync };
}

/** A connector of which only the list's row was ever seen: everything else is unknown. */
function detailOf(summary: ConnectorSummary): Connector {
  const { id, uuid, name, state, stateText, enabled, organizationId, capabilities, lastSync, nextSync } =
    summary;
  const known = {
    id,
    uuid,
    name,
    state,
    stateText,
    enabled,
    organizationId,
    capabilities,
    lastSync,
    nextSync,
    lastError: summary.newestError,
  };
  const shared = { ...unknownFacts, ...known };
  return summary.cloud === 'azure'
    ? { cloud: 'azure', ...shared, tenantId: null, tenantName: null, applicationId: null }
    : { cloud: 'aws', ...shared, roleArn: null, baseAccountId: null, perimeterScan: null };
}

const unknownFacts = {
  description: null,
  remediation: null,
  runEvery: null,
  memberRunEvery: null,
  memberPrefix: null,
  lastSuccessfulSync: null,
  createdBy: null,
  tagIds: [],
  scope: null,
  createForNewAccounts: null,
  disableForDeleted: null,
  activation: null,
};
