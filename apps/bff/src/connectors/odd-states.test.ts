/** States, errors and refusals of the gateway that the two documents do not show. */
import { endpoints } from '@console/console-contract';
import type { FaultRule } from '@console/gateway-simulator';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  await client.wholeList();
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });

test.each([
  ['PENDING', 'pending', true],
  ['RUNNING', 'running', true],
  ['SUCCESS', 'succeeded', true],
  ['success', 'succeeded', true],
  ['ERROR', 'errors', true],
  ['QUEUED', 'queued', true],
  ['PROCESSING', 'running', true],
  ['FINISHED_SUCCESS', 'succeeded', true],
  ['Finished Success', 'succeeded', true],
  ['FINISHED_ERRORS', 'errors', true],
  ['COMPLETED_WITH_ERRORS', 'errors', true],
  ['INCOMPLETE', 'errors', true],
  ['DISABLED', 'unknown', false],
  ['FINISHED_WITHOUT_ERRORS', 'unknown', true],
  ['HEALTHY', 'unknown', true],
])('FLT-13 the state %s of a list and of a detail is %s', async (word, state, enabled) => {
  const facts = { id: 7_000_001, name: 'One', state: word };
  const list = { status: 200, body: { content: [facts], hasNext: false } };
  client.vendor.setFaults([
    { operation: 'A5', nth: 1, fault: list },
    { operation: 'A6', fault: { status: 200, body: facts } },
  ]);

  const workspace = await client.connect(`State ${word}`);
  const { connectors } = await client.wholeList(workspace);
  const params = { workspace, cloud: 'azure', id: '7000001' };
  const { connector } = await client.ask(endpoints.readConnector, { params });

  const reported = { state, stateText: word };
  expect(connectors.find(({ id }) => id === '7000001')).toMatchObject({ ...reported, enabled });
  expect(connector).toMatchObject({ ...reported, enabled: enabled ? null : false });
});

type Body = NonNullable<FaultRule['fault']['body']> | null;
type Job = [string, Body, 'succeeded' | 'failed' | 'running'];

const nothing: Body[] = [
  null,
  '',
  '  ',
  'null',
  'None',
  {},
  [],
  false,
  0,
  '{}',
  '[]',
  { message: null },
  [{}],
];

test.each<Job>([
  ...['COMPLETED', 'Completed', 'SUCCESS', 'SUCCEEDED', 'FINISHED_SUCCESS', 'FINISHED', 'DONE'].map(
    (status): Job => [status, null, 'succeeded'],
  ),
  ...['FAILED', 'TIMED_OUT', 'TIMEOUT', 'FINISHED_ERRORS', 'ABORTED', 'INCOMPLETE', 'UNSUCCESSFUL'].map(
    (status): Job => [status, null, 'failed'],
  ),
  ...['RUNNING', 'IN_PROGRESS', 'QUEUED', 'REINDEXING'].map((status): Job => [status, null, 'running']),
  ...nothing.map((error): Job => ['COMPLETED', error, 'succeeded']),
  ...nothing.map((error): Job => ['RUNNING', error, 'running']),
  ['COMPLETED', 'AADSTS7000222', 'failed'],
  ['COMPLETED', { code: 17, message: 'AADSTS7000222' }, 'failed'],
  ['COMPLETED', [{ error: { message: 'AADSTS7000222' } }], 'failed'],
])('the job of a connection test with status %s and error %j is %s', async (status, error, state) => {
  const { tenantId, applicationId } = sampleSpec;
  const body = { tenantId, applicationId, secretValue: sampleSecret };
  const { jobId } = await client.ask(endpoints.testAzureConnection, { ...here(), body });
  client.vendor.setFaults([{ operation: 'A2', fault: { status: 200, body: { status, error } } }]);

  const params = { ...here().params, job: jobId };
  const progress = await client.ask(endpoints.readAzureConnectionTest, { params });

  expect(progress).toMatchObject({ state, stateText: status });
  if (error !== null && state === 'failed') expect(progress.problem?.detail).toBe('AADSTS7000222');
});

test.each([
  '2026-05-17T07:56:37.711+00:00',
  '2026-05-17 07:56:37',
  '1795000000000',
  'Wed May 17 07:56:37 UTC 2026',
  'Nov 30, 2026, 7:00 PM',
  '05/17/2026',
  '2026-05-17T07:56:37Z[UTC]',
])('a bare date (%s) is never shown as an error', async (date) => {
  const facts = { id: 7_000_002, name: 'Dated', state: 'FINISHED_ERRORS' };
  client.vendor.setFaults([
    { operation: 'A5', fault: { status: 200, body: { content: [facts], hasNext: false } } },
    { operation: 'A6', fault: { status: 200, body: { ...facts, lastError: date } } },
    {
      operation: 'A15',
      fault: { status: 200, body: { content: [{ type: null, errorMsg: date }], hasNext: false } },
    },
  ]);
  const workspace = await client.connect(`Dated ${date}`);
  await client.wholeList(workspace);

  const params = { workspace, cloud: 'azure', id: '7000002' };
  const { connector } = await client.ask(endpoints.readConnector, { params });
  const { connectors } = await client.ask(endpoints.listConnectors, { params: { workspace } });
  const job = await client.ask(endpoints.readLastJob, { params });

  expect(connector.lastError).toBeNull();
  expect(connectors.find(({ id }) => id === '7000002')?.newestError).toBeNull();
  expect(job.errors[0]?.message).toBe('');
});

test.each([
  ['403', { status: 403 }, 'gateway-refused-credentials', /address.*licence/],
  ['an empty answer', { status: 200, bodyText: '' }, 'gateway-unreadable', /no API access/],
])(
  'a token that is refused with %s is told as what it most likely means',
  async (_how, fault, code, next) => {
    client.vendor.setFaults([{ operation: 'T1', fault }]);

    const { steps } = await client.ask(endpoints.verifyWorkspace, here());

    expect(steps[0]?.problem).toMatchObject({ code, next: expect.stringMatching(next) });
    expect(steps[0]?.problem?.message).not.toMatch(/client id and secret/);
  },
);

test('every call is made in a way that a strict gateway takes', async () => {
  const { connectors } = await client.wholeList();
  const id = connectors.find(({ cloud, enabled }) => cloud === 'azure' && enabled)?.id ?? '';
  const params = { ...here().params, cloud: 'azure', id };

  const run = await client.ask(endpoints.runConnector, {
    params,
    body: { idempotencyKey: crypto.randomUUID() },
  });

  expect(run).toMatchObject({ state: 'succeeded' });
  expect(client.vendor.journal().filter(({ status }) => status === 406)).toEqual([]);
});
