/** Reads the details of what changed since they were last read, a few at a time and within the vendor's call budget. */
import { type ApiBudget, type Connector, unfinishedStates } from '@console/console-contract';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectorGateway, JobMessage } from '../../ports/connector-gateway.ts';
import { GatewayError, type GatewayErrorKind } from '../../ports/gateway-error.ts';
import type { Observer } from '../snapshot/observe.ts';
import type { DueDetail, SnapshotStore } from '../snapshot/snapshot-store.ts';

/**
 * `gatewayOf` is for background work: it refuses once the rest of the call budget belongs to people. `goOn` says whether to continue. The answer
 * is whether errors are left to read that the call budget may allow: the caller comes back for them soon.
 */
export type ReadDetails = (
  workspaceId: string,
  gatewayOf: () => Promise<ConnectorGateway>,
  goOn: () => Promise<boolean>,
) => Promise<boolean>;

type Deps = {
  snapshot: Pick<SnapshotStore, 'listDue'>;
  observe: Pick<Observer, 'now' | 'reading' | 'lastJob' | 'unreadable' | 'absent'>;
  /** `null` while the gateway has reported no call limits. */
  budgetOf: (workspaceId: string) => Promise<ApiBudget | null>;
  clock: Pick<Clock, 'monotonic'>;
};

// Enough for a whole subscription of the usual size at once; of a bigger one, what shows no errors fills up over some refreshes.
const mostPerRefresh = 40;
// Errors that were never read are the reason why users look: of them as many as the call budget allows, some at a time.
const mostAtATime = 100;
/** So that a refresh which a user asks for meanwhile waits no longer. */
const longestSeconds = 20;
/** The gate lets as many pass as the gateway is known to bear. */
const readers = 4;
const longestError = 500;

export function createDetailReader({ snapshot, observe, budgetOf, clock }: Deps): ReadDetails {
  return async (workspaceId, gatewayOf, goOn) => {
    // A gateway that tells no limits may have some all the same, and of a new one they are known only after some calls.
    const most = (await budgetOf(workspaceId)) === null ? mostPerRefresh : mostAtATime;
    const due = await snapshot.listDue(workspaceId, most);
    const unread = due.filter(({ errorsUnread }) => errorsUnread).length;
    const queue = due.slice(0, Math.max(unread, mostPerRefresh)).values();
    const end = clock.monotonic() + longestSeconds * 1000;
    const turn = { late: false, stopped: false };
    const readNext = async (): Promise<boolean> => {
      turn.late ||= clock.monotonic() > end;
      if (turn.late || turn.stopped) return false;
      const { value: next } = queue.next();
      if (next === undefined) return false;
      const goesOn = (await goOn()) && (await readOne(workspaceId, next, gatewayOf)) === 'go-on';
      turn.stopped ||= !goesOn;
      return goesOn;
    };
    const readAll = async () => {
      while (await readNext());
    };
    // The first alone: a gateway that takes no calls is asked once and not by every reader.
    if (await readNext()) await allEnded(Array.from({ length: readers }, readAll));
    const isPart = unread === most || (turn.late && unread > 0);
    return isPart && !turn.stopped && (await budgetOf(workspaceId)) !== null;
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

/** Also where one fails: no reader may go on once the caller has given its turn away. */
async function allEnded(works: Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
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
