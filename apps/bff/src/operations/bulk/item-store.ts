/** The items of a bulk in SQL, on their way from waiting to sent, and back when the gateway surely did not take them. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { toStoreError } from '../../ports/store-error.ts';
import { busyAtItsTurn, itemUnreadable } from '../problems.ts';
import { requestVersion } from '../requests/stored-request.ts';
import { isReadable, type OperationRow, openOperation } from '../rows.ts';
import type { OperationStore } from '../store.ts';
import { bulks, type OperationRequest, operations } from '../tables.ts';
import { giveUp } from './rows.ts';

export type ItemStore = ReturnType<typeof createItemStore>;

export function createItemStore(db: NodePgDatabase, store: Pick<OperationStore, 'markSent' | 'settle'>) {
  return { next, restate, markSent, putBack };

  /** Those that were not sent yet, in their order. What cannot be read of them is not sent, and the next ones take its turn. */
  async function next(bulkId: string, most: number): Promise<OperationRow[]> {
    const waiting = (await waitingOf(bulkId, most)).map(openOperation);
    const readable = waiting.filter(isReadable);
    for (const { id } of waiting.filter((item) => !isReadable(item))) {
      await store.settle(id, { state: 'failed', from: ['requested'], problem: itemUnreadable });
    }
    return readable.length === 0 && waiting.length > 0 ? next(bulkId, most) : readable;
  }

  function waitingOf(bulkId: string, most: number) {
    return db
      .select()
      .from(operations)
      .where(and(eq(operations.partOf, bulkId), eq(operations.state, 'requested')))
      .orderBy(asc(operations.position))
      .limit(most);
  }

  /** What the item starts from may have changed while it waited for its turn. */
  async function restate(id: string, request: OperationRequest): Promise<void> {
    await db
      .update(operations)
      .set({ request, requestVersion })
      .where(and(eq(operations.id, id), eq(operations.state, 'requested')));
  }

  /** Must be committed before the first byte leaves. `false` when it was given up, or another change has the connector. */
  async function markSent(id: string): Promise<boolean> {
    try {
      return await store.markSent(id);
    } catch (error) {
      if (toStoreError(error).code !== 'unique-violation') throw error;
      await store.settle(id, { state: 'failed', from: ['requested'], problem: busyAtItsTurn });
      return false;
    }
  }

  /** Only for what the gateway surely did not accept: the item waits for its turn again, unless its bulk was given up meanwhile. */
  async function putBack(bulkId: string, ids: readonly string[]): Promise<void> {
    const among = inArray(operations.id, [...ids]);
    await db.transaction(async (tx) => {
      await tx
        .update(operations)
        .set({ state: 'requested', sentAt: null, nextCheckAt: null })
        .where(and(among, eq(operations.state, 'sent')));
      // The lock lets a user who cancels at this moment come wholly before or wholly after.
      const [bulk] = await tx
        .select({ state: bulks.state })
        .from(bulks)
        .where(eq(bulks.id, bulkId))
        .for('update');
      if (bulk?.state === 'cancelled') await giveUp(tx, among);
    });
  }
}
