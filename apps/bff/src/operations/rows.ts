/** What the operations' stores share: the row, how one is begun, and its entry in the audit trail. */
import type { BareProblem } from '@console/console-contract';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { RecordActivity } from '../ports/activity-log.ts';
import { type Actor, system } from '../ports/caller.ts';
import type { MeantFor } from '../ports/connector-gateway.ts';
import type { Log } from '../ports/log.ts';
import { storedProblem } from '../ports/stored-json.ts';
import { readRequest, requestVersion } from './requests/stored-request.ts';
import { type OperationRequest, operations } from './tables.ts';

type StoredOperation = typeof operations.$inferSelect;
type StoredFacts = Omit<StoredOperation, 'request' | 'requestVersion'>;
/** Everything but what was asked for, which may be megabytes. */
export type OperationFacts = Omit<StoredFacts, 'problem'> & { problem: BareProblem | null };
export type OperationRow = OperationFacts & { request: OperationRequest };
/** `request` is `null` when another version of the console stored it in a way that this one cannot read. */
export type OpenOperation = OperationFacts & { request: OperationRequest | null };

const { request: _long, requestVersion: _ofLong, ...factColumns } = getTableColumns(operations);

export { factColumns };

export function factsOf<Row extends StoredFacts>({ problem, ...row }: Row) {
  return { ...row, problem: storedProblem(problem) };
}

export function openOperation({ request, requestVersion: version, ...row }: StoredOperation): OpenOperation {
  return { ...factsOf(row), request: readRequest(request, version) };
}

export function isReadable(operation: OpenOperation): operation is OperationRow {
  return operation.request !== null;
}
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
  | 'gatewayHosts'
>;

/** As many as a workspace's list of operations holds, single ones and bulks together. */
export const mostListed = 200;

export function meantFor({ gatewayHosts }: Pick<OperationRow, 'gatewayHosts'>): MeantFor | null {
  return gatewayHosts === null ? null : { gatewayHosts };
}

/** When a replica should look after an operation again, in seconds by the database's clock. */
export type Patience = { unsent: number; unanswered: number; firstLook: number; betweenLooks: number };

export type Recording = {
  record: RecordActivity<NodePgDatabase>;
  patience: Patience;
  log: Pick<Log, 'info'>;
};
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** `null` when the person's key is in use already, or another change of the connector is under way. */
export async function insertRequested(
  tx: Transaction,
  operation: NewOperation,
  { record, patience }: Recording,
): Promise<OperationRow | null> {
  const [row] = await tx
    .insert(operations)
    .values({ ...operation, requestVersion, state: 'requested', nextCheckAt: inSeconds(patience.unsent) })
    .onConflictDoNothing()
    .returning(factColumns);
  if (row === undefined) return null;
  const requested = { ...factsOf(row), request: operation.request };
  await recordStep(tx, requested, record);
  return requested;
}

/** Who asked for it, as they were called then. */
export function requesterOf({
  personId,
  requestedBy,
}: Pick<StoredOperation, 'personId' | 'requestedBy'>): Actor {
  return { kind: 'person', id: personId, name: requestedBy };
}

/** The request is recorded under the user who made it, every later step under the console. */
export async function recordStep(
  tx: Transaction,
  row: OperationFacts,
  record: Recording['record'],
): Promise<void> {
  const { id, state, workspaceId, connectorName, requestId, kind, cloud } = row;
  await record(tx, {
    by: state === 'requested' ? requesterOf(row) : system,
    action: `operation.${state}`,
    workspaceId,
    operationId: id,
    subject: connectorName,
    facts: { kind, cloud, connectorId: row.connectorId, code: row.problem?.code ?? null },
    requestId,
  });
}

/** For the operator, once it is committed: what came of a change, and which call asked for it. */
export function logOutcome(log: Pick<Log, 'info'>, row: OperationFacts): void {
  const { id: operation, workspaceId, kind, cloud, connectorId: connector, requestId, state } = row;
  const code = row.problem?.code;
  log.info({ operation, workspaceId, kind, cloud, connector, requestId, state, code }, 'operation');
}

export function inSeconds(seconds: number): SQL {
  return sql`now() + make_interval(secs => ${seconds})`;
}
