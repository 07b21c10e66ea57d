import type { Operation, OperationState } from '@console/console-contract';
import type { ProgressStep } from '../../ui/progress-steps.tsx';

/** What an operation is called while it is read: its kind with the name of the connector. */
export function operationTitle({ kind, connectorName }: Operation): string {
  return kind === 'create-connector' ? `Creating ${connectorName}` : `Run of ${connectorName}`;
}

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
    { id: 'answer', ...answerStep(operation), ...(isOpen(state) && { startedAt: requestedAt }) },
  ];
}

function answerStep(operation: Operation): Pick<ProgressStep, 'label' | 'state'> {
  const create = operation.kind === 'create-connector';
  switch (operation.state) {
    case 'requested':
    case 'sent':
      return { label: 'Waiting for the gateway’s answer', state: 'active' };
    case 'succeeded':
      return { label: create ? 'The gateway created it' : 'The gateway accepted the run', state: 'done' };
    case 'adopted':
      return {
        label: create
          ? 'No answer came, but it was created: found by reading'
          : 'No answer came, but the run began: found by reading',
        state: 'done',
      };
    case 'failed':
      return { label: 'The gateway refused', state: 'failed' };
    case 'unknown':
      return { label: 'No answer came. Reading the gateway to find out what happened', state: 'active' };
    case 'absent':
      return {
        label: create
          ? 'No answer came, and it was not created: trying again is safe'
          : 'No answer came, and it did not run: trying again is safe',
        state: 'failed',
      };
    case 'needs-person':
      return { label: 'No answer came, and reading could not tell what happened', state: 'failed' };
  }
}

function isOpen(state: OperationState): boolean {
  return state === 'requested' || state === 'sent' || state === 'unknown';
}
