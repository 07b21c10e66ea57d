/** Bulks and their items as the API answers them. */
import type { BulkItem, Operation } from '@console/console-contract';
import type { OperationFacts } from '../rows.ts';
import { jobOf } from '../tables.ts';
import { type BulkCounts, type BulkRow, subjectOf } from './rows.ts';

const none: BulkCounts = { total: 0, done: 0, failed: 0, cancelled: 0, open: 0, jobs: null };

export function shownBulk(bulk: BulkRow, counts: BulkCounts = none): Operation {
  const { id, kind, state, requestedBy, requestedAt, settledAt, problem, requestId, waitingUntil } = bulk;
  return {
    id,
    kind,
    state,
    cloud: null,
    connectorId: null,
    connectorName: subjectOf(bulk),
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    sentAt: null,
    settledAt: settledAt?.toISOString() ?? null,
    problem,
    requestId,
    candidates: [],
    followedBy: null,
    items: { ...counts, waitingUntil: waitingUntil?.toISOString() ?? null },
    job: null,
  };
}

export function shownItem(row: OperationFacts): BulkItem {
  const { id, state, cloud, connectorId, connectorName, settledAt, problem } = row;
  return {
    id,
    state,
    cloud,
    connectorId: connectorId ?? '',
    connectorName,
    settledAt: settledAt?.toISOString() ?? null,
    problem,
    job: jobOf(row),
  };
}
