/** The list as one serialised answer, built only when something in it has changed. */
import { createHash } from 'node:crypto';
import type { ApiBudget, ConnectorList, Freshness } from '@console/console-contract';
import type { FreshnessStore } from './freshness-store.ts';
import type { SnapshotStore } from './snapshot-store.ts';
import type { WriteCount } from './write-count.ts';

export type SerialisedList = { body: Buffer; etag: string };

type Deps = {
  snapshot: SnapshotStore;
  freshness: FreshnessStore;
  writes: Pick<WriteCount, 'of'>;
  budgetOf: (workspaceId: string) => Promise<ApiBudget | null>;
  everySeconds: number;
};

type Entry = { version: string; checkedAt: number; writes: number; list: SerialisedList };

// What another replica has written is seen after a second at the latest; what this one writes, at once.
const trustMilliseconds = 1000;

export type ConnectorLists = ReturnType<typeof createConnectorLists>;

export function createConnectorLists({ snapshot, freshness, writes, budgetOf, everySeconds }: Deps) {
  const entries = new Map<string, Entry>();

  return { read, readFreshness };

  async function read(workspaceId: string): Promise<SerialisedList> {
    const entry = entries.get(workspaceId);
    // Counted before it is read: what is written meanwhile makes the next one look again.
    const written = writes.of(workspaceId);
    const checkedAt = performance.now();
    if (entry?.writes === written && checkedAt - entry.checkedAt < trustMilliseconds) return entry.list;
    const [version, budget] = await Promise.all([freshness.versionOf(workspaceId), budgetOf(workspaceId)]);
    const whole = `${version}|${budget?.at}`;
    const list = entry?.version === whole ? entry.list : await build(workspaceId);
    entries.set(workspaceId, { version: whole, checkedAt, writes: written, list });
    return list;
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
