import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Secret } from '../../ports/secret.ts';
import { connect, type Script, startFakeGateway } from './test-bench/fake-gateway.ts';
import { sampleSpec } from './test-bench/sample-spec.ts';

const Fixture = z.object({
  request: z.object({ body: z.unknown().optional() }),
  answer: z.object({ body: z.unknown().optional(), text: z.string().optional() }),
});

function fixture(name: string) {
  const url = new URL(`../../../../../packages/gateway-contract/fixtures/${name}.json`, import.meta.url);
  return Fixture.parse(JSON.parse(readFileSync(url, 'utf8')));
}

/** Answers one path with a documented sample and everything else with 404. */
function sample(name: string, method: string, path: string): Script {
  const { answer } = fixture(name);
  return (arrived) => {
    if (arrived.method !== method || arrived.path.split('?')[0] !== path)
      return { status: 404, body: 'NOT_FOUND' };
    return answer.text === undefined ? { json: answer.body } : { body: answer.text };
  };
}

const azureSecret = new Secret('q9w8Q~example_only_not_a_real_secret_value');

test('A3 sends the documented request field for field, with days as hours, and reads the answer into the model', async () => {
  await using fake = await startFakeGateway(sample('A3-create', 'POST', '/connectors/v1.0/org/azure/'));
  await using console = connect(fake);

  const connector = await console.gateway.createAzure(sampleSpec, azureSecret);

  const documented = z.record(z.string(), z.unknown()).parse(fixture('A3-create').request.body);
  const days = {
    orgRunFrequency: { hours: 24, minutes: 0 },
    connectorRunFrequency: { hours: 48, minutes: 0 },
  };
  expect(JSON.parse(fake.calls()[0]?.body ?? '')).toEqual({ ...documented, ...days });
  expect(connector).toMatchObject({
    cloud: 'azure',
    id: '406118',
    state: 'pending',
    stateText: 'PENDING',
    enabled: true,
    runEvery: 60,
    // A pending connector reports its creation as its last sync.
    lastSync: null,
    lastSuccessfulSync: null,
    scope: { included: ['TestingManagementGroup'], excluded: [] },
    tenantName: null,
    secretExpiresOn: null,
    createForNewAccounts: true,
  });
});

test('A7 answers with how many connectors the gateway marked, read from its sentence', async () => {
  await using fake = await startFakeGateway(sample('A7-run', 'POST', '/connectors/v1.0/org/azure/run/'));
  await using console = connect(fake);

  expect(await console.gateway.runAzure(['406118', '406119'])).toEqual({ marked: 2 });
  expect(fake.calls()[0]?.body).toBe('[406118,406119]');
});

test('A1 answers with the job, and A2 with how far it is', async () => {
  const test1 = sample('A1-test', 'POST', '/connectors/v1.0/org/azure/test/');
  const job = sample('A2-job', 'GET', '/connectors/v1.0/org/azure/job/7c2e91d4-0b8f4a3d1-9e6c5b7a8d2f4e10');
  await using fake = await startFakeGateway((arrived, response) =>
    (arrived.method === 'POST' ? test1 : job)(arrived, response),
  );
  await using console = connect(fake);

  const { tenantId, applicationId } = sampleSpec;
  const { jobId } = await console.gateway.testAzure({ tenantId, applicationId, secretValue: azureSecret });

  expect(JSON.parse(fake.calls()[0]?.body ?? '')).toEqual(fixture('A1-test').request.body);
  expect(await console.gateway.readAzureTest(jobId)).toEqual({
    state: 'succeeded',
    stateText: 'COMPLETED',
    error: null,
    startedAt: '2023-05-17T07:23:33.061Z',
    updatedAt: '2023-05-17T07:23:33.467Z',
  });
});

test('both clouds are listed, counted, and read in one model', async () => {
  const answers: Record<string, Script> = {
    '/connectors/v1.0/aws/org/connector': sample('W3-list', 'GET', '/connectors/v1.0/aws/org/connector'),
    '/connectors/v1.0/aws/org/102005': sample('W4-detail', 'GET', '/connectors/v1.0/aws/org/102005'),
    '/connectors/v1.0/org/azure/': sample('A5-list', 'GET', '/connectors/v1.0/org/azure/'),
    '/connectors/v1.0/org/azure/member-connectors/406118': sample(
      'A14-members',
      'GET',
      '/connectors/v1.0/org/azure/member-connectors/406118',
    ),
  };
  await using fake = await startFakeGateway((arrived, response) =>
    answers[arrived.path.split('?')[0] ?? '']?.(arrived, response),
  );
  await using console = connect(fake);
  const { gateway } = console;

  expect(await gateway.countFirstPage('aws')).toBe(3);
  expect((await gateway.listConnectors('aws')).rows.map(({ id, state }) => [id, state])).toEqual([
    ['84064', 'errors'],
    ['102001', 'succeeded'],
    ['102005', 'succeeded'],
  ]);
  expect((await gateway.listConnectors('azure')).rows).toMatchObject([{ cloud: 'azure', id: '406118' }]);
  expect(await gateway.readConnector('aws', '102005')).toMatchObject({
    cloud: 'aws',
    runEvery: 120,
    roleArn: null,
    scope: null,
    activation: null,
    enabled: true,
  });
  expect(await gateway.listAzureMembers('406118')).toMatchObject({
    rows: [{ id: '1204301', attached: true, enabled: true, modules: ['CLOUDVIEW'] }],
    incomplete: false,
  });
});

test('a query quotes and escapes what a person typed, and only the very name is found', async () => {
  await using fake = await startFakeGateway(sample('W3-list', 'GET', '/connectors/v1.0/aws/org/connector'));
  await using console = connect(fake);

  expect(await console.gateway.findByName('aws', 'test 5')).toMatchObject([{ id: '102005' }]);
  expect(await console.gateway.findByName('aws', 'x" or isDisabled: "\\')).toEqual([]);
  await console.gateway.listDisabledIds('aws');

  const queries = fake.calls().map(({ path }) => new URL(path, fake.url).searchParams.get('query'));
  // A name with characters that a query may not find is looked for in the whole list as well.
  expect(queries).toEqual(['name:"test 5"', 'name:"x\\" or isDisabled: \\"\\\\"', null, 'isDisabled: true']);
});
