import { kindOf, type Operation } from '@console/console-contract';
import { jobStep } from '../../shared/operations/job-words.ts';
import { isSettled } from '../../shared/operations/operation-queries.ts';
import type { ProgressStep } from '../../ui/status/progress-steps.tsx';

/** How far it is, in three steps, and a fourth for the job of a run. Nothing is called done before the gateway has said so, nor sent before it left. */
export function operationSteps(operation: Operation): ProgressStep[] {
  const { requestedAt, requestedBy } = operation;
  return [
    { id: 'requested', label: `Requested by ${requestedBy} and recorded`, state: 'done' },
    { id: 'sent', ...sendingStep(operation) },
    { id: 'answer', ...answerStep(operation), ...(!isSettled(operation) && { startedAt: requestedAt }) },
    ...(operation.job ? [{ id: 'job', ...jobStep(operation.job), startedAt: requestedAt }] : []),
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
  const { kind, state, problem, items } = operation;
  const { done, found, absent } = items === null ? kindOf(kind).steps : OF_MANY;
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
    case 'needs-review':
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

const OF_MANY = { done: 'It is done', found: 'it happened', absent: 'it did not happen' };
