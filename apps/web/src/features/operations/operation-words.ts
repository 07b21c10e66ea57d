import type { Operation, OperationKind } from '@console/console-contract';
import { isSettled } from '../../shared/operation-queries.ts';
import type { ProgressStep } from '../../ui/progress-steps.tsx';

/** How far it is, in three steps. Nothing is called done before the gateway has said so. */
export function operationSteps(operation: Operation): ProgressStep[] {
  const { state, requestedAt, requestedBy } = operation;
  return [
    { id: 'requested', label: `Requested by ${requestedBy} and recorded`, state: 'done' },
    {
      id: 'sent',
      label: 'Sent to the gateway',
      state: state === 'requested' ? 'todo' : 'done',
    },
    { id: 'answer', ...answerStep(operation), ...(!isSettled(operation) && { startedAt: requestedAt }) },
  ];
}

function answerStep({ kind, state, problem }: Operation): Pick<ProgressStep, 'label' | 'state'> {
  const { done, found, absent } = WORDS[kind] ?? ANY;
  const lost = CONFIRMED_BY_READING.has(kind) ? 'No confirmation came' : 'No answer came';
  const status = problem?.gatewayStatus;
  const unclear = status === undefined ? lost : `It answered with an error (${status})`;
  switch (state) {
    case 'requested':
    case 'sent':
      return { label: 'Waiting for the gateway’s answer', state: 'active' };
    case 'succeeded':
      return { label: done, state: 'done' };
    case 'adopted':
      return { label: `${lost}, but ${found}: found by reading`, state: 'done' };
    case 'failed':
      return { label: 'The gateway refused', state: 'failed' };
    case 'unknown':
      return { label: `${unclear}. Reading the gateway to find out what happened`, state: 'active' };
    case 'absent':
      return { label: `${lost}, and ${absent}: trying again is safe`, state: 'failed' };
    case 'needs-person':
      return { label: `${lost}, and reading could not tell what happened`, state: 'failed' };
    case 'running':
      return { label: 'Under way, one connector after the other', state: 'active' };
    case 'paused':
      return { label: 'Paused', state: 'active' };
    case 'cancelled':
      return { label: 'Cancelled: what was not sent stays as it was', state: 'failed' };
  }
}

type Words = { done: string; found: string; absent: string };

const ANY: Words = { done: 'It is done', found: 'it happened', absent: 'it did not happen' };

const WORDS: Partial<Record<OperationKind, Words>> = {
  'create-connector': {
    done: 'The gateway created it',
    found: 'it was created',
    absent: 'it was not created',
  },
  'edit-connector': { done: 'The gateway changed it', found: 'it was changed', absent: 'it was not changed' },
  'run-connector': { done: 'The gateway accepted the run', found: 'the run began', absent: 'it did not run' },
  'enable-connector': { done: 'It is enabled', found: 'it is enabled', absent: 'it is still disabled' },
  'disable-connector': { done: 'It is disabled', found: 'it is disabled', absent: 'it is still enabled' },
  'delete-connector': { done: 'It is deleted', found: 'it is deleted', absent: 'it is still there' },
  'attach-member': {
    done: 'The member is attached',
    found: 'the member is attached',
    absent: 'the member is not attached',
  },
  'detach-members': {
    done: 'The members are detached and run on their own',
    found: 'the members are detached',
    absent: 'some members are still attached',
  },
};

/** The gateway's yes to these is not believed: only reading again tells. */
const CONFIRMED_BY_READING: ReadonlySet<OperationKind> = new Set([
  'enable-connector',
  'disable-connector',
  'delete-connector',
  'attach-member',
  'detach-members',
]);
