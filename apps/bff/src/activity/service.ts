/** The audit trail as people read it: page by page, or as one file. */
import {
  type Activity,
  type ActivityFilter,
  type ActivityOutcome,
  type ActivityPage,
  type ActivityQuery,
  type BulkProgress,
  csvOf,
  longestExport,
  OperationState,
  type Person,
} from '@console/console-contract';
import type * as z from 'zod/mini';
import { Refusal } from '../ports/refusal.ts';
import { unitIdsOf } from './changes.ts';
import { type BulkCounts, outcomeOf, shownEntry } from './shown-entry.ts';
import type { ShownFilter, ShownRow, ShownStore } from './shown-store.ts';

type Deps = {
  store: ShownStore;
  /** Refuses as `not-found`. */
  assertWorkspace: (workspaceId: string) => Promise<void>;
  /** How far each of these bulks is. */
  progressOf: (bulkIds: readonly string[]) => Promise<Map<string, BulkCounts>>;
  /** What the console knows of units by their ids. */
  unitsOf: (workspaceId: string, ids: readonly string[]) => Promise<{ id: string; name: string }[]>;
};
type Wanted = z.output<typeof ActivityFilter>;
type Readers = Pick<ShownStore, 'page' | 'stepsOf' | 'requestsOf'> & Pick<Deps, 'progressOf' | 'unitsOf'>;
type Reading = { workspaceId: string; reader: Person };

export type ActivityService = ReturnType<typeof createActivityService>;

const usualPage = 50;
const exportPage = 1000;

export function createActivityService({ store, assertWorkspace, ...known }: Deps) {
  return { list, exportCsv };

  async function list(
    workspaceId: string,
    { before, limit = usualPage, ...wanted }: z.output<typeof ActivityQuery>,
    reader: Person,
  ): Promise<ActivityPage> {
    await assertWorkspace(workspaceId);
    const from = before === undefined ? null : BigInt(before);
    // One more than asked for tells whether there is another page.
    const rows = await store.page(workspaceId, filterOf(wanted), { before: from, limit: limit + 1 });
    const entries = await shownOf({ ...store, ...known }, rows.slice(0, limit), { workspaceId, reader });
    return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
  }

  async function exportCsv(workspaceId: string, wanted: Wanted, reader: Person) {
    await assertWorkspace(workspaceId);
    const file = await store.whileAlone(reader.id, async (read) => {
      const filter = filterOf(wanted);
      const { entries, cut } = await entriesToExport({ ...read, ...known }, filter, { workspaceId, reader });
      const note = [`Cut after ${longestExport} rows: narrow the filter to export the others.`];
      return { csv: csvOf([columns, ...entries.map(cellsOf), ...(cut ? [note] : [])]), cut };
    });
    if (file === null) throw oneAtATime();
    return file;
  }
}

async function entriesToExport(
  read: Readers,
  filter: ShownFilter,
  reading: Reading,
): Promise<{ entries: Activity[]; cut: boolean }> {
  const entries: Activity[] = [];
  let before: bigint | null = null;
  for (;;) {
    const limit = Math.min(exportPage, longestExport + 1 - entries.length);
    const rows: ShownRow[] = await read.page(reading.workspaceId, filter, { before, limit });
    entries.push(...(await shownOf(read, rows, reading)));
    before = rows.at(-1)?.entry.id ?? null;
    if (entries.length > longestExport) return { entries: entries.slice(0, longestExport), cut: true };
    if (rows.length < limit) return { entries, cut: false };
  }
}

async function shownOf(
  read: Readers,
  rows: ShownRow[],
  { workspaceId, reader }: Reading,
): Promise<Activity[]> {
  const ids = rows.flatMap(({ operation }) => (operation ? [operation.id] : []));
  const bulks = rows.flatMap(({ operation }) => (operation?.cloud === null ? [operation.id] : []));
  const [steps, requests] = [await read.stepsOf(ids), await read.requestsOf(ids)];
  const progress = await read.progressOf(bulks);
  const unitIds = new Set([...requests.values()].flatMap(unitIdsOf));
  const names = new Map((await read.unitsOf(workspaceId, [...unitIds])).map(({ id, name }) => [id, name]));
  const beside = { requests, progress, nameOf: (id: string) => names.get(id), role: reader.role };
  const stepsById = Map.groupBy(steps, ({ operationId }) => operationId);
  return rows.map((row) =>
    shownEntry(row, { steps: stepsById.get(row.operation?.id ?? '') ?? [], ...beside }),
  );
}

function filterOf({ kind, outcome, words, from, to, ...same }: Wanted): ShownFilter {
  return {
    ...same,
    kinds: kind,
    outcome: outcome && endingsOf(outcome),
    words: words?.split(/\s+/).filter(Boolean).slice(0, 10),
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}

function endingsOf(outcomes: ActivityOutcome[]): ShownFilter['outcome'] {
  if (outcomes.every((outcome) => outcome === 'running')) return 'open';
  const lookedAt = outcomes.includes('looked-at');
  return {
    states: OperationState.options.filter(
      (state) => outcomes.includes(outcomeOf[state]) || (state === 'needs-person' && lookedAt),
    ),
    lookedAt: lookedAt && outcomes.includes('needs-person') ? null : lookedAt,
    wentWell: outcomes.includes('succeeded'),
    wentWrong: outcomes.includes('failed'),
  };
}

const columns = [
  'at',
  'who',
  'kind',
  'subject',
  'outcome',
  'state',
  'cloud',
  'connector_id',
  'problem_code',
  'problem',
  'changes',
  'operation_id',
  'request_id',
  'connectors_done',
  'connectors_failed',
  'connectors_not_sent',
];

function cellsOf(entry: Activity): (string | null)[] {
  const { at, actor, kind, subject, outcome, operation, cloud, connectorId, changes, requestId } = entry;
  return [
    at,
    actor,
    kind,
    subject,
    outcome,
    operation?.state ?? null,
    cloud,
    connectorId,
    operation?.problem?.code ?? null,
    operation?.problem?.message ?? null,
    changes.map(changeText).join('; '),
    operation?.id ?? null,
    requestId,
    ...countsOf(operation?.items),
  ];
}

/** Of a bulk alone. */
function countsOf(items: BulkProgress | null | undefined): (string | null)[] {
  if (!items) return [null, null, null];
  return [items.done, items.failed, items.cancelled].map(String);
}

function changeText({ field, before, after }: Activity['changes'][number]): string {
  return before === null && after === null
    ? `${field}: changed`
    : `${field}: ${before ?? ''} → ${after ?? ''}`;
}

function oneAtATime(): Refusal {
  return new Refusal('slow-down', 'Another export of yours is still being written.', {
    next: 'Wait until it has arrived, then export again.',
    retryAfter: 5,
  });
}
