/** Operations in SQL: asked for, and read. Every row comes together with its entry in the audit trail. */
import type { Cloud } from '@console/console-contract';
import { and, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { createDueStore } from './due-store.ts';
import { keyIsOld, type UsedKey } from './idempotency.ts';
import { insertRequested, type NewOperation, type OperationRow, type Recording } from './rows.ts';
import { createSettlementStore } from './settlement-store.ts';
import { operations } from './tables.ts';

export type ConnectorAddress = { workspaceId: string; cloud: Cloud; id: string };
export type OperationStore = ReturnType<typeof createOperationStore>;

const newest = 200;

/** An item of a bulk that waits for its turn keeps nobody from changing its connector. */
const underWay = or(
  inArray(operations.state, ['sent', 'unknown']),
  and(eq(operations.state, 'requested'), isNull(operations.partOf)),
);

export function createOperationStore(db: NodePgDatabase, recording: Recording) {
  const settlements = createSettlementStore(db, recording);
  const due = createDueStore(db, recording.patience);
  return { list, listOpen, find, findByKey, findOpen, request, ...keeping(db), ...settlements, ...due };

  /** Without the items of bulks, and without what was asked for: that may be megabytes of each. */
  async function list(workspaceId: string): Promise<Omit<OperationRow, 'request'>[]> {
    const { request: _long, ...columns } = getTableColumns(operations);
    return db
      .select(columns)
      .from(operations)
      .where(and(eq(operations.workspaceId, workspaceId), isNull(operations.partOf)))
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

  async function findByKey(
    personId: string,
    idempotencyKey: string,
  ): Promise<(OperationRow & UsedKey) | null> {
    const [row] = await db
      .select({ ...getTableColumns(operations), keyIsOld: keyIsOld(operations.requestedAt) })
      .from(operations)
      .where(and(eq(operations.personId, personId), eq(operations.idempotencyKey, idempotencyKey)));
    return row ?? null;
  }

  /** The change of a connector that is under way: there is one at most. */
  async function findOpen({ workspaceId, cloud, id }: ConnectorAddress): Promise<OperationRow | null> {
    const ofConnector = and(
      eq(operations.workspaceId, workspaceId),
      eq(operations.cloud, cloud),
      eq(operations.connectorId, id),
    );
    const [row] = await db.select().from(operations).where(and(ofConnector, underWay));
    return row ?? null;
  }

  /** All such changes of a workspace: as many as are sent at a time, and those whose answers were lost. */
  async function listOpen(workspaceId: string): Promise<Omit<OperationRow, 'request'>[]> {
    const { request: _long, ...columns } = getTableColumns(operations);
    const ofConnectors = and(eq(operations.workspaceId, workspaceId), isNotNull(operations.connectorId));
    return db.select(columns).from(operations).where(and(ofConnectors, underWay));
  }

  /** `null` when the person's key is in use already, or another change of the connector is under way; then nothing is written. */
  async function request(operation: NewOperation): Promise<OperationRow | null> {
    return db.transaction((tx) => insertRequested(tx, operation, recording));
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
