import type { Operation, OperationKind } from '@console/console-contract';
import { isSettled } from '../../shared/operation-queries.ts';
import type { ProgressStep } from '../../ui/progress-steps.tsx';

/** How far it is, in three steps. Nothing is called done before the gateway has said so, nor sent before it left. */
export function operationSteps(operation: Operation): ProgressStep[] {
  const { requestedAt, requestedBy } = operation;
  return [
    { id: 'requested', label: `Requested by ${requestedBy} and recorded`, state: 'done' },
    { id: 'sent', ...sendingStep(operation) },
    { id: 'answer', ...answerStep(operation), ...(!isSettled(operation) && { startedAt: requestedAt }) },
  ];
}

type Step = Pick<ProgressStep, 'label' | 'state'>;

function sendingStep(operation: Operation): Step {
  if (wasSent(operation)) return { label: 'Sent to the gateway', state: 'done' };
  if (isSettled(operation)) return { label: 'Not sent to the gateway', state: 'skipped' };
  return { label: 'Sent to the gateway', state: 'todo' };
}

/** A bulk is sent in its items. */
function wasSent({ sentAt, items }: Operation): boolean {
  return sentAt !== null || items !== null;
}

function answerStep(operation: Operation): Step {
  const { kind, state, problem } = operation;
  const { done, found, absent } = WORDS[kind] ?? ANY;
  switch (state) {
    case 'requested':
    case 'sent':
      return { label: 'Waiting for the gateway’s answer', state: 'active' };
    case 'succeeded':
      return { label: done, state: 'done' };
    case 'adopted':
      return { label: `${UNCONFIRMED}, but ${found}: found by reading`, state: 'done' };
    case 'failed':
      return { label: wasSent(operation) ? 'The gateway refused' : 'Not done', state: 'failed' };
    case 'unknown':
      return {
        label: `${whatCame(problem)}. Reading the gateway to find out what happened`,
        state: 'active',
      };
    case 'absent':
      return {
        label: `${wasSent(operation) ? `${UNCONFIRMED}, and ${absent}` : capital(absent)}: trying again is safe`,
        state: 'failed',
      };
    case 'needs-person':
      return { label: `${UNCONFIRMED}, and reading could not tell what happened`, state: 'failed' };
    case 'running':
      return { label: 'Under way, one connector after the other', state: 'active' };
    case 'paused':
      return { label: 'Paused', state: 'active' };
    case 'cancelled':
      return { label: 'Cancelled: what was not sent stays as it was', state: 'failed' };
  }
}

/** True of an answer that was lost, of one that was an error, and of a yes that only reading again can bear out. */
const UNCONFIRMED = 'No confirmation came';

function whatCame(problem: Operation['problem']): string {
  const status = problem?.gatewayStatus;
  return status === undefined ? UNCONFIRMED : `It answered with an error (${status})`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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
