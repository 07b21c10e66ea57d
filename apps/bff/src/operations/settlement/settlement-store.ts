/** The steps of an operation. Each names the states it may start from, so that two replicas cannot settle one operation twice. */
import { type BareProblem, type JobState, kindOf, OperationKind } from '@console/console-contract';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { settleWithLastItem } from '../bulk/rows.ts';
import {
  factColumns,
  factsOf,
  inSeconds,
  insertRequested,
  logOutcome,
  type NewOperation,
  type OperationFacts,
  type OperationRow,
  type Recording,
  recordStep,
  type Transaction,
} from '../rows.ts';
import { operations } from '../tables.ts';

type OpenState = 'requested' | 'sent' | 'unknown';
const anyOpen: readonly OpenState[] = ['requested', 'sent', 'unknown'];

const kindsWithJobs = OperationKind.options.filter((kind) => kindOf(kind).startsJob);
const happened: readonly SettledState[] = ['succeeded', 'adopted'];
const jobBegins = sql<JobState>`case when ${inArray(operations.kind, kindsWithJobs)} then 'running' end`;

export type SettledState = 'succeeded' | 'failed' | 'adopted' | 'absent' | 'needs-review';
export type Settlement = {
  state: SettledState;
  /** Where it must still be for this to hold; anywhere open unless said otherwise. */
  from?: readonly OpenState[];
  connectorId?: string;
  problem?: BareProblem;
  candidates?: string[];
  /** Written in the same transaction: an operation that this one starts. */
  followUp?: NewOperation | undefined;
};

export function createSettlementStore(db: NodePgDatabase, recording: Recording) {
  const { patience } = recording;
  return { markSent, markAccepted, markUnknown, settle };

  /** Must be committed before the first byte leaves. `false` when the operation was given up in the meantime. */
  async function markSent(id: string): Promise<boolean> {
    const rows = await db
      .update(operations)
      .set({ state: 'sent', sentAt: sql`now()`, nextCheckAt: inSeconds(patience.unanswered) })
      .where(and(eq(operations.id, id), eq(operations.state, 'requested')))
      .returning({ id: operations.id });
    return rows.length === 1;
  }

  async function markAccepted(id: string): Promise<void> {
    await db.update(operations).set({ acceptedAt: sql`now()` }).where(eq(operations.id, id));
  }

  async function markUnknown(id: string, problem: BareProblem): Promise<void> {
    const unknown = await db.transaction(async (tx) => {
      const [row] = await tx
        .update(operations)
        .set({ state: 'unknown', problem, nextCheckAt: inSeconds(patience.firstLook) })
        .where(and(eq(operations.id, id), eq(operations.state, 'sent')))
        .returning(factColumns);
      return row === undefined ? null : await recorded(tx, factsOf(row));
    });
    if (unknown !== null) logOutcome(recording.log, unknown);
  }

  /** `null` when another call has settled it already; then nothing of the settlement happens. */
  async function settle(
    id: string,
    settlement: Settlement,
  ): Promise<{ followUp: OperationRow | null } | null> {
    const { state, from = anyOpen, connectorId, problem = null, candidates = [], followUp } = settlement;
    const settled = await db.transaction(async (tx) => {
      const [row] = await tx
        .update(operations)
        .set({
          state,
          problem,
          candidates,
          settledAt: sql`now()`,
          nextCheckAt: null,
          jobState: happened.includes(state) ? jobBegins : null,
          followedBy: followUp?.id ?? null,
          ...(connectorId === undefined ? {} : { connectorId }),
        })
        .where(and(eq(operations.id, id), inArray(operations.state, from)))
        .returning(factColumns);
      if (row === undefined) return null;
      const facts = await recorded(tx, factsOf(row));
      if (row.partOf !== null) await settleWithLastItem(tx, row.partOf, recording.record);
      const next = followUp === undefined ? null : await insertRequested(tx, followUp, recording);
      return { facts, followUp: next };
    });
    if (settled !== null) logOutcome(recording.log, settled.facts);
    return settled;
  }

  async function recorded(tx: Transaction, facts: OperationFacts): Promise<OperationFacts> {
    await recordStep(tx, facts, recording.record);
    return facts;
  }
}
