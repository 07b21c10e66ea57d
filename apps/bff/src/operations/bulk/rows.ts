/** What the stores of bulks share: the row, how far it is, and its entries in the audit trail. */
import type { BareProblem, BulkProgress, JobState, OperationState } from '@console/console-contract';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type Actor, system } from '../../ports/caller.ts';
import { storedProblem } from '../../ports/stored-json.ts';
import { type NewOperation, type Recording, requesterOf, type Transaction } from '../rows.ts';
import { bulks, operations } from '../tables.ts';

type StoredBulk = typeof bulks.$inferSelect;
export type BulkRow = Omit<StoredBulk, 'problem'> & { problem: BareProblem | null };

export function bulkOf<Row extends StoredBulk>({ problem, ...row }: Row) {
  return { ...row, problem: storedProblem(problem) };
}

export type BulkCounts = Omit<BulkProgress, 'waitingUntil'>;
/** Who paused, resumed or cancelled. */
export type Steerer = { caller: Actor; requestId: string };

const openStates: OperationState[] = ['requested', 'sent', 'unknown'];
const doneStates: OperationState[] = ['succeeded', 'adopted'];

/** How far each of these bulks is. */
export async function countsOf(
  db: Pick<NodePgDatabase, 'select'>,
  bulkIds: readonly string[],
): Promise<Map<string, BulkCounts>> {
  if (bulkIds.length === 0) return new Map();
  const among = (states: OperationState[]) =>
    sql<number>`(count(*) filter (where ${inArray(operations.state, states)}))::int`;
  const rows = await db
    .select({
      id: operations.partOf,
      total: sql<number>`count(*)::int`,
      done: among(doneStates),
      cancelled: among(['cancelled']),
      open: among(openStates),
      jobs: jobCounts,
    })
    .from(operations)
    .where(inArray(operations.partOf, [...bulkIds]))
    .groupBy(operations.partOf);
  return new Map(
    rows.map(({ id, jobs, ...counts }) => {
      const { total, done, cancelled, open } = counts;
      const { running, succeeded, errors, unknown } = jobs;
      const started = running + succeeded + errors + unknown > 0;
      return [id ?? '', { ...counts, failed: total - done - cancelled - open, jobs: started ? jobs : null }];
    }),
  );
}

const jobsThat = (state: JobState) =>
  sql<number>`(count(*) filter (where ${operations.jobState} = ${state}))::int`;
const jobCounts = {
  running: jobsThat('running'),
  succeeded: jobsThat('succeeded'),
  errors: jobsThat('errors'),
  unknown: jobsThat('unknown'),
  causes: sql<number>`count(distinct coalesce(${operations.jobCause}, ${operations.jobError}, '')) filter (where ${operations.jobState} = 'errors')::int`,
};

/** Settles a bulk with its last item. Called within the item's own transaction: the lock makes two last items take turns. */
export async function settleWithLastItem(
  tx: Transaction,
  bulkId: string,
  record: Recording['record'],
): Promise<void> {
  const [bulk] = await tx.select().from(bulks).where(eq(bulks.id, bulkId)).for('update');
  if (bulk === undefined || (bulk.state !== 'running' && bulk.state !== 'paused')) return;
  const [open] = await tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.partOf, bulkId), inArray(operations.state, openStates)))
    .limit(1);
  if (open !== undefined) return;
  const counts = (await countsOf(tx, [bulkId])).get(bulkId);
  const state = counts?.done === counts?.total ? 'succeeded' : 'failed';
  const [settled] = await tx
    .update(bulks)
    .set({ state, settledAt: sql`now()`, waitingUntil: null })
    .where(eq(bulks.id, bulkId))
    .returning();
  if (settled !== undefined) await recordBulk(tx, bulkOf(settled), { step: state, by: null, record });
}

/** Settles items that wait for their turn, and touches no other. */
export async function giveUp(tx: Transaction, among: SQL | undefined): Promise<void> {
  await tx
    .update(operations)
    .set({ state: 'cancelled', settledAt: sql`now()` })
    .where(and(among, eq(operations.state, 'requested')));
}

/** `step` completes `operation.…` in the audit trail; `by` is `null` for what the console does by itself. */
export async function recordBulk(
  tx: Transaction,
  bulk: BulkRow,
  { step, by, record }: { step: string; by: Steerer | null; record: Recording['record'] },
): Promise<void> {
  const { id, workspaceId, kind, total, problem, requestId } = bulk;
  await record(tx, {
    by: by?.caller ?? system,
    action: `operation.${step}`,
    workspaceId,
    operationId: id,
    subject: subjectOf(bulk),
    facts: { kind, connectors: total, code: problem?.code ?? null },
    requestId: by?.requestId ?? requestId,
  });
}

/** Each item was asked for by the user who asked for the bulk. Not as `requested`: the trail is read with one entry for all of them. */
export async function recordItems(
  tx: Transaction,
  items: readonly NewOperation[],
  { bulkId, record }: { bulkId: string; record: Recording['record'] },
): Promise<void> {
  const entries = items.map(({ id, kind, cloud, connectorId, connectorName, ...item }) => ({
    by: requesterOf(item),
    action: 'operation.queued',
    workspaceId: item.workspaceId,
    operationId: id,
    subject: connectorName,
    facts: { kind, cloud, connectorId, bulk: bulkId },
    requestId: item.requestId,
  }));
  await record(tx, ...entries);
}

export function subjectOf({ total }: Pick<BulkRow, 'total'>): string {
  return total === 1 ? '1 connector' : `${total.toLocaleString('en')} connectors`;
}
