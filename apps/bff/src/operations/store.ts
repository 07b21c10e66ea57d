/** Operations in SQL: asked for, and read. Every row comes together with its entry in the audit trail. */
import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { findOpenCreation, lockName, ofKnownKind, openChanges } from './open-changes.ts';
import { keyIsOld, type UsedKey } from './requests/idempotency.ts';
import {
  factColumns,
  factsOf,
  insertRequested,
  mostListed,
  type NewOperation,
  type OperationFacts,
  type OperationRow,
  type Recording,
} from './rows.ts';
import { createDueStore } from './settlement/due-store.ts';
import { createSettlementStore } from './settlement/settlement-store.ts';
import { operations } from './tables.ts';

export type OperationStore = ReturnType<typeof createOperationStore>;

export function createOperationStore(db: NodePgDatabase, recording: Recording) {
  const settlements = createSettlementStore(db, recording);
  const due = createDueStore(db, recording.patience);
  return { list, find, findByKey, request, ...openChanges(db), ...keeping(db), ...settlements, ...due };

  /** Without the items of bulks. */
  async function list(workspaceId: string): Promise<OperationFacts[]> {
    const rows = await db
      .select(factColumns)
      .from(operations)
      .where(and(eq(operations.workspaceId, workspaceId), isNull(operations.partOf), ofKnownKind))
      .orderBy(desc(operations.requestedAt))
      .limit(mostListed);
    return rows.map(factsOf);
  }

  async function find(workspaceId: string, id: string): Promise<OperationFacts | null> {
    const [row] = await db
      .select(factColumns)
      .from(operations)
      .where(and(eq(operations.workspaceId, workspaceId), eq(operations.id, id)));
    return row === undefined ? null : factsOf(row);
  }

  async function findByKey(
    personId: string,
    idempotencyKey: string,
  ): Promise<(OperationFacts & UsedKey) | null> {
    const [row] = await db
      .select({ ...factColumns, keyIsOld: keyIsOld(operations.requestedAt) })
      .from(operations)
      .where(and(eq(operations.personId, personId), eq(operations.idempotencyKey, idempotencyKey)));
    return row === undefined ? null : factsOf(row);
  }

  /** `null` when the person's key is in use already, or another change of the connector is under way; then nothing is written. */
  async function request(operation: NewOperation): Promise<OperationRow | null> {
    return db.transaction(async (tx) => {
      if (operation.kind === 'create-connector') {
        await lockName(tx, operation);
        if ((await findOpenCreation(tx, operation)) !== null) return null;
      }
      return insertRequested(tx, operation, recording);
    });
  }
}

function keeping(db: NodePgDatabase) {
  return { vainBytes };

  /** What the requests of a person that came to nothing today take up in a workspace, packed as they are stored. */
  async function vainBytes({ workspaceId, personId }: Pick<NewOperation, 'workspaceId' | 'personId'>) {
    const [sum] = await db
      .select({ bytes: sql<number>`coalesce(sum(pg_column_size(${operations.request})), 0)::float8` })
      .from(operations)
      .where(
        and(
          eq(operations.workspaceId, workspaceId),
          gt(operations.requestedAt, sql`now() - interval '1 day'`),
          eq(operations.personId, personId),
          isNull(operations.partOf),
          inArray(operations.state, ['failed', 'absent']),
        ),
      );
    return sum?.bytes ?? 0;
  }
}
