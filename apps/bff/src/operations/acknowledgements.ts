/**
 * A user marks as reviewed what only a user can settle. Nothing is sent: the audit trail alone is told, and
 * not again when it tells so already.
 */
import type { Operation } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { RecordActivity } from '../ports/activity-log.ts';
import type { Called } from '../ports/caller.ts';
import { Refusal } from '../ports/refusal.ts';

type Deps = {
  db: NodePgDatabase;
  record: RecordActivity<NodePgDatabase>;
  read: (workspaceId: string, id: string) => Promise<Operation>;
  isReviewed: (operationId: string) => Promise<boolean>;
};

export type Acknowledge = (at: { workspaceId: string; id: string }, called: Called) => Promise<Operation>;

export function createAcknowledge({ db, record, read, isReviewed }: Deps): Acknowledge {
  return async ({ workspaceId, id }, { caller, requestId }) => {
    const operation = await read(workspaceId, id);
    const { state, connectorName, kind, cloud, connectorId } = operation;
    if (state !== 'needs-review') throw nothingToSettle();
    if (await isReviewed(id)) return operation;
    await record(db, {
      by: caller,
      action: 'operation.reviewed',
      workspaceId,
      operationId: id,
      subject: connectorName,
      facts: { kind, cloud, connectorId },
      requestId,
    });
    return operation;
  };
}

function nothingToSettle(): Refusal {
  return new Refusal('conflict', 'This change does not need review.', {
    kept: 'Nothing was recorded.',
    next: 'Read the activity again.',
  });
}
