import { type Operation, OperationState } from '@console/console-contract';
import { expect, test } from 'vitest';
import { operationTitle } from '../../shared/operations/kind-words.ts';
import { operationSteps } from './operation-words.ts';

const operation: Operation = {
  id: '0b6ff1b2-6a57-4b6e-9c38-9a6b14f2ab01',
  kind: 'create-connector',
  state: 'requested',
  cloud: 'azure',
  connectorId: null,
  connectorName: 'Contoso',
  requestedBy: 'Morgan Kim',
  requestedAt: '2026-11-22T12:00:00Z',
  sentAt: null,
  settledAt: null,
  problem: null,
  requestId: 'req-1',
  candidates: [],
  followedBy: null,
  items: null,
  job: null,
};

function answerOf(state: OperationState) {
  return operationSteps({ ...operation, state, sentAt: '2026-11-22T12:00:01Z' }).at(-1);
}

test('only an answer of the gateway, or reading, makes the last step done', () => {
  const done = OperationState.options.filter((state) => answerOf(state)?.state === 'done');
  expect(done).toEqual(['succeeded', 'adopted']);
});

test('FLT-06 a lost answer is never called a failure before reading has settled it', () => {
  expect(answerOf('unknown')).toMatchObject({ state: 'active', label: expect.stringContaining('find out') });
  expect(answerOf('absent')?.label).toContain('trying again is safe');
});

test('an operation is called by what it does to which connector', () => {
  expect(operationTitle(operation)).toBe('Creating Contoso');
  expect(operationTitle({ ...operation, kind: 'run-connector' })).toBe('Run of Contoso');
});

test('a change that only reading confirms is not said to lack an answer', () => {
  const asked = { ...operation, kind: 'disable-connector', sentAt: operation.requestedAt } as const;
  const [, , answer] = operationSteps({ ...asked, state: 'absent' });
  expect(answer?.label).toBe('No confirmation came, and it is still enabled: trying again is safe');
});

test('what was never sent is said to be neither sent nor refused by the gateway', () => {
  const [, sent, answer] = operationSteps({ ...operation, state: 'failed' });
  expect(sent).toMatchObject({ label: 'Not sent to the gateway', state: 'skipped' });
  expect(answer).toMatchObject({ label: 'Not done', state: 'failed' });
  const [, , lost] = operationSteps({ ...operation, state: 'absent' });
  expect(lost?.label).toBe('It was not created: trying again is safe');
});

test('an answer that was an error is not called no answer', () => {
  const problem = { code: 'outcome-unknown', message: 'Not known.', gatewayStatus: 500 } as const;
  const [, , answer] = operationSteps({ ...operation, state: 'unknown', problem });
  expect(answer?.label).toBe(
    'It answered with an error (500). Reading the gateway to find out what happened',
  );
});
