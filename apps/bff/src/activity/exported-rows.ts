/** Entries of the audit trail as rows of a spreadsheet. */
import type { Activity, BulkProgress, StartedJob } from '@console/console-contract';
import { outcomeOf } from './entry-view.ts';
import type { ItemRow } from './item-store.ts';

export const columns = [
  'at',
  'who',
  'kind',
  'subject',
  'outcome',
  'state',
  'cloud',
  'connector_id',
  'problem_code',
  'problem',
  'changes',
  'operation_id',
  'request_id',
  'connectors_done',
  'connectors_failed',
  'connectors_not_sent',
  'part_of',
  'job',
  'job_error',
];

export type Cells = (string | null)[];

export function cellsOf(entry: Activity): Cells {
  const { at, actor, kind, subject, outcome, operation, cloud, connectorId, changes, requestId } = entry;
  return [
    at,
    actor,
    kind,
    subject,
    outcome,
    operation?.state ?? null,
    cloud,
    connectorId,
    operation?.problem?.code ?? null,
    operation?.problem?.message ?? null,
    changes.map(changeText).join('; '),
    operation?.id ?? null,
    requestId,
    ...countsOf(operation?.items),
    null,
    ...jobCells(operation?.job),
  ];
}

/** One connector of a bulk, with its own outcome. */
export function cellsOfItem({ bulkId, at, operation, reviewed, job }: ItemRow): Cells {
  const { id, kind, state, cloud, connectorId, connectorName, requestedBy, requestId, problem } = operation;
  const outcome = outcomeOf[state];
  return [
    at.toISOString(),
    requestedBy,
    kind,
    connectorName,
    outcome === 'needs-review' && reviewed ? 'reviewed' : outcome,
    state,
    cloud,
    connectorId,
    problem?.code ?? null,
    problem?.message ?? null,
    null,
    id,
    requestId,
    ...countsOf(null),
    bulkId,
    ...jobCells(job),
  ];
}

/** How the job of a run ended: its cause where that is known, and the gateway's words otherwise. */
function jobCells(job: StartedJob | null | undefined): Cells {
  return job ? [job.state, job.cause ?? job.error] : [null, null];
}

/** Of a bulk alone. */
function countsOf(items: BulkProgress | null | undefined): Cells {
  if (!items) return [null, null, null];
  return [items.done, items.failed, items.cancelled].map(String);
}

function changeText({ field, before, after }: Activity['changes'][number]): string {
  return before === null && after === null
    ? `${field}: changed`
    : `${field}: ${before ?? ''} → ${after ?? ''}`;
}
