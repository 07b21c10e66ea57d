import { endpoints } from '@console/console-contract';
import { createSimulator, type ListeningSimulator, type Simulator } from '@console/gateway-simulator';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../ports/secret.ts';
import {
  answerUntilReleased,
  type ConnectedConsole,
  clientCredentials,
  startConnected,
  workspaceAt,
} from '../test-bench/connected-console.ts';

let other: { simulator: Simulator; listening: ListeningSimulator };
let client: ConnectedConsole;

beforeAll(async () => {
  const simulator = createSimulator({ ...clientCredentials, seed: 'empty' });
  other = { simulator, listening: await simulator.listen() };
  client = await startConnected({ seed: 'demo', otherHosts: [`127.0.0.1:${other.listening.port}`] });
});
afterEach(() => {
  client.vendor.clearFaults();
  other.simulator.control.clearFaults();
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await other.listening.close();
});

const create = (name: string, facts = {}) =>
  client.ask(endpoints.createWorkspace, { body: workspaceAt(client.gateway.url, { name, ...facts }) });
const verify = (workspace: string) => client.ask(endpoints.verifyWorkspace, { params: { workspace } });

test('verifying mints a token, counts both clouds’ first page, and is remembered', async () => {
  const { id } = await create('Verified');

  const verification = await verify(id);

  expect(verification.ok).toBe(true);
  expect(verification.steps).toMatchObject([
    { name: 'token', outcome: 'ok', connectors: null },
    { name: 'azure', outcome: 'ok', connectors: expect.any(Number) },
    { name: 'aws', outcome: 'ok', connectors: expect.any(Number) },
  ]);
  const read = await client.ask(endpoints.readWorkspace, { params: { workspace: id } });
  expect(read.verification).toEqual(verification);
});

test('a wrong secret fails at the token, and the lists are skipped', async () => {
  const { id } = await create('Wrong secret', { clientSecret: 'not-the-secret' });

  const verification = await verify(id);

  expect(verification).toMatchObject({
    ok: false,
    steps: [
      { outcome: 'failed', problem: { code: 'gateway-refused-credentials' } },
      { outcome: 'skipped' },
      { outcome: 'skipped' },
    ],
  });
});

test('one cloud that does not answer fails by itself', async () => {
  const { id } = await create('One cloud');
  client.vendor.setFaults([{ operation: 'A5', fault: { status: 403, body: { message: 'no' } } }]);

  const { ok, steps } = await verify(id);

  expect(ok).toBe(false);
  expect(steps.map(({ outcome }) => outcome)).toEqual(['ok', 'failed', 'ok']);
});

test('a name that is taken is refused, when connecting and when renaming', async () => {
  await create('Taken');
  const { id } = await create('Free');
  const body = workspaceAt(client.gateway.url, { name: 'Taken' });

  expect(await client.refused(endpoints.createWorkspace, { body })).toMatchObject({
    status: 409,
    code: 'name-taken',
    fields: { name: expect.any(String) },
  });
  const renaming = { params: { workspace: id }, body: { name: 'Taken' } };
  expect(await client.refused(endpoints.changeWorkspace, renaming)).toMatchObject({ code: 'name-taken' });
});

test('SEC-12 another host or client id asks for the secret again, and nothing is sent to the new host', async () => {
  const { id } = await create('Moved');
  const url = other.listening.url;
  const changes = [
    { apiServerUrl: url, gatewayUrl: url },
    { gatewayUrl: url },
    { apiServerUrl: url },
    { clientId: 'somebody-else' },
    { platform: 'US1' as const },
  ];

  for (const body of changes) {
    const problem = await client.refused(endpoints.changeWorkspace, { params: { workspace: id }, body });
    expect(problem).toMatchObject({
      status: 422,
      code: 'secret-needed',
      fields: { clientSecret: expect.any(String) },
    });
  }

  const unchanged = await client.ask(endpoints.readWorkspace, { params: { workspace: id } });
  expect(unchanged.gatewayUrl).toBe(client.gateway.url);
  expect((await verify(id)).ok).toBe(true);
  expect(other.simulator.control.journal()).toEqual([]);
});

test('with its secret entered again a workspace moves, is verified anew, and shows nothing of where it was', async () => {
  const { id } = await create('Moving');
  await verify(id);
  const here = { params: { workspace: id } };
  expect((await client.ask(endpoints.listConnectors, here)).total).toBeGreaterThan(20);
  const url = other.listening.url;

  const moved = await client.ask(endpoints.changeWorkspace, {
    params: { workspace: id },
    body: { apiServerUrl: url, gatewayUrl: url, clientSecret: clientCredentials.clientSecret },
  });

  expect(moved).toMatchObject({ gatewayUrl: url, verification: null });
  expect((await verify(id)).ok).toBe(true);
  expect(other.simulator.control.journal().length).toBeGreaterThan(0);
  expect((await client.ask(endpoints.listConnectors, here)).connectors).toEqual([]);
});

describe('of the gateway that a workspace has left, an answer that comes late', () => {
  /** A workspace that moves after the gateway has answered `operation`, and before that answer has come. */
  async function moveMeanwhile(operation: string, begin: (id: string) => Promise<unknown>) {
    const { id } = await create(`Moving before ${operation} ${crypto.randomUUID()}`);
    await client.wholeList(id);
    client.vendor.setFaults([{ operation, fault: answerUntilReleased }]);
    const begun = begin(id);
    await client.arrived(operation);
    // Its lists would take away what is not theirs.
    other.simulator.control.setFaults(
      ['A5', 'W3'].map((list) => ({ operation: list, fault: { status: 503 } })),
    );
    const url = other.listening.url;
    await client.ask(endpoints.changeWorkspace, {
      params: { workspace: id },
      body: { apiServerUrl: url, gatewayUrl: url, clientSecret: clientCredentials.clientSecret },
    });
    client.vendor.clearFaults();
    await begun;
    return client.ask(endpoints.listConnectors, { params: { workspace: id } });
  }

  test('brings no connector back when it is that of a page', async () => {
    const { connectors } = await moveMeanwhile('A6', async (workspace) => {
      const params = { workspace };
      const known = (await client.ask(endpoints.listConnectors, { params })).connectors;
      const id = known.find(({ cloud }) => cloud === 'azure')?.id ?? '';
      await client.send(endpoints.readConnector, { params: { ...params, cloud: 'azure', id } });
    });
    expect(connectors).toEqual([]);
  });

  test.each(['A5', 'W3'])(
    'brings none back when it is a list (%s), which does not count as read either',
    async (list) => {
      const { connectors, freshness } = await moveMeanwhile(list, (workspace) =>
        client.ask(endpoints.refreshConnectors, { params: { workspace } }),
      );
      expect(connectors).toEqual([]);
      expect([freshness.azure.asOf, freshness.aws.asOf]).toEqual([null, null]);
    },
  );
});

test('a new name keeps the secret and the verification', async () => {
  const { id, secret } = await create('Before');
  const { at } = await verify(id);

  const renamed = await client.ask(endpoints.changeWorkspace, {
    params: { workspace: id },
    body: { name: 'After' },
  });

  expect(renamed).toMatchObject({ name: 'After', secret, verification: { at } });
  expect((await verify(id)).ok).toBe(true);
});

test('SEC-13 a stored secret can be replaced and never read, blanked or masked', async () => {
  const { id } = await create('Write only');
  const change = (body: object) => client.bff.send('PATCH', `/api/workspaces/${id}`, { body, cookie });
  const cookie = await client.bff.signIn();

  const read = await client.bff.send('GET', `/api/workspaces/${id}`, { cookie });
  expect(read.text).not.toContain(clientCredentials.clientSecret);
  expect(read.body).toMatchObject({ secret: { configured: true, updatedBy: 'Ada' } });
  for (const clientSecret of [null, '', '********', ' ', 'line\nbreak']) {
    expect((await change({ clientSecret })).status, JSON.stringify(clientSecret)).toBe(400);
  }
  expect((await change({})).status).toBe(200);
  expect((await verify(id)).ok).toBe(true);

  expect((await change({ clientSecret: 'another-secret' })).status).toBe(200);
  expect((await verify(id)).ok).toBe(false);
});

test('SEC-13 no row of the database holds the secret as it was entered', async () => {
  await create('Sealed');

  const rows = await client.bff.database.db.execute(
    sql`select w.*, (select json_agg(a) from activity a) from workspaces w`,
  );

  expect(rows.rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows.rows)).not.toContain(clientCredentials.clientSecret);
});

test('connecting and changing leave a trail of who did it, without values', async () => {
  const { id } = await create('Audited');
  await client.ask(endpoints.changeWorkspace, {
    params: { workspace: id },
    body: { clientSecret: 'another-secret' },
  });

  const { rows } = await client.bff.database.db.execute(
    sql`select actor, action, subject, facts, request_id is not null as traceable from activity where workspace_id = ${id} order by id`,
  );

  expect(rows).toEqual([
    { actor: 'Ada', action: 'workspace.created', subject: 'Audited', facts: {}, traceable: true },
    {
      actor: 'Ada',
      action: 'workspace.changed',
      subject: 'Audited',
      facts: { clientSecret: 'changed' },
      traceable: true,
    },
  ]);
});

test('the snapshot scanner is read from the vendor when asked: accounts with their connector, images by region', async () => {
  const { id } = await create('Scanner');

  const registration = await client.ask(endpoints.readScannerRegistration, { params: { workspace: id } });

  expect(registration.accounts.length).toBeGreaterThan(0);
  expect(registration.accounts[0]).toMatchObject({
    accountId: expect.stringMatching(/^\d{12}$/),
    connectorId: expect.stringMatching(/^\d+$/),
  });
  expect(registration.images).toContainEqual({
    region: 'ap-south-1',
    image: expect.stringMatching(/^ami-[0-9a-f]{17}$/),
  });
  expect(Date.now() - Date.parse(registration.asOf)).toBeLessThan(60_000);
});

test('a vendor that does not tell of its scanner says so, and the workspace goes on', async () => {
  const { id } = await create('No scanner');
  const asked = { params: { workspace: id } };
  client.vendor.setFaults([{ operation: 'T2', fault: { status: 403 } }]);

  expect(await client.refused(endpoints.readScannerRegistration, asked)).toMatchObject({
    code: 'gateway-forbidden',
    requestId: expect.any(String),
  });
  expect((await verify(id)).ok).toBe(true);
});

test('a subscription without snapshot scanning has neither accounts nor images', async () => {
  const { id } = await create('Nothing scanned');
  client.vendor.setFaults([
    { operation: 'T2', fault: { status: 200, body: { targetAccounts: [], amis: {} } } },
  ]);

  const registration = await client.ask(endpoints.readScannerRegistration, { params: { workspace: id } });

  expect(registration).toMatchObject({ accounts: [], images: [] });
});

const demo = (url: string) => ({
  gatewayUrl: url,
  clientId: clientCredentials.clientId,
  clientSecret: new Secret(clientCredentials.clientSecret),
});

test('the demo workspace is created once and follows the simulator', async () => {
  await client.bff.console.ensureDemoWorkspace(demo(client.gateway.url));
  await client.bff.console.ensureDemoWorkspace(demo(client.gateway.url));
  await client.bff.console.ensureDemoWorkspace(demo(other.listening.url));

  const { workspaces } = await client.ask(endpoints.listWorkspaces, {});
  const [found, ...more] = workspaces.filter(({ demo: isDemo }) => isDemo);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    name: 'Demo',
    gatewayUrl: other.listening.url,
    secret: { updatedBy: 'console' },
  });
  expect((await verify(found?.id ?? '')).ok).toBe(true);
});

test('a demo workspace that a person gave other credentials is theirs, and no start takes them away', async () => {
  await client.bff.console.ensureDemoWorkspace(demo(client.gateway.url));
  const { workspaces } = await client.ask(endpoints.listWorkspaces, {});
  const workspace = workspaces.find((one) => one.demo)?.id ?? '';
  const theirs = { clientId: 'client-of-a-person', clientSecret: 'secret-of-a-person' };
  await client.ask(endpoints.changeWorkspace, { params: { workspace }, body: theirs });

  await client.bff.console.ensureDemoWorkspace(demo(other.listening.url));

  expect(await client.ask(endpoints.readWorkspace, { params: { workspace } })).toMatchObject({
    gatewayUrl: client.gateway.url,
    clientId: theirs.clientId,
    secret: { updatedBy: 'Ada' },
  });
});
