import { ConnectorList, endpoints } from '@console/console-contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  startConnected,
  untilReleased,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const list = (workspace: string) => client.ask(endpoints.listConnectors, { params: { workspace } });
const refresh = (workspace: string) => client.ask(endpoints.refreshConnectors, { params: { workspace } });

/** A page of the vendor's list around these rows. */
const pageOf = (content: Record<string, string | number | number[]>[]) => ({
  content,
  currentPage: 0,
  hasNext: false,
  numberOfElements: content.length,
});

test('the first look at a workspace shows the connectors of both clouds in one list', async () => {
  const { connectors, total, asOf, freshness } = await list(client.workspace.id);

  expect(new Set(connectors.map(({ cloud }) => cloud))).toEqual(new Set(['azure', 'aws']));
  expect(connectors.length).toBeGreaterThan(20);
  expect(total).toBe(connectors.length);
  expect(asOf).not.toBeNull();
  expect(freshness.azure.failing).toBeNull();
  expect(freshness.budget?.limit).toBeGreaterThan(0);
});

test('the list tells which connectors are disabled, which the gateway’s own rows do not', async () => {
  const { connectors } = await list(await client.connect('Disabled ones'));

  const disabled = connectors.filter(({ enabled }) => enabled === false).map(({ name }) => name);
  expect(disabled).toEqual(['Alpine Ski House', 'Woodgrove Trading']);
});

test('connectors in trouble show the first error of their last job, learned after the list', async () => {
  const workspace = await client.connect('Errors');

  const { connectors } = await client.wholeList(workspace);

  const inTrouble = connectors.filter(({ state }) => state === 'errors');
  expect(inTrouble.length).toBeGreaterThan(3);
  for (const { newestError } of inTrouble) expect(newestError).toMatch(/\w/);
});

test('an unchanged list is answered with its tag alone', async () => {
  const workspace = await client.connect('Tagged');
  await client.wholeList(workspace);
  const cookie = await client.bff.signIn();
  const path = `/api/workspaces/${workspace}/connectors`;
  const first = await client.bff.send('GET', path, { cookie });

  const again = await client.bff.send('GET', path, {
    cookie,
    headers: { 'if-none-match': String(first.headers.etag) },
  });

  expect(first.status).toBe(200);
  expect(again).toMatchObject({ status: 304, text: '' });
});

test('when the gateway is down the list stays, with its age, since when and why', async () => {
  const workspace = await client.connect('Down');
  const before = await client.wholeList(workspace);
  client.vendor.setFaults([
    { operation: 'A5', fault: { status: 503 } },
    { operation: 'W3', fault: { drop: 'before' } },
  ]);

  const after = await refresh(workspace);

  expect(after.connectors).toEqual(before.connectors);
  expect(after.freshness.azure).toMatchObject({
    asOf: before.freshness.azure.asOf,
    failing: { problem: { code: 'gateway-unavailable' } },
  });
  expect(after.freshness.aws.failing?.since).toBeDefined();
});

test('a connector that the gateway tells again has the list that failed read again, too', async () => {
  const workspace = await client.connect('Recovers');
  const [row] = (await client.wholeList(workspace)).connectors.filter(({ cloud }) => cloud === 'azure');
  const look = () =>
    client.ask(endpoints.readConnector, { params: { workspace, cloud: 'azure', id: row?.id ?? '' } });
  client.vendor.setFaults([{ operation: 'A5', fault: { status: 503 } }]);
  expect((await refresh(workspace)).freshness.azure.failing).not.toBeNull();
  client.vendor.setFaults([]);

  const looked = () => look().then(() => list(workspace));
  await eventually(looked, ({ freshness }) => freshness.azure.failing === null);
});

test('one cloud that fails leaves the other fresh, and what it showed before standing', async () => {
  const workspace = await client.connect('Half');
  const before = await client.wholeList(workspace);
  client.vendor.setFaults([{ operation: 'W3', fault: { status: 403, body: { message: 'no' } } }]);

  const { freshness, connectors } = await refresh(workspace);

  expect(freshness.azure.failing).toBeNull();
  expect(Date.parse(freshness.azure.asOf ?? '')).toBeGreaterThan(
    Date.parse(before.freshness.azure.asOf ?? ''),
  );
  expect(freshness.aws).toMatchObject({
    asOf: before.freshness.aws.asOf,
    failing: { problem: { code: 'gateway-forbidden' } },
  });
  expect(connectors).toHaveLength(before.connectors.length);
});

test('FLT-13 a state the console does not know is still listed, under the gateway’s own word', async () => {
  const workspace = await client.connect('Drift');
  const rows = [
    { id: 9_007_199, name: 'Odd one', state: 'HIBERNATING', brandNew: [1, 2], lastSynced: 'soon' },
  ];
  client.vendor.setFaults([{ operation: 'A5', nth: 1, fault: { status: 200, body: pageOf(rows) } }]);

  const { connectors } = await list(workspace);

  expect(connectors.find(({ name }) => name === 'Odd one')).toMatchObject({
    id: '9007199',
    state: 'unknown',
    stateText: 'HIBERNATING',
    lastSync: null,
  });
});

test('a refresh asked for twice in a row reads the gateway once', async () => {
  const workspace = await client.connect('Impatient');
  await client.wholeList(workspace);
  client.vendor.clearJournal();

  const answers = await Promise.all([refresh(workspace), refresh(workspace), refresh(workspace)]);

  expect(answers).toHaveLength(3);
  expect(client.calls('W3').length).toBeLessThanOrEqual(2);
});

test('a refresh within five seconds of the last one asks the gateway for nothing, and a later one does', async () => {
  const workspace = await client.connect('Refreshed again');
  await client.wholeList(workspace);
  await refresh(workspace);
  await client.wholeList(workspace);
  client.vendor.clearJournal();

  // The clock of the tests goes on by itself, and a slow machine needs some of the five seconds.
  client.advance(1);
  await refresh(workspace);
  expect(client.calls('W3')).toEqual([]);
  client.advance(4);
  await refresh(workspace);
  expect(client.calls('W3').length).toBeGreaterThan(0);
});

test('a connector that was read within the last two seconds is not asked for again, and then it is', async () => {
  const workspace = await client.connect('Read again');
  const [row] = (await client.wholeList(workspace)).connectors.filter(({ cloud }) => cloud === 'azure');
  const params = { workspace, cloud: 'azure', id: row?.id ?? '' };
  const read = () => client.ask(endpoints.readConnector, { params });
  await read();
  client.vendor.clearJournal();

  await read();
  expect(client.calls('A6')).toEqual([]);
  client.advance(2);
  await read();
  expect(client.calls('A6')).toHaveLength(1);
});

test('the time since when a connector is in its state moves only with the state', async () => {
  const workspace = await client.connect('Since');
  const before = (await client.wholeList(workspace)).connectors.find(({ name }) => name === 'Coho Vineyard');
  const { name, cloud } = { name: 'Coho Vineyard', cloud: 'aws' };
  const rows = [
    { id: before?.id ?? '', name, state: 'FINISHED_SUCCESS', lastSynced: '2026-11-20T00:00:00.000+00:00' },
  ];
  client.vendor.setFaults([{ operation: 'W3', nth: 1, fault: { status: 200, body: pageOf(rows) } }]);

  const after = (await refresh(workspace)).connectors.find((row) => row.name === name && row.cloud === cloud);

  expect(after?.lastSync).toBe('2026-11-20T00:00:00.000Z');
  expect(after?.stateSince).toBe(before?.stateSince);
});

test('one connector is read from the gateway, and as last seen once the gateway is gone', async () => {
  const workspace = await client.connect('Reading');
  const { connectors } = await client.wholeList(workspace);
  const [first, second] = connectors.filter(({ cloud }) => cloud === 'azure');
  const read = (id = '') =>
    client.ask(endpoints.readConnector, { params: { workspace, cloud: 'azure', id } });
  // A reading that takes its time is answered with what was seen last, and goes on.
  const now = await eventually(
    () => read(first?.id),
    ({ source }) => source === 'gateway',
  );
  client.vendor.setFaults([{ operation: 'A6', fault: { status: 500 } }]);

  const later = await read(second?.id);

  expect(now).toMatchObject({ source: 'gateway', connector: { id: first?.id, name: first?.name } });
  expect((await list(workspace)).connectors.find(({ id }) => id === first?.id)?.tenantId).toMatch(
    /^[0-9a-f-]{36}$/,
  );
  expect(later).toMatchObject({ source: 'snapshot', connector: { id: second?.id, name: second?.name } });
});

test('a connector that the gateway takes more than three seconds to tell is shown as it was last seen', async () => {
  // The call itself is given all the time there is: its own end would be answered alike.
  await using slow = await startConnected({ seed: 'demo', deadlines: { read: 3_600_000 } });
  const [row] = (await slow.wholeList()).connectors.filter(({ cloud }) => cloud === 'azure');
  slow.vendor.setFaults([{ operation: 'A6', fault: untilReleased }]);
  const params = { workspace: slow.workspace.id, cloud: 'azure', id: row?.id ?? '' };
  const asked = slow.ask(endpoints.readConnector, { params });
  await slow.arrived('A6');

  slow.bff.clock.passDeadlines(3);
  const { source, connector } = await asked;
  slow.vendor.clearFaults();

  expect({ source, name: connector.name }).toEqual({ source: 'snapshot', name: row?.name });
});

test('a connector the gateway no longer knows is not found, and leaves the list', async () => {
  const workspace = await client.connect('Gone');
  const { connectors } = await client.wholeList(workspace);
  const id = connectors.find(({ cloud }) => cloud === 'aws')?.id ?? '';
  client.vendor.setFaults([{ operation: 'W4', fault: { status: 404, body: { message: 'NOT_FOUND' } } }]);

  const problem = await client.refused(endpoints.readConnector, { params: { workspace, cloud: 'aws', id } });

  expect(problem).toMatchObject({ status: 404, code: 'not-found' });
  expect((await list(workspace)).connectors.some((row) => row.id === id && row.cloud === 'aws')).toBe(false);
});

test('the members of a tenant are listed; for AWS the answer says that the gateway has no such list', async () => {
  const workspace = await client.connect('Members');
  const { connectors } = await client.wholeList(workspace);
  const idOf = (wanted: string) => connectors.find(({ name }) => name === wanted)?.id ?? '';
  const members = (cloud: string, id: string) =>
    client.ask(endpoints.listMembers, { params: { workspace, cloud, id } });

  const azure = await members('azure', idOf('Northwind Production'));
  const aws = await members('aws', idOf('Northwind Commerce'));

  expect(azure.members.length).toBeGreaterThan(3);
  expect(azure.members[0]?.name).toMatch(/^nw-prod_/);
  expect(azure.incomplete).toBe(false);
  const listed = connectors.find(({ name }) => name === 'Northwind Commerce')?.members;
  expect(listed).toBeGreaterThan(0);
  expect(aws).toMatchObject({ members: [], total: listed, incomplete: true });
});

test('the errors of a last job come with what they most likely mean', async () => {
  const workspace = await client.connect('Triage');
  const { connectors } = await client.wholeList(workspace);
  const id = connectors.find(({ name }) => name === 'Wingtip Streaming')?.id ?? '';

  const job = await client.ask(endpoints.readLastJob, { params: { workspace, cloud: 'azure', id } });

  expect(job.errors[0]?.message).toContain('AADSTS7000222');
  expect(job.errors[0]?.likelyCause).toMatchObject({
    title: 'The client secret has expired',
    kind: 'configuration',
  });
});

test('an unknown workspace has no connectors to list', async () => {
  const params = { workspace: '4f1f1a1e-0000-4000-8000-000000000000' };

  expect(await client.refused(endpoints.listConnectors, { params })).toMatchObject({ status: 404 });
  expect(await client.refused(endpoints.refreshConnectors, { params })).toMatchObject({ status: 404 });
  expect(await client.refused(endpoints.readFreshness, { params })).toMatchObject({ status: 404 });
});

test('INJ-02 an id that is no id is refused on every route before anything is asked of the gateway', async () => {
  const workspace = await client.connect('Ids');
  await client.wholeList(workspace);
  const cookie = await client.bff.signIn();
  client.vendor.clearJournal();
  const ids = ['..%2f', 'a%2f..%2fx', '%09..', '1;x', '1%3Fx=1', '1%23', '%EF%BC%91%EF%BC%92'];
  const more = ['1e3', '-1', '99999999999999999999', '%5B%5D', '%7B%7D', '1%00', 'x'];
  const rests = ['', '/members', '/last-job', '/run'];

  for (const id of [...ids, ...more]) {
    for (const rest of rests) {
      for (const cloud of ['azure', 'aws']) {
        const path = `/api/workspaces/${workspace}/connectors/${cloud}/${id}${rest}`;
        const sent = rest === '/run' ? { cookie, body: { idempotencyKey: crypto.randomUUID() } } : { cookie };
        const { status } = await client.bff.send(rest === '/run' ? 'POST' : 'GET', path, sent);
        expect({ path, status }).toEqual({ path, status: 400 });
      }
    }
  }
  const jobs = `/api/workspaces/${workspace}/onboarding/azure/tests`;
  for (const id of ['%2e%2e', 'a%2fb', '1;x', '1%3Fx=1']) {
    expect([400, 404], id).toContain((await client.bff.send('GET', `${jobs}/${id}`, { cookie })).status);
  }
  // Our own client folds dots before it sends them; then the address is another one, but no gateway's.
  for (const dots of ['%2e%2e', '%2e', '..', '.']) {
    const { status } = await client.bff.send(
      'GET',
      `/api/workspaces/${workspace}/connectors/azure/${dots}/members`,
      {
        cookie,
      },
    );
    expect([400, 404, 405], dots).toContain(status);
  }
  expect(client.vendor.journal()).toEqual([]);
});

test('what the list answers is what the contract says', async () => {
  const cookie = await client.bff.signIn();
  const { body } = await client.bff.send('GET', `/api/workspaces/${client.workspace.id}/connectors`, {
    cookie,
  });

  expect(ConnectorList.parse(body)).toEqual(body);
});
