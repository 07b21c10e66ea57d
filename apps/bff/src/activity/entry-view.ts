/** One entry of the audit trail in the words of the contract. What only some may know is left out here. */
import {
  type Activity,
  type ActivityChange,
  type ActivityOperation,
  type ActivityOutcome,
  type BulkProgress,
  Cloud,
  ConnectorId,
  OperationState,
} from '@console/console-contract';
import type { Caller } from '../ports/caller.ts';
import { changesOfFacts, changesOfRequest, type NameOf } from './changes.ts';
import type { ShownRow, Step } from './reader-store.ts';

/** How far a bulk is, by its items. */
export type BulkCounts = Omit<BulkProgress, 'waitingUntil'>;

/** What stands beside the rows of a page. */
export type Beside = {
  steps: Step[];
  requests: Map<string, unknown>;
  progress: Map<string, BulkCounts>;
  nameOf: NameOf;
  caller: Caller;
};

export const outcomeOf: Record<OperationState, ActivityOutcome> = {
  requested: 'running',
  sent: 'running',
  unknown: 'running',
  succeeded: 'succeeded',
  adopted: 'succeeded',
  failed: 'failed',
  absent: 'failed',
  'needs-review': 'needs-review',
  running: 'running',
  paused: 'running',
  cancelled: 'cancelled',
};

export function entryView({ entry, operation }: ShownRow, beside: Beside): Activity {
  const { id, at, actor, action, subject, facts, requestId } = entry;
  const shown = operation && shownOperation(operation, beside);
  const removed = operation ? null : removedOperation(entry, beside.steps);
  const wentWrong = action.endsWith('.refused');
  return {
    id: String(id),
    at: at.toISOString(),
    actor: operation?.requestedBy ?? actor,
    action,
    kind: operation?.kind ?? removed?.kind ?? action,
    subject,
    outcome: operation
      ? outcomeAfter(operation.state, shown)
      : (removed?.outcome ?? (wentWrong ? 'failed' : 'succeeded')),
    cloud: operation?.cloud ?? removed?.cloud ?? null,
    connectorId: operation?.connectorId ?? removed?.connectorId ?? null,
    connectorName: operation?.connectorName ?? removed?.connectorName ?? null,
    address:
      beside.caller.grants.has('activity.read-addresses') && typeof facts.address === 'string'
        ? facts.address
        : null,
    changes: changesOf({ entry, operation }, beside),
    operation: shown,
    requestId,
  };
}

/** An operation that is no longer stored, as far as the trail tells of it. */
function removedOperation({ operationId, subject, facts }: ShownRow['entry'], steps: readonly Step[]) {
  if (operationId === null) return null;
  const states = steps.flatMap(({ state }) => OperationState.safeParse(state).data ?? []);
  const last = states.at(-1) ?? 'succeeded';
  const cloud = Cloud.safeParse(facts['cloud']).data ?? null;
  return {
    kind: typeof facts['kind'] === 'string' ? facts['kind'] : null,
    outcome: last === 'needs-review' ? ('reviewed' as const) : outcomeOf[last],
    cloud,
    connectorId: ConnectorId.safeParse(facts['connectorId']).data ?? null,
    connectorName: cloud === null ? null : subject,
  };
}

function outcomeAfter(state: OperationState, shown: ActivityOperation | null): ActivityOutcome {
  const outcome = outcomeOf[state];
  return outcome === 'needs-review' && shown?.reviewed ? 'reviewed' : outcome;
}

function changesOf({ entry, operation }: ShownRow, { requests, nameOf }: Beside): ActivityChange[] {
  return operation ? changesOfRequest(requests.get(operation.id), nameOf) : changesOfFacts(entry.facts);
}

function shownOperation(
  operation: NonNullable<ShownRow['operation']>,
  { steps, progress }: Beside,
): ActivityOperation {
  const { id, state, problem, sentAt, waitingUntil, job } = operation;
  const counts = progress.get(id);
  const sent = sentAt === null ? [] : [{ state: 'sent', at: sentAt }];
  const review = steps.find((step) => step.operationId === id && step.state === 'reviewed');
  const own = [...steps.filter(({ operationId }) => operationId === id), ...sent];
  return {
    id,
    state,
    problem,
    job,
    items: counts ? { ...counts, waitingUntil: waitingUntil?.toISOString() ?? null } : null,
    reviewed: review ? { by: review.actor, at: review.at.toISOString() } : null,
    steps: own
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .flatMap((step) => {
        const known = OperationState.safeParse(step.state);
        return known.success ? [{ state: known.data, at: step.at.toISOString() }] : [];
      }),
  };
}
