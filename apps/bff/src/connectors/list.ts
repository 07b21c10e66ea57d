/** The list as one serialised answer, built only when something in it has changed. */
import { createHash } from 'node:crypto';
import type { ApiBudget, ConnectorList, Freshness } from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import { type Moment, rememberWhileNothingChanges } from '../ports/moment.ts';
import type { FreshnessStore } from './snapshot/freshness-store.ts';
import type { SnapshotStore } from './snapshot/snapshot-store.ts';

export type SerialisedList = { body: Buffer; etag: string };

type Deps = {
  snapshot: SnapshotStore;
  freshness: FreshnessStore;
  budgetOf: (workspaceId: string) => Promise<ApiBudget | null>;
  everySeconds: number;
  clock: Pick<Clock, 'monotonic'>;
};

/** `list` shows at least what was committed when its version was read. */
type Entry = { version: string; list: Promise<SerialisedList> };

export type ConnectorLists = ReturnType<typeof createConnectorLists>;

export function createConnectorLists({ snapshot, freshness, budgetOf, everySeconds, clock }: Deps) {
  const versionOf = rememberWhileNothingChanges(
    freshness.versionOf,
    ({ secondsLeft }) => secondsLeft ?? Number.POSITIVE_INFINITY,
    clock,
  );
  const entries = new Map<string, Entry>();

  return { read, readFreshness };

  /** Those who ask while a list is built get that one. */
  async function read(workspaceId: string, moment: Moment): Promise<SerialisedList> {
    const version = (await versionOf(workspaceId, moment))?.version ?? '';
    const known = entries.get(workspaceId);
    if (known?.version === version) return known.list;
    const entry = { version, list: build(workspaceId) };
    entries.set(workspaceId, entry);
    entry.list.catch(() => {
      if (entries.get(workspaceId) === entry) entries.delete(workspaceId);
    });
    return entry.list;
  }

  async function readFreshness(workspaceId: string): Promise<Freshness> {
    const [{ azure, aws, refreshing }, budget] = await Promise.all([
      freshness.read(workspaceId),
      budgetOf(workspaceId),
    ]);
    return { asOf: olderOf(azure.asOf, aws.asOf), refreshing, everySeconds, azure, aws, budget };
  }

  async function build(workspaceId: string): Promise<SerialisedList> {
    const freshly = await readFreshness(workspaceId);
    const connectors = await snapshot.list(workspaceId);
    const list: ConnectorList = {
      connectors,
      total: connectors.length,
      asOf: freshly.asOf,
      freshness: freshly,
    };
    const body = Buffer.from(JSON.stringify(list));
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
  }
}

/** A mixed list is as old as its older half; a half that was never read has no age. */
function olderOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
