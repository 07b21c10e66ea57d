/** The audit trail as people read it: page by page, or as one file. */
import {
  type Activity,
  type ActivityFilter,
  type ActivityOutcome,
  type ActivityPage,
  type ActivityQuery,
  csvOf,
  longestExport,
  OperationState,
} from '@console/console-contract';
import type * as z from 'zod/mini';
import type { Caller } from '../ports/caller.ts';
import { Refusal } from '../ports/refusal.ts';
import { unitIdsOf } from './changes.ts';
import { type BulkCounts, entryView, outcomeOf } from './entry-view.ts';
import { createExportTurns } from './export-turns.ts';
import { type Cells, cellsOf, cellsOfItem, columns } from './exported-rows.ts';
import type { ActivityReader, ShownFilter, ShownRow } from './reader-store.ts';

type Deps = {
  store: ActivityReader;
  /** Refuses as `not-found`. */
  assertWorkspace: (workspaceId: string) => Promise<void>;
  /** How far each of these bulks is. */
  progressOf: (bulkIds: readonly string[]) => Promise<Map<string, BulkCounts>>;
  /** What the console knows of units by their ids. */
  unitsOf: (workspaceId: string, ids: readonly string[]) => Promise<{ id: string; name: string }[]>;
};
type Wanted = z.output<typeof ActivityFilter>;
type Readers = ActivityReader & Pick<Deps, 'progressOf' | 'unitsOf'>;
type Reading = { workspaceId: string; caller: Caller };

export type ActivityService = ReturnType<typeof createActivityService>;

const usualPage = 50;
const exportPage = 1000;

export function createActivityService({ store, assertWorkspace, ...known }: Deps) {
  const inTurn = createExportTurns();
  return { list, exportCsv };

  async function list(
    workspaceId: string,
    { before, limit = usualPage, ...wanted }: z.output<typeof ActivityQuery>,
    caller: Caller,
  ): Promise<ActivityPage> {
    await assertWorkspace(workspaceId);
    const from = before === undefined ? null : BigInt(before);
    // One more than asked for tells whether there is another page.
    const rows = await store.page(workspaceId, filterOf(wanted), { before: from, limit: limit + 1 });
    const entries = await shownOf({ ...store, ...known }, rows.slice(0, limit), { workspaceId, caller });
    return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
  }

  async function exportCsv(workspaceId: string, wanted: Wanted, caller: Caller) {
    await assertWorkspace(workspaceId);
    const file = await inTurn(caller.id, async () => {
      const filter = filterOf(wanted);
      const { rows, cut } = await rowsToExport({ ...store, ...known }, filter, { workspaceId, caller });
      const note = [`Cut after ${longestExport} rows: narrow the filter to export the others.`];
      return { csv: csvOf([columns, ...rows, ...(cut ? [note] : [])]), cut };
    });
    if (file === null) throw oneAtATime();
    return file;
  }
}

/** Each bulk is followed by its connectors: its own entry only counts them. */
async function rowsToExport(
  read: Readers,
  filter: ShownFilter,
  reading: Reading,
): Promise<{ rows: Cells[]; cut: boolean }> {
  const cells: Cells[] = [];
  let before: bigint | null = null;
  for (;;) {
    const room = longestExport + 1 - cells.length;
    const limit = Math.min(exportPage, room);
    const rows: ShownRow[] = await read.page(reading.workspaceId, filter, { before, limit });
    const items = await read.itemsOf(filter, { bulkIds: bulksAmong(rows), limit: room });
    const itemsById = Map.groupBy(items, ({ bulkId }) => bulkId);
    for (const entry of await shownOf(read, rows, reading)) {
      cells.push(cellsOf(entry), ...(itemsById.get(entry.operation?.id ?? '') ?? []).map(cellsOfItem));
    }
    before = rows.at(-1)?.entry.id ?? null;
    if (cells.length > longestExport) return { rows: cells.slice(0, longestExport), cut: true };
    if (rows.length < limit) return { rows: cells, cut: false };
  }
}

async function shownOf(
  read: Readers,
  rows: ShownRow[],
  { workspaceId, caller }: Reading,
): Promise<Activity[]> {
  const ids = rows.flatMap(({ operation }) => (operation ? [operation.id] : []));
  const recorded = rows.flatMap(({ entry }) => entry.operationId ?? []);
  const [steps, requests] = [await read.stepsOf(recorded), await read.requestsOf(ids)];
  const progress = await read.progressOf(bulksAmong(rows));
  const unitIds = new Set([...requests.values()].flatMap(unitIdsOf));
  const names = new Map((await read.unitsOf(workspaceId, [...unitIds])).map(({ id, name }) => [id, name]));
  const beside = { requests, progress, nameOf: (id: string) => names.get(id), caller };
  const stepsById = Map.groupBy(steps, ({ operationId }) => operationId);
  return rows.map((row) =>
    entryView(row, { steps: stepsById.get(row.entry.operationId ?? '') ?? [], ...beside }),
  );
}

function bulksAmong(rows: readonly ShownRow[]): string[] {
  return rows.flatMap(({ operation }) => (operation?.cloud === null ? [operation.id] : []));
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
  const reviewed = outcomes.includes('reviewed');
  return {
    states: OperationState.options.filter(
      (state) => outcomes.includes(outcomeOf[state]) || (outcomeOf[state] === 'needs-review' && reviewed),
    ),
    reviewed: reviewed && outcomes.includes('needs-review') ? null : reviewed,
    wentWell: outcomes.includes('succeeded'),
    wentWrong: outcomes.includes('failed'),
  };
}

function oneAtATime(): Refusal {
  return new Refusal('slow-down', 'Another export of yours is still being written.', {
    next: 'Wait until it has arrived, then export again.',
    retryAfter: 5,
  });
}
