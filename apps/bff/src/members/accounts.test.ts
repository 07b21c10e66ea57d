import { type Cloud, endpoints, type Member } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.setSettings({ memberIdentifiers: 'organization' });
});
afterAll(() => client[Symbol.asyncDispose]());

const accountsOf = (members: readonly Member[]) =>
  Object.fromEntries(members.map(({ id, accountId }) => [id, accountId]));

/** A connector of the demo world, once its detail was read, and what the vendor knows of its members. */
async function anyConnector(cloud: Cloud) {
  const members = client.vendor.members().filter((one) => one.cloud === cloud && one.connectorId !== null);
  const connectorId = members[0]?.connectorId;
  const params = { workspace: client.workspace.id, cloud, id: String(connectorId) };
  const { connector } = await client.ask(endpoints.readConnector, { params });
  const own = members.filter((one) => one.connectorId === connectorId);
  return { params, connector, members: own };
}

const listed = async (params: Record<string, string>) =>
  accountsOf((await client.ask(endpoints.listMembers, { params })).members);

test('the subscription behind a member of Azure is reported where the gateway identifies its apps by it', async () => {
  const { params, members } = await anyConnector('azure');

  const byOrganization = await listed(params);
  client.vendor.setSettings({ memberIdentifiers: 'account' });
  const byAccount = await listed(params);

  expect(byOrganization).toEqual(Object.fromEntries(members.map(({ id }) => [id, null])));
  expect(byAccount).toEqual(Object.fromEntries(members.map(({ id, accountId }) => [id, accountId])));
});

test('what the organization’s connector was made with is taken for the subscription of none of its members, not even of its only one', async () => {
  const { params, connector } = await anyConnector('azure');
  if (connector.cloud !== 'azure') throw new Error('This is one of Azure.');
  const { applicationId, tenantId, organizationId } = connector;
  const subscription = '1f6c0a52-6c1e-4d0b-8a0e-2f4a7d3b9c11';
  const answers = [
    [applicationId, null],
    [tenantId?.toUpperCase() ?? null, null],
    [organizationId, null],
    ['pod04-3666071-1673432131439', null],
    ['', null],
    [subscription, subscription],
  ] as const;
  for (const [identifier, accountId] of answers) {
    const apps = [{ name: 'AI', identifier }];
    const body = { content: [{ id: 1, name: 'Only', connectorAppInfos: apps }], hasNext: false };
    client.vendor.setFaults([{ operation: 'A14', fault: { status: 200, body } }]);
    expect(await listed(params), String(identifier)).toEqual({ 1: accountId });
  }
});

test('the account behind a member of AWS is reported by its role, or by the registration of the snapshot scanner', async () => {
  const { params, members } = await anyConnector('aws');
  const [scanned, reported] = members;
  const detach = (id: unknown) => {
    const body = { idempotencyKey: crypto.randomUUID(), members: [String(id)] };
    return client.ask(endpoints.detachMembers, { params, body });
  };
  await detach(scanned?.id);
  client.vendor.setSettings({ memberIdentifiers: 'account' });
  await detach(reported?.id);
  const before = await listed(params);
  const targetAccounts = [
    { awsAccountId: '111122223333', connectorId: scanned?.id ?? 0 },
    { awsAccountId: '444455556666', connectorId: reported?.id ?? 0 },
    { awsAccountId: 'none', connectorId: scanned?.id ?? 0 },
  ];
  client.vendor.setFaults([{ operation: 'T2', fault: { status: 200, body: { targetAccounts, amis: {} } } }]);
  await client.ask(endpoints.readScannerRegistration, { params: { workspace: params.workspace } });

  expect(before).toEqual({ [String(scanned?.id)]: null, [String(reported?.id)]: reported?.accountId });
  expect(await listed(params)).toEqual({ ...before, [String(scanned?.id)]: '111122223333' });
});

test('a member that was stored before its account was read stands as it was', async () => {
  const { params } = await anyConnector('aws');
  const { db } = client.bff.database;
  const { members } = await client.ask(endpoints.listMembers, { params });
  await db.execute(sql`update seen_members set member = member - 'accountId'`);

  const older = await client.ask(endpoints.listMembers, { params });

  expect(members.length).toBeGreaterThan(0);
  expect(older.members).toEqual(members.map((member) => ({ ...member, accountId: null })));
});

test.each([
  [['x', 'X'], 'same'],
  [['x', 'y'], 'different'],
  [['x', ' '], 'missing'],
  [['x', null], 'same'],
  [[null, null], null],
] as const)(
  'identifiers %j of the apps of one connector are the same, different or missing: %s',
  async (ids, said) => {
    const { params } = await anyConnector('azure');
    const connectorAppInfos = ids.map((identifier, at) => ({ name: at === 0 ? 'AI' : 'CI', identifier }));
    const body = { id: Number(params.id), name: 'Odd', connectorAppInfos };
    client.vendor.setFaults([{ operation: 'A6', fault: { status: 200, body } }]);
    const read = await eventually(
      async () => {
        client.advance(10);
        return client.ask(endpoints.readConnector, { params });
      },
      ({ connector }) => connector.name === 'Odd',
    );
    expect(read.connector.appIdentifiers).toBe(said);
  },
);
