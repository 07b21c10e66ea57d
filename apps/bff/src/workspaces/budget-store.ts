/** The limiter: the vendor's call limits of each workspace as its headers last told, shared by every replica. */
import type { ApiBudget } from '@console/console-contract';
import { eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { CallLimits } from '../ports/call-budgets.ts';
import type { Clock } from '../ports/clock.ts';
import { allowanceOf, budgetShown, type CallRecord, recordAfter } from './allowance.ts';
import { callBudgets } from './tables.ts';

type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

export function createBudgetStore(db: NodePgDatabase, clock: Clock) {
  return { reported, take, find };

  async function reported(workspaceId: string, call: string, limits: CallLimits): Promise<void> {
    const { budget, waitSeconds } = limits;
    if (budget === null && waitSeconds === null) return;
    await alone(workspaceId, async (tx, records) => {
      const before = records.find((record) => record.call === call);
      await save(tx, workspaceId, recordAfter(before, { call, limits, now: clock.now() }));
    });
  }

  /** Counts a call in, or says how long it has to wait; one caller after the other, whichever replica it is in. */
  async function take(workspaceId: string, call: string): Promise<number> {
    return alone(workspaceId, async (tx, records) => {
      const { seconds, record } = allowanceOf(records, call, clock.now());
      if (record !== null) await save(tx, workspaceId, record);
      return seconds;
    });
  }

  async function find(workspaceId: string): Promise<ApiBudget | null> {
    return budgetShown(await recordsOf(db, workspaceId), clock.now());
  }

  function alone<T>(workspaceId: string, work: (tx: Transaction, records: CallRecord[]) => Promise<T>) {
    return db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`budget ${workspaceId}`}, 0))`);
      return work(tx, await recordsOf(tx, workspaceId));
    });
  }
}

async function recordsOf(db: Pick<NodePgDatabase, 'select'>, workspaceId: string): Promise<CallRecord[]> {
  return db.select().from(callBudgets).where(eq(callBudgets.workspaceId, workspaceId));
}

async function save(tx: Transaction, workspaceId: string, record: CallRecord): Promise<void> {
  const { call, callLimit, remaining, windowSeconds, at, waitUntil, probeAt } = record;
  const reported = { callLimit, remaining, windowSeconds, at, waitUntil, probeAt };
  await tx
    .insert(callBudgets)
    .values({ workspaceId, call, ...reported })
    .onConflictDoUpdate({ target: [callBudgets.workspaceId, callBudgets.call], set: reported });
}
