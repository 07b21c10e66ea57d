/** Bulks in SQL: asked for, read, steered by people, and held by one process at a time. */
import type { BareProblem } from '@console/console-contract';
import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { keyIsOld, type UsedKey } from '../requests/idempotency.ts';
import { requestVersion } from '../requests/stored-request.ts';
import {
  factColumns,
  factsOf,
  inSeconds,
  mostListed,
  type NewOperation,
  type OperationFacts,
  type Recording,
  requesterOf,
} from '../rows.ts';
import { bulks, operations } from '../tables.ts';
import { type BulkRow, bulkOf, countsOf, giveUp, recordBulk, recordItems, type Steerer } from './rows.ts';

export type NewBulkRow = Omit<
  BulkRow,
  'state' | 'requestedAt' | 'settledAt' | 'problem' | 'waitingUntil' | 'holder' | 'heldUntil'
>;
export type BulkStore = ReturnType<typeof createBulkStore>;

/** A statement has room for 65,535 values, and an item has a good dozen. */
const itemsPerStatement = 1000;

export function createBulkStore(db: NodePgDatabase, { record }: Pick<Recording, 'record'>) {
  return { begin, steer, waitUntil, ...reading(db), ...leases(db) };

  /** With all its items and an entry in the audit trail for each, or not at all; `null` when the person's key is in use already. */
  async function begin(bulk: NewBulkRow, items: readonly NewOperation[]): Promise<BulkRow | null> {
    return db.transaction(async (tx) => {
      const [row] = await tx
        .insert(bulks)
        .values({ ...bulk, state: 'running' })
        .onConflictDoNothing()
        .returning();
      if (row === undefined) return null;
      const waiting = items.map((item, position) => {
        return { ...item, requestVersion, state: 'requested' as const, partOf: bulk.id, position };
      });
      for (let from = 0; from < waiting.length; from += itemsPerStatement) {
        const some = waiting.slice(from, from + itemsPerStatement);
        await tx.insert(operations).values(some);
        await recordItems(tx, some, { bulkId: bulk.id, record });
      }
      const begun = bulkOf(row);
      const by = { caller: requesterOf(row), requestId: row.requestId };
      await recordBulk(tx, begun, { step: 'requested', by, record });
      return begun;
    });
  }

  /** `false` when it is not in the state that this starts from. Giving up settles what was not sent, and nothing else. */
  async function steer(id: string, to: Steering, by: Steerer | null): Promise<boolean> {
    return db
      .transaction(async (tx) => {
        const cancels = to.state === 'cancelled';
        const items = eq(operations.partOf, id);
        // The items first, as everywhere where both are locked.
        if (cancels) await giveUp(tx, items);
        const [row] = await tx
          .update(bulks)
          .set({
            state: to.state,
            problem: to.state === 'paused' ? (to.problem ?? null) : null,
            waitingUntil: null,
            ...(cancels ? { settledAt: sql`now()` } : {}),
          })
          .where(and(eq(bulks.id, id), inArray(bulks.state, from[to.state])))
          .returning();
        if (row === undefined) throw new OtherState();
        // Once more, for what the gateway refused and was put back before the bulk could be locked.
        if (cancels) await giveUp(tx, items);
        const step = to.state === 'running' ? 'resumed' : to.state;
        await recordBulk(tx, bulkOf(row), { step, by, record });
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof OtherState) return false;
        throw error;
      });
  }

  async function waitUntil(id: string, until: Date | null): Promise<void> {
    await db
      .update(bulks)
      .set({ waitingUntil: until })
      .where(and(eq(bulks.id, id), eq(bulks.state, 'running')));
  }
}

function reading(db: NodePgDatabase) {
  const counts = (bulkIds: readonly string[]) => countsOf(db, bulkIds);
  return { find, read, findByKey, list, itemsOf, counts, runnable, openIn };

  async function find(workspaceId: string, id: string): Promise<BulkRow | null> {
    const row = await read(id);
    return row?.workspaceId === workspaceId ? row : null;
  }

  async function read(id: string): Promise<BulkRow | null> {
    const [row] = await db.select().from(bulks).where(eq(bulks.id, id));
    return row === undefined ? null : bulkOf(row);
  }

  async function findByKey(personId: string, idempotencyKey: string): Promise<(BulkRow & UsedKey) | null> {
    const [row] = await db
      .select({ ...getTableColumns(bulks), keyIsOld: keyIsOld(bulks.requestedAt) })
      .from(bulks)
      .where(and(eq(bulks.personId, personId), eq(bulks.idempotencyKey, idempotencyKey)));
    return row === undefined ? null : bulkOf(row);
  }

  async function list(workspaceId: string): Promise<BulkRow[]> {
    const rows = await db
      .select()
      .from(bulks)
      .where(eq(bulks.workspaceId, workspaceId))
      .orderBy(desc(bulks.requestedAt))
      .limit(mostListed);
    return rows.map(bulkOf);
  }

  async function itemsOf(bulkId: string): Promise<OperationFacts[]> {
    const rows = await db
      .select(factColumns)
      .from(operations)
      .where(eq(operations.partOf, bulkId))
      .orderBy(asc(operations.position));
    return rows.map(factsOf);
  }

  /** Running or paused. */
  async function openIn(workspaceId: string): Promise<string[]> {
    const open = inArray(bulks.state, ['running', 'paused']);
    const rows = await db
      .select({ id: bulks.id })
      .from(bulks)
      .where(and(eq(bulks.workspaceId, workspaceId), open));
    return rows.map(({ id }) => id);
  }

  /** Those that have something to send and that no replica runs at this moment. */
  async function runnable(): Promise<string[]> {
    const unsent = sql`exists (select from ${operations} where ${operations.partOf} = ${bulks.id} and ${operations.state} = 'requested')`;
    const rows = await db
      .select({ id: bulks.id })
      .from(bulks)
      .where(and(eq(bulks.state, 'running'), isNotHeld, unsent));
    return rows.map(({ id }) => id);
  }
}

/** `problem`: why the console paused it by itself. */
export type Steering =
  | { state: 'paused'; problem?: BareProblem }
  | { state: 'running' }
  | { state: 'cancelled' };

/** Undoes the transaction: the bulk was somewhere else already. */
class OtherState extends Error {}

const from: Record<Steering['state'], BulkRow['state'][]> = {
  paused: ['running'],
  running: ['paused'],
  cancelled: ['running', 'paused'],
};

const isNotHeld = or(isNull(bulks.heldUntil), lt(bulks.heldUntil, sql`now()`));

/** One process at a time carries a bulk out: by the database's time, and only while it renews. */
function leases(db: NodePgDatabase) {
  return {
    async hold(id: string, holder: string, seconds: number): Promise<boolean> {
      const free = or(isNotHeld, eq(bulks.holder, holder));
      const rows = await db
        .update(bulks)
        .set({ holder, heldUntil: inSeconds(seconds) })
        .where(and(eq(bulks.id, id), free))
        .returning({ id: bulks.id });
      return rows.length === 1;
    },
    async release(id: string, holder: string): Promise<void> {
      await db
        .update(bulks)
        .set({ holder: null, heldUntil: null })
        .where(and(eq(bulks.id, id), eq(bulks.holder, holder)));
    },
  };
}
