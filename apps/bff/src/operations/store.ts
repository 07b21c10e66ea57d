/** Operations in SQL. Every step names the states it may start from, so that two replicas cannot settle one operation twice. */
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { RecordActivity } from '../ports/activity-log.ts';
import type { GatewayProblem } from '../ports/gateway-problem.ts';
import { type OperationRequest, operations } from './tables.ts';

export type OperationRow = typeof operations.$inferSelect;
export type NewOperation = Pick<
  OperationRow,
  | 'id'
  | 'workspaceId'
  | 'kind'
  | 'cloud'
  | 'connectorId'
  | 'connectorName'
  | 'personId'
  | 'requestedBy'
  | 'idempotencyKey'
  | 'requestDigest'
  | 'request'
  | 'requestId'
>;

export type SettledState = 'succeeded' | 'failed' | 'adopted' | 'absent' | 'needs-person';
export type Settlement = {
  state: SettledState;
  connectorId?: string;
  problem?: GatewayProblem;
  candidates?: string[];
  /** Written in the same transaction: an operation that this one starts. */
  followUp?: NewOperation | undefined;
};

/** Seconds, all of them judged by the database's clock. */
export type Patience = { unsent: number; unanswered: number; firstLook: number; betweenLooks: number };

export type OperationStore = ReturnType<typeof createOperationStore>;
type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

const newest = 200;
const open = ['sent', 'unknown'] as const;

export function createOperationStore(
  db: NodePgDatabase,
  record: RecordActivity<NodePgDatabase>,
  patience: Patience,
) {
  return { list, find, findByKey, request, markSent, markUnknown, settle, claimDue, hasten, postpone };

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

  /** The row and its audit entry, or nothing: `null` when the person's key is in use already. */
  async function request(operation: NewOperation): Promise<OperationRow | null> {
    return db.transaction((tx) => insert(tx, operation));
  }

  /** Must be committed before the first byte leaves. `false` when the operation was given up in the meantime. */
  async function markSent(id: string, request: OperationRequest): Promise<boolean> {
    const rows = await db
      .update(operations)
      .set({ state: 'sent', sentAt: sql`now()`, request, nextCheckAt: inSeconds(patience.unanswered) })
      .where(and(eq(operations.id, id), eq(operations.state, 'requested')))
      .returning({ id: operations.id });
    return rows.length === 1;
  }

  async function markUnknown(id: string, problem: GatewayProblem): Promise<void> {
    await db.transaction(async (tx) => {
      const [row] = await tx
        .update(operations)
        .set({ state: 'unknown', problem, nextCheckAt: inSeconds(patience.firstLook) })
        .where(and(eq(operations.id, id), eq(operations.state, 'sent')))
        .returning();
      if (row !== undefined) await recordStep(tx, row);
    });
  }

  /** `null` when somebody else has settled it already; then nothing of the settlement happens. */
  async function settle(
    id: string,
    settlement: Settlement,
  ): Promise<{ followUp: OperationRow | null } | null> {
    const { state, connectorId, problem = null, candidates = [], followUp } = settlement;
    return db.transaction(async (tx) => {
      const [row] = await tx
        .update(operations)
        .set({
          state,
          problem,
          candidates,
          settledAt: sql`now()`,
          nextCheckAt: null,
          followedBy: followUp?.id ?? null,
          ...(connectorId === undefined ? {} : { connectorId }),
        })
        .where(and(eq(operations.id, id), inArray(operations.state, ['requested', ...open])))
        .returning();
      if (row === undefined) return null;
      await recordStep(tx, row);
      return { followUp: followUp === undefined ? null : await insert(tx, followUp) };
    });
  }

  /** Operations that wait for somebody to look; claiming one keeps other replicas off it for a while. */
  async function claimDue(): Promise<OperationRow[]> {
    const due = db
      .select({ id: operations.id })
      .from(operations)
      .where(sql`${operations.nextCheckAt} <= now()`)
      .orderBy(operations.nextCheckAt)
      .limit(10)
      .for('update', { skipLocked: true });
    return db
      .update(operations)
      .set({ nextCheckAt: inSeconds(patience.betweenLooks) })
      .where(inArray(operations.id, due))
      .returning();
  }

  /** At a start: what was sent by a process that is gone needs no waiting. */
  async function hasten(): Promise<void> {
    await db.update(operations).set({ nextCheckAt: sql`now()` }).where(inArray(operations.state, open));
  }

  /** A look that found nothing counts; one that could not be made does not, and the next one is further away. */
  async function postpone(id: string, look: 'found-nothing' | 'could-not-look'): Promise<void> {
    const age = sql`extract(epoch from now() - ${operations.requestedAt})`;
    const growing = sql`greatest(${patience.betweenLooks}, least(${age} / 4, 900))`;
    const set =
      look === 'found-nothing'
        ? { checks: sql`${operations.checks} + 1`, nextCheckAt: inSeconds(patience.betweenLooks) }
        : { nextCheckAt: sql`now() + make_interval(secs => ${growing})` };
    await db
      .update(operations)
      .set(set)
      .where(and(eq(operations.id, id), eq(operations.state, 'unknown')));
  }

  async function insert(tx: Transaction, operation: NewOperation): Promise<OperationRow | null> {
    const [row] = await tx
      .insert(operations)
      .values({ ...operation, state: 'requested', nextCheckAt: inSeconds(patience.unsent) })
      .onConflictDoNothing({ target: [operations.personId, operations.idempotencyKey] })
      .returning();
    if (row === undefined) return null;
    await recordStep(tx, row);
    return row;
  }

  async function recordStep(tx: Transaction, row: OperationRow): Promise<void> {
    const { id, personId, requestedBy, state, workspaceId, connectorName, requestId, kind, cloud } = row;
    const byPerson = state === 'requested';
    await record(tx, {
      personId: byPerson ? personId : null,
      actor: byPerson ? requestedBy : 'console',
      action: `operation.${state}`,
      workspaceId,
      operationId: id,
      subject: connectorName,
      facts: { kind, cloud, connectorId: row.connectorId, code: row.problem?.code ?? null },
      requestId,
    });
  }
}

function inSeconds(seconds: number): SQL {
  return sql`now() + make_interval(secs => ${seconds})`;
}
