/**
 * One connector, read through to the gateway: one call at a time, remembered for a moment, as last seen when it fails or dawdles. A page that
 * is open already watches it: that costs a call a minute at most, however many pages there are and however often they ask.
 */
import {
  type Cloud,
  type Connector,
  type ConnectorReading,
  type ConnectorSummary,
  unfinishedStates,
} from '@console/console-contract';
import { type Clock, patience } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Observer } from './snapshot/observe.ts';
import type { SnapshotStore, StoredDetail } from './snapshot/snapshot-store.ts';
import { completed } from './specs/completed.ts';
import type { SpecStore } from './specs/spec-store.ts';

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  /** For calls that no user waits for: they keep within the call budget. */
  backgroundGatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  snapshot: SnapshotStore;
  observe: Pick<Observer, 'now' | 'reading' | 'absent'>;
  specs: SpecStore;
  /** Told of every answer that the gateway gave for a connector. */
  onAnswer: (workspaceId: string, cloud: Cloud) => Promise<void>;
  clock: Clock;
};

export type ConnectorReadings = ReturnType<typeof createConnectorReadings>;

type Address = { workspaceId: string; cloud: Cloud; id: string };

type Urgency = 'person' | 'background';

const rememberedSeconds = 2;
// A job that runs is looked at more often, by the follower and for all who watch.
const watchedSeconds = 60;
// A person waits no longer than this when the console has something to show meanwhile; the call goes on.
const patienceSeconds = 3;

export function createConnectorReadings(deps: Deps) {
  const { gatewayOf, clock } = deps;
  const { asSeen, readThrough } = createSources(deps, rememberReport);
  const recent = new Map<string, Promise<ConnectorReading>>();
  /** When the gateway told of it last. */
  const reportedAt = new Map<string, { asOf: string }>();

  return { read, watch, forget };

  async function read(
    ...[workspaceId, cloud, id, urgency = 'person']: Parameters<Read>
  ): Promise<ConnectorReading> {
    // Every caller learns at once that a workspace does not exist, whatever is remembered.
    await gatewayOf(workspaceId);
    const address = { workspaceId, cloud, id };
    const reading = readingOf(address, urgency);
    return Promise.race([reading, asSeenSoon(address, reading)]);
  }

  /** As it is known since the gateway told of it last; asked for again once that is a minute ago. */
  async function watch(workspaceId: string, cloud: Cloud, id: string): Promise<ConnectorReading> {
    await gatewayOf(workspaceId);
    const address = { workspaceId, cloud, id };
    const report = reportedAt.get(keyOf(address));
    const seen = report && (await asSeen(address));
    return seen ? { ...seen, source: 'gateway', ...report } : read(workspaceId, cloud, id, 'background');
  }

  /** The one under way or just ended, for all who ask; a user does not wait for one that the budget may hold back. */
  function readingOf(address: Address, urgency: Urgency): Promise<ConnectorReading> {
    const key = `${keyOf(address)}/${urgency}`;
    const known = recent.get(`${keyOf(address)}/person`) ?? recent.get(key);
    if (known !== undefined) return known;
    const reading = readThrough(address, urgency);
    recent.set(key, reading);
    const dropSelf = () => drop(recent, key, reading);
    reading.then(() => void clock.after(rememberedSeconds, dropSelf), dropSelf);
    return reading;
  }

  /** What was seen last, when the gateway is slow; never sooner than the reading where nothing was seen. */
  async function asSeenSoon(address: Address, reading: Promise<ConnectorReading>): Promise<ConnectorReading> {
    const isReported = reading.then(
      () => true,
      () => true,
    );
    const late = patience(clock, patienceSeconds).then(() => false);
    return (await Promise.race([isReported, late])) ? reading : ((await asSeen(address)) ?? reading);
  }

  /** After a change of the connector, or a move of the workspace, what was read before is no answer any more. */
  function forget(workspaceId: string, ...connector: [] | [Cloud, string]): void {
    for (const known of [recent, reportedAt])
      for (const key of known.keys()) if (isUnder(key, [workspaceId, ...connector])) known.delete(key);
  }

  function rememberReport(address: Address): { asOf: string } {
    const report = { asOf: clock.now().toISOString() };
    const key = keyOf(address);
    reportedAt.set(key, report);
    clock.after(watchedSeconds, () => drop(reportedAt, key, report));
    return report;
  }
}

/** What a reading comes from: the gateway, or else the snapshot. `onReport` hears of every answer of the gateway. */
function createSources(deps: Deps, onReport: (address: Address) => { asOf: string }) {
  const { gatewayOf, backgroundGatewayOf, snapshot, observe, specs, onAnswer } = deps;
  return { asSeen, readThrough };

  async function asSeen({ workspaceId, cloud, id }: Address): Promise<ConnectorReading | null> {
    const seen = await snapshot.find(workspaceId, cloud, id);
    if (seen === null) return null;
    const connector = await withStoredSpec(workspaceId, lastSeen(seen));
    return { connector, source: 'snapshot', asOf: seen.asOf.toISOString() };
  }

  async function readThrough(address: Address, urgency: Urgency): Promise<ConnectorReading> {
    const { workspaceId, cloud, id } = address;
    const askedAt = await observe.now();
    const gateway = await (urgency === 'person' ? gatewayOf : backgroundGatewayOf)(workspaceId);
    try {
      const connector = await gateway.readConnector(cloud, id);
      void onAnswer(workspaceId, cloud);
      await observe.reading({ workspaceId, source: 'detail', askedAt }, connector);
      const known = await withKnownJob(snapshot, address, connector);
      const whole = await withStoredSpec(workspaceId, known);
      return { connector: whole, source: 'gateway', ...onReport(address) };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (error.kind === 'not-found') {
        await observe.absent(workspaceId, cloud, id, askedAt);
        throw unknownToGateway();
      }
      const seen = await asSeen(address);
      if (seen === null) throw error;
      return seen;
    }
  }

  async function withStoredSpec(workspaceId: string, connector: Connector): Promise<Connector> {
    const found = await specs.find(workspaceId, connector.cloud, connector.id);
    return found === null ? connector : completed(connector, found);
  }
}

type Read = (workspaceId: string, cloud: Cloud, id: string, urgency?: Urgency) => Promise<ConnectorReading>;

function keyOf({ workspaceId, cloud, id }: Address): string {
  return `${workspaceId}/${cloud}/${id}`;
}

/** Unless something newer has taken its place. */
function drop<Value>(known: Map<string, Value>, key: string, value: Value): void {
  if (known.get(key) === value) known.delete(key);
}

function unknownToGateway(): Refusal {
  return new Refusal('not-found', 'The gateway does not know this connector.', {
    next: 'It may have been deleted elsewhere: go back to the list.',
  });
}

/** The list says the same of the last job: of its error always, and of its times while the next one waits or runs. */
async function withKnownJob(
  snapshot: SnapshotStore,
  { workspaceId, cloud, id }: Address,
  connector: Connector,
): Promise<Connector> {
  const seen = await snapshot.find(workspaceId, cloud, id);
  if (seen === null) return connector;
  const lastError = newestErrorOf(seen.summary, connector);
  if (!unfinishedStates.includes(connector.state)) return { ...connector, lastError };
  const lastSuccessfulSync = seen.detail?.lastSuccessfulSync ?? null;
  return { ...connector, lastError, lastSync: seen.summary.lastSync, lastSuccessfulSync };
}

/** That of the list, which the collector learns from the job itself; the gateway's short word only until it has been read. */
function newestErrorOf({ newestError }: ConnectorSummary, { state, lastError }: Connector): string | null {
  return newestError ?? (state === 'errors' ? lastError : null);
}

/** The list is read more often than the details: what both know comes from the list's row. */
function lastSeen({ summary, detail }: StoredDetail): Connector {
  if (detail === null) return detailOf(summary);
  const { name, state, stateText, enabled, lastSync, nextSync } = summary;
  const lastError = newestErrorOf(summary, { ...detail, state });
  return { ...detail, name, state, stateText, enabled, lastSync, nextSync, lastError };
}

/** A connector of which only the list's row was ever seen: everything else is unknown. */
function detailOf(summary: ConnectorSummary): Connector {
  const {
    cloud,
    newestError,
    newestCause: _cause,
    tenantId,
    members: _,
    stateSince: _since,
    errorsUnread: _unread,
    unlisted: _unlisted,
    ...known
  } = summary;
  const shared = { ...unknownFacts, ...known, lastError: newestError };
  return cloud === 'azure'
    ? { cloud, ...shared, ...unknownTenant, tenantId }
    : { cloud, ...shared, roleArn: null, baseAccountId: null, perimeterScan: null };
}

const unknownTenant = { tenantName: null, applicationId: null, secretExpiresOn: null };

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
  appIdentifiers: null,
};

function isUnder(key: string, address: readonly string[]): boolean {
  return `${key}/`.startsWith(`${address.join('/')}/`);
}
