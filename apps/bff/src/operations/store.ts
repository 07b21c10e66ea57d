/** Operations in SQL: asked for, and read. Every row comes together with its entry in the audit trail. */
import { and, desc, eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { createDueStore } from './due-store.ts';
import { insertRequested, type NewOperation, type OperationRow, type Recording } from './rows.ts';
import { createSettlementStore } from './settlement-store.ts';
import { operations } from './tables.ts';

export type OperationStore = ReturnType<typeof createOperationStore>;

const newest = 200;

export function createOperationStore(db: NodePgDatabase, recording: Recording) {
  const settlements = createSettlementStore(db, recording);
  const due = createDueStore(db, recording.patience);
  return { list, find, findByKey, request, ...settlements, ...due };

  async function list(workspaceId: string): Promise<OperationRow[]> {
    return db
      .select()
      .from(operations)
      .where(eq(operations.workspaceId, workspaceId))
      .orderBy(desc(operations.requestedAt))
      .limit(newest);
  }

  async function find(workspaceId: string, id: string): Promise<OperationRow | null> {
    const [row] = await db
      .select()
      .from(operations)
      .where(and(eq(operations.workspaceId, workspaceId), eq(operations.id, id)));
    return row ?? null;
  }

  async function findByKey(personId: string, idempotencyKey: string): Promise<OperationRow | null> {
    const [row] = await db
      .select()
      .from(operations)
      .where(and(eq(operations.personId, personId), eq(operations.idempotencyKey, idempotencyKey)));
    return row ?? null;
  }

  /** `null` when the person's key is in use already; then nothing is written. */
  async function request(operation: NewOperation): Promise<OperationRow | null> {
    return db.transaction((tx) => insertRequested(tx, operation, recording));
  }
}
