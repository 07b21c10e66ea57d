import { gatewayOperations as on } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { sampleTenant, startSimulator } from './simulator-under-test.ts';

const awsTest = {
  connectorName: 'test 5',
  externalId: 'pod04-3666071-1673432131439',
  qualysAwsAccountId: '205767712438',
  isGovCloud: false,
  isGlobalCloud: true,
  arn: 'arn:aws:iam::112233445566:role/pod_aws_org',
};

test('a test of a tenant takes seconds, goes through states and makes 48 management groups known', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const { jobUuid, responseCode } = await simulator.read(on.A1, { body: sampleTenant });
  const job = { params: { jobUuid: jobUuid ?? '' } };
  const { secretValue: _secret, ...tenant } = sampleTenant;

  expect(responseCode).toBe('SUCCESS');
  expect(await simulator.read(on.A2, job)).toMatchObject({ status: 'PENDING', error: null });
  simulator.control.advance(2);
  expect(await simulator.read(on.A2, job)).toMatchObject({ status: 'RUNNING' });
  expect((await simulator.read(on.A8, { body: tenant })).rows).toEqual([]);
  simulator.control.advance(4);
  expect(await simulator.read(on.A2, job)).toMatchObject({ status: 'COMPLETED', error: null });
  const groups = await simulator.read(on.A8, { body: { ...tenant, pageSize: 1000 } });
  expect(groups.rows).toHaveLength(48);
  expect(new Set(groups.rows).size).toBe(48);
  expect(groups.rows).toContain('TestingManagementGroup');
});

test('the groups of a tenant are the same in every life, and known only to the application that tested', async () => {
  const groupsSeen: string[][] = [];
  for (let life = 0; life < 2; life += 1) {
    await using simulator = await startSimulator({ seed: 'empty', settings: { pace: 0 } });
    await simulator.read(on.A1, { body: sampleTenant });
    const { secretValue: _secret, ...tenant } = sampleTenant;
    groupsSeen.push((await simulator.read(on.A8, { body: tenant })).rows);
    const other = { ...tenant, applicationId: '11111111-2222-4333-8444-555555555555' };
    expect((await simulator.read(on.A8, { body: other })).rows).toEqual([]);
  }
  expect(groupsSeen[0]).toEqual(groupsSeen[1]);
});

test.each([
  ['expired~', 'AADSTS7000222'],
  ['wrong~', 'AADSTS7000215'],
  ['noaccess~', 'Microsoft.Management/managementGroups/read'],
  ['blocked~', 'AADSTS53003'],
  ['disabled~', 'AADSTS7000112'],
  ['throttled~', 'TooManyRequests'],
  ['masked~', 'An exception occurred while running Org Connector'],
])('a secret beginning with %s fails the job with %s', async (start, words) => {
  await using simulator = await startSimulator({ seed: 'empty', settings: { pace: 0 } });
  const { jobUuid } = await simulator.read(on.A1, { body: { ...sampleTenant, secretValue: `${start}x` } });
  const job = await simulator.read(on.A2, { params: { jobUuid: jobUuid ?? '' } });
  expect(job).toMatchObject({ status: 'FAILED', error: expect.stringContaining(words) });
});

test.each([
  ['tenantId', 'AADSTS90002'],
  ['applicationId', 'AADSTS700016'],
])('a %s of zeros is unknown to Azure', async (field, words) => {
  await using simulator = await startSimulator({ seed: 'empty', settings: { pace: 0 } });
  const body = { ...sampleTenant, [field]: '00000000-0000-0000-0000-000000000000' };
  const { jobUuid } = await simulator.read(on.A1, { body });
  const job = await simulator.read(on.A2, { params: { jobUuid: jobUuid ?? '' } });
  expect(job.error).toContain(words);
});

test('a secret may be refused at once, crash the gateway, be slow, or never come to an end', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const asWith = (start: string) => ({ body: { ...sampleTenant, secretValue: `${start}x` } });
  expect(await simulator.refusal(on.A1, asWith('refused~'))).toMatchObject({ status: 401 });
  expect(await simulator.refusal(on.A1, asWith('crash~'))).toMatchObject({ status: 500 });
  const slow = await simulator.read(on.A1, asWith('slow~'));
  const stuck = await simulator.read(on.A1, asWith('stuck~'));
  simulator.control.advance(59);
  expect(await simulator.read(on.A2, { params: { jobUuid: slow.jobUuid ?? '' } })).toMatchObject({
    status: 'RUNNING',
  });
  simulator.control.advance(3_600);
  expect(await simulator.read(on.A2, { params: { jobUuid: slow.jobUuid ?? '' } })).toMatchObject({
    status: 'COMPLETED',
  });
  expect(await simulator.read(on.A2, { params: { jobUuid: stuck.jobUuid ?? '' } })).toMatchObject({
    status: 'RUNNING',
  });
});

test('a job that was not started is not found', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const params = { jobUuid: '7c2e91d4-5a6b-4c3d-8e9f-9e6c5b7a8d2f' };
  expect(await simulator.refusal(on.A2, { params })).toMatchObject({ status: 404 });
});

test('a mistyped field is refused by its name', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const { tenantId: tenantID, ...rest } = sampleTenant;
  const refused = await simulator.refusal(on.A1, { body: { ...rest, tenantID } });
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('tenantID') });
  const wrongType = await simulator.refusal(on.A8, { body: { ...rest, tenantId: tenantID, pageSize: '5' } });
  expect(wrongType.message).toContain('secretValue');
});

test('a test on AWS answers at once', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  expect(await simulator.read(on.W1, { body: awsTest })).toEqual({
    responseMessage: 'Connectivity with organization successful.',
    responseCode: 'SUCCESS',
    jobUuid: null,
  });
});

test.each([
  ['denied', 'sts:AssumeRole'],
  ['no-list', 'organizations:ListAccounts'],
  ['no-organization', 'AWSOrganizationsNotInUseException'],
  ['member-account', "don't have permissions"],
  ['scp', 'service control policy'],
])('a role named %s fails the test under status 200', async (role, words) => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const answer = await simulator.read(on.W1, {
    body: { ...awsTest, arn: `arn:aws:iam::112233445566:role/${role}` },
  });
  expect(answer).toMatchObject({ responseCode: 'FAILED', responseMessage: expect.stringContaining(words) });
});

test('a role of the other partition fails the test, and what is no ARN is refused', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  expect(await simulator.read(on.W1, { body: { ...awsTest, isGovCloud: true } })).toMatchObject({
    responseCode: 'FAILED',
  });
  const refused = await simulator.refusal(on.W1, { body: { ...awsTest, arn: 'arn:aws:iam::1:role' } });
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('arn') });
});

test('units are known under the name of a successful test, root first, with the path of names above them', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  const body = { connectorName: 'test 5', rootId: 'r-zar5', offset: 0, limit: 100 };
  expect((await simulator.read(on.W13, { body })).rows).toEqual([]);
  await simulator.read(on.W1, { body: awsTest });
  const units = await simulator.read(on.W13, { body });
  expect(units.rows.length).toBeGreaterThan(40);
  expect(units.rows[0]).toMatchObject({ ouId: 'r-zar5', ouName: 'Root', ouPath: '' });
  const paths = new Set(units.rows.map((unit) => `${unit.ouPath}/${unit.ouName}`));
  for (const unit of units.rows.slice(1)) expect(paths).toContain(unit.ouPath);
  expect(units.rows.map((unit) => unit.ouId)).toContain('ou-zar5-12hpzogk');
});

test('units are paged by row, or by page where the gateway is told to', async () => {
  await using simulator = await startSimulator({ seed: 'empty' });
  await simulator.read(on.W1, { body: awsTest });
  const ask = (offset: number) => ({
    body: { connectorName: 'test 5', rootId: 'r-zar5', offset, limit: 10 },
  });
  const [first, second] = [await simulator.read(on.W13, ask(0)), await simulator.read(on.W13, ask(10))];
  expect(first.says.hasNext).toBe(true);
  expect(second.rows[0]?.ouId).not.toBe(first.rows[0]?.ouId);
  simulator.control.setSettings({ ouListPaging: 'page' });
  expect((await simulator.read(on.W13, ask(1))).rows).toEqual(second.rows);
});
