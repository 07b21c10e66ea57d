/** Changes that are under way: of a connector there is one at most, and of a name that is being created too. */
import { type OpenChange, OperationKind } from '@console/console-contract';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ConnectorAddress } from './kinds/kind.ts';
import { factColumns, factsOf, type NewOperation, type OperationFacts } from './rows.ts';
import { operations } from './tables.ts';

type Creation = Pick<NewOperation, 'workspaceId' | 'cloud' | 'connectorName'>;

/** An item of a bulk that waits for its turn keeps no user from changing its connector. */
const underWay = or(
  inArray(operations.state, ['sent', 'unknown']),
  and(eq(operations.state, 'requested'), isNull(operations.partOf)),
);

/** A newer version of the console, which shares the database for a while, may know more kinds: those are left out of lists. */
export const ofKnownKind = inArray(operations.kind, OperationKind.options);

export function openChanges(db: NodePgDatabase) {
  return { findOpen, listOpen, findCreation };

  async function findOpen({ workspaceId, cloud, id }: ConnectorAddress): Promise<OperationFacts | null> {
    const ofConnector = and(
      eq(operations.workspaceId, workspaceId),
      eq(operations.cloud, cloud),
      eq(operations.connectorId, id),
    );
    const [row] = await db.select(factColumns).from(operations).where(and(ofConnector, underWay));
    return row === undefined ? null : factsOf(row);
  }

  /** As many as are sent at a time, and those whose answers were lost. */
  async function listOpen(workspaceId: string): Promise<OpenChange[]> {
    const { id, kind, cloud, connectorId, connectorName, request, requestedBy } = operations;
    const draft = sql<string | null>`${request} ->> 'draftId'`;
    return db
      .select({ operation: id, kind, cloud, connectorId, connectorName, draft, requestedBy })
      .from(operations)
      .where(and(eq(operations.workspaceId, workspaceId), underWay, ofKnownKind));
  }

  function findCreation(operation: Creation): Promise<OperationFacts | null> {
    return findOpenCreation(db, operation);
  }
}

/** By the connector's name, for it has no id yet: two of one name would look alike when their answers are lost. */
export async function findOpenCreation(
  db: Pick<NodePgDatabase, 'select'>,
  { workspaceId, cloud, connectorName }: Creation,
): Promise<OperationFacts | null> {
  const ofName = and(
    eq(operations.workspaceId, workspaceId),
    eq(operations.cloud, cloud),
    eq(operations.connectorName, connectorName),
    eq(operations.kind, 'create-connector'),
  );
  const [row] = await db.select(factColumns).from(operations).where(and(ofName, underWay));
  return row === undefined ? null : factsOf(row);
}

/** Until the transaction ends, another that creates one of this name waits. */
export async function lockName(
  tx: Pick<NodePgDatabase, 'execute'>,
  { workspaceId, cloud, connectorName }: Creation,
): Promise<void> {
  const name = `creation ${workspaceId} ${cloud} ${connectorName}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
