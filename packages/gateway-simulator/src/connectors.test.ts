import { readFileSync } from 'node:fs';
import { AwsCreateRequest, AzureConnectorBody, gatewayOperations as on } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startSimulator } from './simulator-under-test.ts';

const azureBody = AzureConnectorBody.parse(documentedBody('A3-create'));
const awsBody = AwsCreateRequest.parse(documentedBody('W2-create'));
const awsTest = {
  connectorName: awsBody.name,
  externalId: awsBody.externalId,
  qualysAwsAccountId: awsBody.baseAwsAccountId,
  isGovCloud: false,
  arn: awsBody.arn,
};

test('a tenant connector is created pending, looking synced, with its hourly frequency rounded up to a day', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const created = await simulator.read(on.A3, { body: azureBody });
  expect(created).toMatchObject({ state: 'PENDING', orgRunFrequency: 1_440, connectorRunFrequency: 1_440 });
  expect(created.lastSynced).toBe('2026-03-02T08:00:00.000Z');
  expect(created.lastSuccessfulSync).toBe(created.lastSynced);
  expect(await simulator.read(on.A6, { params: { id: created.id } })).toEqual(created);
  const list = await simulator.read(on.A5);
  expect(list.rows).toMatchObject([{ id: created.id, name: 'Azure Org', numberOfConnectorsAttached: 0 }]);
});

test.each([
  ['more than seven days', { orgRunFrequency: { hours: 169, minutes: 0 } }, 'orgRunFrequency'],
  ['no frequency at all', { connectorRunFrequency: { hours: 0, minutes: 0 } }, 'connectorRunFrequency'],
  ['a prefix of 31 characters', { connectorPrefixName: 'x'.repeat(31) }, 'connectorPrefixName'],
  ['PC together with SCA', { autoActivatePC: true, autoActivateSCA: true }, 'autoActivateSCA'],
  ['a tenant that is no UUID', { tenantId: 'contoso.example' }, 'tenantId'],
  ['an unknown field', { isRemediationEnabld: true }, 'isRemediationEnabld'],
  ['minutes as text', { orgRunFrequency: { hours: '24', minutes: 0 } }, 'orgRunFrequency.hours'],
  [
    'an unknown app',
    { connectorAppInfos: [{ name: 'XX', identifier: 'x', tagId: null }] },
    'connectorAppInfos.0.name',
  ],
])('a tenant connector with %s is refused by the name of the field', async (_name, change, field) => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const refused = await simulator.refusal(on.A3, { body: { ...azureBody, ...change } });
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining(field) });
  expect((await simulator.read(on.A5)).rows).toEqual([]);
});

test('a tenant connector whose credentials the cloud refuses is refused like a stranger', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const refused = await simulator.refusal(on.A3, { body: { ...azureBody, secretValue: 'expired~x' } });
  expect(refused).toEqual({ status: 401, message: 'Unauthorized error' });
});

test('a taken name is a conflict without a limit reached', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  await simulator.read(on.A3, { body: azureBody });
  const response = await simulator.ask(on.A3, { body: { ...azureBody, name: 'AZURE ORG' } });
  expect(response.status).toBe(409);
  expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
  expect(response.headers.get('x-ratelimit-towait-sec')).toBe('0');
});

test('beyond the licence nothing is created, in the words of the documents', async () => {
  await using simulator = await startSimulator({ seed: 'empty', settings: { licenceLimit: 0 } });
  const refused = await simulator.refusal(on.A3, { body: azureBody });
  expect(refused.status).toBe(403);
  expect(refused.message).toContain('maximum number of connectors allowed for your license');
});

test.each([
  ['name', { name: 'Other' }],
  ['tenantName', { tenantName: 'Other' }],
  ['tenantId', { tenantId: '11111111-2222-4333-8444-555555555555' }],
  ['applicationId', { applicationId: '11111111-2222-4333-8444-555555555555' }],
  ['connectorPrefixName', { connectorPrefixName: 'other' }],
  ['secretValue', { secretValue: 'another~secret' }],
  ['identifier', { connectorAppInfos: [{ name: 'AI', identifier: 'other', tagId: null }] }],
])('an edit may not change %s', async (field, change) => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const created = await simulator.read(on.A3, { body: azureBody });
  const edit = { params: { id: created.id }, body: { ...azureBody, ...change } };
  const refused = await simulator.refusal(on.A4, edit);
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining(field) });
});

test('an edit changes the rest, by number or by UUID, and runs the connector', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const created = await simulator.read(on.A3, { body: azureBody });
  const body = {
    ...azureBody,
    description: 'edited',
    isRemediationEnabled: false,
    includedMem: ['Platform'],
  };
  const edited = await simulator.read(on.A4, { params: { id: created.uuid ?? '' }, body });
  expect(edited).toMatchObject({
    description: 'edited',
    remediationEnabled: false,
    includedMem: ['Platform'],
  });
  expect(edited.state).toBe('PENDING');
  expect((await simulator.read(on.A9, { params: { id: created.id } })).includedMembers).toEqual(['Platform']);
  simulator.control.advance(15);
  expect(await simulator.read(on.A6, { params: { id: created.id } })).toMatchObject({
    state: 'FINISHED_SUCCESS',
  });
});

test('an organization connector needs a successful test under its own name', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  expect(await simulator.refusal(on.W2, { body: awsBody })).toMatchObject({ status: 400 });
  await simulator.read(on.W1, { body: { ...awsTest, arn: 'arn:aws:iam::112233445566:role/denied' } });
  expect(await simulator.refusal(on.W2, { body: awsBody })).toMatchObject({ status: 400 });
  await simulator.read(on.W1, { body: awsTest });
  expect(await simulator.read(on.W2, { body: awsBody })).toMatchObject({ name: awsBody.name });
});

test('creating on AWS answers the request again, without an id; the list has it', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  await simulator.read(on.W1, { body: awsTest });
  const response = await simulator.ask(on.W2, { body: awsBody });
  expect(await response.json()).toEqual(awsBody);
  const list = await simulator.read(on.W3, { query: { query: `name:"${awsBody.name}"` } });
  expect(list.rows).toMatchObject([{ name: awsBody.name, organizationId: 'r-zar5', state: 'PENDING' }]);
});

test('reading on AWS leaves out what an edit needs; the answer of an edit has it', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  await simulator.read(on.W1, { body: awsTest });
  await simulator.read(on.W2, { body: awsBody });
  const id = (await simulator.read(on.W3)).rows[0]?.id ?? '';
  const missing = { arn: null, externalId: null, includedMem: null, autoActivateVM: null };
  expect(await simulator.read(on.W4, { params: { id } })).toMatchObject(missing);
  const body = { ...awsBody, orgRunFrequency: { hours: 6, minutes: 0 } };
  const edited = await simulator.read(on.W5, { params: { id }, body });
  expect(edited).toMatchObject({ arn: awsBody.arn, includedMem: awsBody.includedMem, orgRunFrequency: 360 });
});

test('on AWS the prefix stays, perimeter scans need VM, and a day is the longest frequency', async () => {
  await using simulator = await startSimulator();
  const { id } = (await simulator.read(on.W3, { query: { query: 'name:"Coho Vineyard"' } })).rows[0] ?? {
    id: '',
  };
  const body = { ...awsBody, name: 'Coho Vineyard' };
  const edit = (change: object) => simulator.refusal(on.W5, { params: { id }, body: { ...body, ...change } });
  expect((await edit({})).message).toContain('connectorPrefixName');
  expect((await edit({ isCPSEnabled: true })).message).toContain('isCPSEnabled');
  expect((await edit({ orgRunFrequency: { hours: 25, minutes: 0 } })).message).toContain('orgRunFrequency');
});

test('deleting sets the members free', async () => {
  await using simulator = await startSimulator();
  const connector = (await simulator.read(on.A5, { query: { query: 'name:"Tailspin"' } })).rows[0];
  const params = { id: connector?.id ?? '' };
  const member = (await simulator.read(on.A14, { params })).rows[0];
  const deleted = await simulator.ask(on.A16, { params });
  expect([deleted.status, await deleted.text()]).toEqual([204, '']);
  expect(await simulator.refusal(on.A6, { params })).toMatchObject({ status: 404 });
  expect(await simulator.refusal(on.A16, { params })).toMatchObject({ status: 404 });
  const targets = await simulator.read(on.A13, { params: { connectorId: member?.id ?? '' } });
  expect(targets.rows.length).toBeGreaterThan(5);
});

test('deleting on AWS answers a JSON string', async () => {
  await using simulator = await startSimulator();
  const params = { id: (await simulator.read(on.W3)).rows[0]?.id ?? '' };
  expect(await (await simulator.ask(on.W9, { params })).text()).toBe('"Successfully Deleted"');
});

function documentedBody(sample: string): unknown {
  const file = new URL(`../../gateway-contract/fixtures/${sample}.json`, import.meta.url);
  const Sample = z.object({ request: z.object({ body: z.unknown() }) });
  return Sample.parse(JSON.parse(readFileSync(file, 'utf8'))).request.body;
}
