/** The list as one serialised answer, built only when something in it has changed, and what of it has changed since another version. */
import { createHash } from 'node:crypto';
import type { ApiBudget, Freshness } from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import { type Moment, rememberWhileNothingChanges } from '../ports/moment.ts';
import { shareLookups } from '../ports/shared-lookup.ts';
import type { FreshnessStore, ListVersion } from './snapshot/freshness-store.ts';
import { createRowKeeper, type ListedRows } from './snapshot/listed-rows.ts';
import type { SnapshotStore } from './snapshot/snapshot-store.ts';

/** `etag` is `null` of an answer that holds only what has changed. */
export type SerializedList = { body: Buffer; etag: string | null };

type Deps = {
  snapshot: Pick<SnapshotStore, 'listShown'>;
  freshness: FreshnessStore;
  budgetOf: (workspaceId: string) => Promise<ApiBudget | null>;
  everySeconds: number;
  clock: Pick<Clock, 'monotonic' | 'after'>;
};

export type ConnectorLists = ReturnType<typeof createConnectorLists>;

// Ten thousand rows are 4 MB, and about as much again compressed and as texts.
const unreadSeconds = 600;
// Readers have one of the newest versions. The answer for any other version, also an invented one, is built for each call and not stored.
const mostChanges = 10;

export function createConnectorLists({ snapshot, freshness, budgetOf, everySeconds, clock }: Deps) {
  const lists = new Map<string, { read: (version: ListVersion) => Promise<Answers>; readAt: number }>();
  const versionOf = rememberWhileNothingChanges(
    freshness.versionOf,
    ({ secondsLeft }) => secondsLeft ?? Number.POSITIVE_INFINITY,
    clock,
  );

  return { read, readFreshness };

  /** With `since`, what that version lacks if it can be told, else the whole list. */
  async function read(workspaceId: string, moment: Moment, since?: number): Promise<SerializedList> {
    const version = (await versionOf(workspaceId, moment)) ?? { version: '', rows: 0, secondsLeft: null };
    const { whole, changes } = await listOf(workspaceId).read(version);
    return (since === undefined ? null : changes(since)) ?? whole();
  }

  async function readFreshness(workspaceId: string): Promise<Freshness> {
    const [{ azure, aws, refreshing, errors }, budget] = await Promise.all([
      freshness.read(workspaceId),
      budgetOf(workspaceId),
    ]);
    return { asOf: olderOf(azure.asOf, aws.asOf), refreshing, everySeconds, azure, aws, budget, errors };
  }

  function listOf(workspaceId: string) {
    const readAt = clock.monotonic();
    const known = lists.get(workspaceId);
    if (known !== undefined) return Object.assign(known, { readAt });
    const list = { read: createList(workspaceId), readAt };
    lists.set(workspaceId, list);
    forgetUnread(workspaceId, unreadSeconds);
    return list;
  }

  function forgetUnread(workspaceId: string, seconds: number): void {
    clock.after(seconds, () => {
      const unread = (clock.monotonic() - (lists.get(workspaceId)?.readAt ?? 0)) / 1000;
      if (unread >= unreadSeconds) lists.delete(workspaceId);
      else forgetUnread(workspaceId, unreadSeconds - unread);
    });
  }

  /** Those who ask while a list is built get the next one, which shows at least what was committed when its version was read. */
  function createList(workspaceId: string) {
    const keepRows = createRowKeeper();
    let shown: { version: string; rows: ListedRows; answers: Answers } | undefined;
    const renew = shareLookups(async (versions: readonly ListVersion[]) => {
      const newest = versions.reduce((one, other) => (other.rows > one.rows ? other : one));
      const rows =
        shown !== undefined && shown.rows.version >= newest.rows
          ? shown.rows
          : keepRows(await snapshot.listShown(workspaceId));
      const answers = answersOf(rows, await readFreshness(workspaceId), shown?.answers);
      shown = { version: versions.at(-1)?.version ?? '', rows, answers };
      return new Map(versions.map((version) => [version, answers]));
    });
    return async (version: ListVersion): Promise<Answers> =>
      shown?.version === version.version
        ? shown.answers
        : ((await renew(version)) ?? Promise.reject(new Error('The list was not built.')));
  }
}

type Answers = {
  key: string;
  whole: () => SerializedList;
  changes: (since: number) => SerializedList | null;
};

/** Each is made when a reader first asks for it, and then sent to all who ask. */
function answersOf(rows: ListedRows, freshness: Freshness, before: Answers | undefined): Answers {
  const { version, total } = rows;
  const rest = JSON.stringify({ version, total, asOf: freshness.asOf, freshness }).slice(1);
  if (before?.key === rest) return before;
  const answerWith = (shown: string) => Buffer.from(`{${shown},${rest}`);
  const changed = new Map<number, SerializedList>();
  let whole: SerializedList | undefined;
  return {
    key: rest,
    whole: () => (whole ??= tagged(answerWith(`"connectors":${rows.whole()}`))),
    changes(since) {
      const known = changed.get(since);
      if (known !== undefined) return known;
      const shown = rows.since(since);
      if (shown === null) return null;
      const answer = { body: answerWith(shown), etag: null };
      if (changed.size === mostChanges) changed.clear();
      changed.set(since, answer);
      return answer;
    },
  };
}

function tagged(body: Buffer): SerializedList {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/** A mixed list is as old as its older half; a half that was never read has no age. */
function olderOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
