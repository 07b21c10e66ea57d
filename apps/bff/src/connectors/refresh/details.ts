/** Reads the details of what changed since they were last read, a few at a time and within the vendor's call budget. */
import { type Connector, unfinishedStates } from '@console/console-contract';
import type { ConnectorGateway, JobMessage } from '../../ports/connector-gateway.ts';
import { GatewayError, type GatewayErrorKind } from '../../ports/gateway-error.ts';
import type { Observer } from '../snapshot/observe.ts';
import type { DueDetail, SnapshotStore } from '../snapshot/snapshot-store.ts';

/** `gatewayOf` is for background work: it refuses once the rest of the call budget belongs to people. `goOn` says whether to continue. */
export type ReadDetails = (
  workspaceId: string,
  gatewayOf: () => Promise<ConnectorGateway>,
  goOn: () => Promise<boolean>,
) => Promise<void>;

type Deps = {
  snapshot: Pick<SnapshotStore, 'listDue'>;
  observe: Pick<Observer, 'now' | 'reading' | 'lastJob' | 'unreadable' | 'absent'>;
};

// Enough for a whole subscription of the usual size at once; a bigger one fills up over some refreshes.
const mostPerRefresh = 40;
const longestError = 500;

export function createDetailReader({ snapshot, observe }: Deps): ReadDetails {
  return async (workspaceId, gatewayOf, goOn) => {
    for (const due of await snapshot.listDue(workspaceId, mostPerRefresh)) {
      if (!(await goOn())) return;
      if ((await readOne(workspaceId, due, gatewayOf)) === 'stop') return;
    }
  };

  async function readOne(workspaceId: string, due: DueDetail, gatewayOf: () => Promise<ConnectorGateway>) {
    const askedAt = await observe.now();
    try {
      const gateway = await gatewayOf();
      const detail = await gateway.readConnector(due.cloud, due.id);
      const ended = !unfinishedStates.includes(detail.state);
      const learned = ended ? { newestError: await newestErrorOf(detail, gateway) } : {};
      await observe.reading({ workspaceId, source: 'detail', askedAt }, detail);
      await observe.lastJob(workspaceId, due, { askedAt, state: detail.state, ...learned });
      return 'go-on';
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (stopping.includes(error.kind)) return 'stop';
      if (error.kind === 'not-found') await observe.absent(workspaceId, due.cloud, due.id, askedAt);
      else await observe.unreadable(workspaceId, due);
      return 'go-on';
    }
  }
}

/** Trouble of the connection and not of one connector: the next one would fail alike. */
const stopping: readonly GatewayErrorKind[] = [
  'credentials-refused',
  'token-refused',
  'rate-limited',
  'unavailable',
  'timeout',
  'redirected',
];

async function newestErrorOf(detail: Connector, gateway: ConnectorGateway): Promise<string | null> {
  if (detail.state !== 'errors') return null;
  const rows = await lastErrorsOf(detail, gateway);
  const newest = rows.find(({ message }) => message !== '')?.message ?? detail.lastError;
  return newest?.slice(0, longestError) ?? null;
}

/** Only the detail tells that a connector is gone: its last job may be unknown to the gateway all the same. */
async function lastErrorsOf({ cloud, id }: Connector, gateway: ConnectorGateway): Promise<JobMessage[]> {
  try {
    return (await gateway.readLastJob(cloud, id)).rows;
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'not-found') return [];
    throw error;
  }
}
