import { type BulkKind, endpoints, type NewBulk, type Operation } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  startConnected,
  untilReleased,
} from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  await client.wholeList();
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });
const at = (operation: Pick<Operation, 'id'>) => ({
  params: { workspace: client.workspace.id, operation: operation.id },
});
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const list = async () => (await client.ask(endpoints.listConnectors, here())).connectors;
const chosen = async (cloud: 'azure' | 'aws', enabled = true) =>
  (await list())
    .filter((connector) => connector.cloud === cloud && connector.enabled === enabled)
    .map(({ id }) => ({ cloud, id }));
const start = (kind: BulkKind, connectors: NewBulk['connectors'], facts: Partial<NewBulk> = {}) =>
  client.ask(endpoints.startBulk, { ...here(), body: { ...key(), kind, connectors, ...facts } });
const settled = (operation: Operation) => client.settled(operation);
const itemsOf = async (operation: Operation) =>
  (await client.ask(endpoints.listOperationItems, at(operation))).items;

test('connectors of both clouds are disabled as one operation: Azure in one call, AWS one by one', async () => {
  const azure = (await chosen('azure')).slice(0, 3);
  const aws = (await chosen('aws')).slice(0, 3);

  const bulk = await settled(await start('disable-connectors', [...azure, ...aws]));

  expect(bulk).toMatchObject({
    state: 'succeeded',
    kind: 'disable-connectors',
    cloud: null,
    connectorName: '6 connectors',
    items: { total: 6, done: 6, failed: 0, open: 0, cancelled: 0, waitingUntil: null },
  });
  expect(client.calls('A10')).toHaveLength(1);
  expect(client.calls('W7')).toHaveLength(3);
  const ids = [...azure, ...aws].map(({ id }) => id);
  const rows = (await list()).filter(({ id }) => ids.includes(id));
  expect(rows.map(({ enabled }) => enabled)).toEqual(rows.map(() => false));
  const { operations } = await client.ask(endpoints.listOperations, here());
  expect(operations.filter(({ kind }) => kind === 'disable-connector')).toEqual([]);
  expect(operations[0]).toEqual(bulk);
});

test('deleting many wants their number typed, and takes them from the list', async () => {
  const connectors = (await chosen('aws')).slice(-2);

  const refused = await client.refused(endpoints.startBulk, {
    ...here(),
    body: { ...key(), kind: 'delete-connectors', connectors, confirmation: 1 },
  });
  const bulk = await settled(await start('delete-connectors', connectors, { confirmation: 2 }));

  expect(refused).toMatchObject({ status: 400, fields: { confirmation: 'Type 2.' } });
  expect(bulk).toMatchObject({ state: 'succeeded', items: { done: 2 } });
  const ids = (await list()).map(({ id }) => id);
  for (const { id } of connectors) expect(ids).not.toContain(id);
});

test('a preview says what would be done and why the rest is left out, and sends nothing', async () => {
  const disabled = await chosen('azure', false);
  const enabled = await chosen('azure');
  const connectors = [...enabled, ...disabled, { cloud: 'aws' as const, id: '1' }];
  client.vendor.clearJournal();

  const preview = await client.ask(endpoints.previewBulk, {
    ...here(),
    body: { kind: 'run-connectors', connectors },
  });

  expect(disabled.length).toBeGreaterThan(0);
  expect(preview.will).toBe(enabled.length);
  expect(preview.named.map(({ cloud, id }) => ({ cloud, id }))).toEqual(enabled);
  expect(preview.skipped).toEqual([
    ...disabled.map((one) => ({ ...one, name: expect.any(String), reason: 'disabled' })),
    { cloud: 'aws', id: '1', name: null, reason: 'not-here' },
  ]);
  expect(client.vendor.journal().filter(({ committed }) => committed)).toEqual([]);
});

test('a preview names what would be done, with the members of each and of all together as the snapshot knows them', async () => {
  const rows = (await list()).filter(({ enabled }) => enabled).slice(0, 12);
  const [unreported] = rows;
  await client.bff.database.db.execute(
    sql`update connectors set members = null where cloud = ${unreported?.cloud} and id = ${unreported?.id}`,
  );

  const { named, members } = await client.ask(endpoints.previewBulk, {
    ...here(),
    body: { kind: 'delete-connectors', connectors: rows.map(({ cloud, id }) => ({ cloud, id })) },
  });

  const known = rows.map((row) => (row === unreported ? 0 : (row.members ?? 0)));
  expect(members).toEqual({ known: known.reduce((sum, count) => sum + count, 0), unknownOf: 1 });
  expect(members.known).toBeGreaterThan(0);
  expect(named).toEqual(
    rows.map((row) => {
      const { cloud, id, name } = row;
      return { cloud, id, name, members: row === unreported ? null : row.members };
    }),
  );
});

test('a bulk of which nothing would remain is refused', async () => {
  const connectors = await chosen('azure', false);

  const refused = await client.refused(endpoints.startBulk, {
    ...here(),
    body: { ...key(), kind: 'disable-connectors', connectors },
  });

  expect(refused).toMatchObject({ status: 409, code: 'conflict' });
});

test('REL-19 the same key and body give the same bulk, sent once; another body is refused', async () => {
  const connectors = (await chosen('aws')).slice(0, 2);
  const body = { ...key(), kind: 'run-connectors' as const, connectors };
  const ask = () => client.ask(endpoints.startBulk, { ...here(), body });

  const answers = await Promise.all([ask(), ask(), ask()]);
  const bulk = await settled(await ask());
  const refused = await client.refused(endpoints.startBulk, {
    ...here(),
    body: { ...body, connectors: connectors.slice(1) },
  });

  expect(new Set([...answers, bulk].map(({ id }) => id)).size).toBe(1);
  expect(client.calls('W6')).toHaveLength(2);
  expect(refused).toMatchObject({ status: 422, code: 'key-in-use' });
});

test('DOS-06 more than ten thousand connectors, or one named twice, are refused before anything is recorded', async () => {
  const many = Array.from({ length: 10_001 }, (_, index) => ({ cloud: 'aws' as const, id: String(index) }));
  const twice = [...many.slice(0, 1), ...many.slice(0, 1)];

  for (const connectors of [many, twice, []]) {
    const body = { ...key(), kind: 'run-connectors' as const, connectors };
    expect(await client.refused(endpoints.startBulk, { ...here(), body })).toMatchObject({ status: 400 });
  }
});

test('FLT-17 of a run that passes some over, each connector has its own outcome', async () => {
  const connectors = (await chosen('azure')).slice(0, 3);
  const elsewhere = await client.connect('Elsewhere');
  const [taken] = connectors;
  await client.ask(endpoints.disableConnector, {
    params: { workspace: elsewhere, cloud: 'azure', id: taken?.id ?? '' },
    body: key(),
  });

  const bulk = await settled(await start('run-connectors', connectors));

  expect(bulk).toMatchObject({ state: 'failed', items: { total: 3, done: 2, failed: 1 } });
  const items = await itemsOf(bulk);
  expect(items.map(({ state }) => state)).toEqual(['failed', 'succeeded', 'succeeded']);
  expect(items[0]?.problem).toMatchObject({ code: 'gateway-rejected' });
  expect(client.calls('A7')).toHaveLength(1);
});

test('the activity of a bulk says how many did what was asked and how many did not, its export too', async () => {
  const connectors = (await chosen('azure')).slice(0, 2);
  const elsewhere = await client.connect('Elsewhere too');
  await client.ask(endpoints.disableConnector, {
    params: { workspace: elsewhere, cloud: 'azure', id: connectors[0]?.id ?? '' },
    body: key(),
  });
  const { id } = await settled(await start('run-connectors', connectors));

  const { entries } = await client.ask(endpoints.listActivity, { ...here(), query: { operation: id } });
  const items = { total: 2, done: 1, failed: 1, cancelled: 0, open: 0, waitingUntil: null };
  expect(entries).toMatchObject([{ outcome: 'failed', operation: { id, items } }]);
  const query = { connector: connectors[1]?.id ?? '' };
  const ofOne = await client.ask(endpoints.listActivity, { ...here(), query });
  expect(ofOne.entries[0]?.operation?.items).toBeNull();
  const { text } = await client.send(endpoints.exportActivity, { ...here(), query: { operation: id } });
  expect(text).toMatch(
    /"connectors_done","connectors_failed","connectors_not_sent","part_of","job","job_error"\r\n/,
  );
  expect(text).toMatch(/,"2 connectors",.*,"1","1","0",,,\r\n/);
});

test('one connector that the gateway does not know spoils nothing for the others, and only it can be retried', async () => {
  const connectors = (await chosen('azure')).slice(-3);
  const [gone] = connectors;
  const elsewhere = await client.connect('Deletes');
  const at = { workspace: elsewhere, cloud: 'azure', id: gone?.id ?? '' };
  const { connector } = await client.ask(endpoints.readConnector, { params: at });
  await client.ask(endpoints.deleteConnector, { params: at, body: { ...key(), name: connector.name } });

  const bulk = await settled(await start('run-connectors', connectors));
  const again = await settled(
    await client.ask(endpoints.retryFailedItems, {
      params: { workspace: client.workspace.id, operation: bulk.id },
      body: key(),
    }),
  );

  expect(bulk.items).toMatchObject({ total: 3, done: 2, failed: 1 });
  expect(again).toMatchObject({ kind: 'run-connectors', state: 'failed', items: { total: 1, failed: 1 } });
  expect((await itemsOf(again))[0]).toMatchObject({
    connectorId: gone?.id,
    problem: { code: 'gateway-not-found' },
  });
});

test('a bulk is paused, resumed and cancelled: what was not sent never is, what was sent is settled', async () => {
  await settled(await start('enable-connectors', await chosen('aws', false)));
  const connectors = await chosen('aws');
  expect(connectors.length, 'more than twice as many as are under way at once').toBeGreaterThan(8);
  // No answer comes before it is released, so each decision finds runs under way and runs not yet sent.
  const keepWaiting = () => client.vendor.setFaults([{ operation: 'W6', fault: untilReleased }]);
  keepWaiting();

  const bulk = await start('run-connectors', connectors);
  await client.arrived('W6');
  const paused = await client.ask(endpoints.pauseOperation, at(bulk));
  keepWaiting();
  await eventually(
    () => client.ask(endpoints.listOperationItems, at(bulk)),
    ({ items }) => items.every(({ state }) => state !== 'sent'),
  );
  const sentWhilePaused = client.calls('W6').length;
  const resumed = await client.ask(endpoints.resumeOperation, at(bulk));
  await client.arrived('W6');
  const cancelled = await client.ask(endpoints.cancelOperation, at(bulk));
  client.vendor.clearFaults();
  const ended = await eventually(
    () => client.ask(endpoints.readOperation, at(bulk)),
    ({ items }) => items?.open === 0,
  );

  expect([paused, resumed, cancelled].map(({ state }) => state)).toEqual(['paused', 'running', 'cancelled']);
  expect(sentWhilePaused).toBeLessThan(connectors.length);
  const { total = 0, done = 0, cancelled: left = 0 } = ended.items ?? {};
  expect(ended.state).toBe('cancelled');
  expect(done).toBe(client.calls('W6').length);
  expect(done + left).toBe(total);
  expect(left).toBeGreaterThan(0);
  expect(await client.refused(endpoints.resumeOperation, at(bulk))).toMatchObject({ status: 409 });
});

test.each([
  ['azure', 'A10', { status: 400 }],
  ['aws', 'W7', { status: 429, headers: { 'Retry-After': '1' } }],
] as const)(
  'REL-20 of a cancelled bulk nothing is sent again that the gateway refused meanwhile, and nothing stays open (%s)',
  async (cloud, operation, refusal) => {
    const connectors = (await chosen(cloud)).slice(0, 2);
    client.vendor.setFaults([{ operation, fault: { ...untilReleased, ...refusal } }]);
    const bulk = await start('disable-connectors', connectors);
    await eventually(
      () => itemsOf(bulk),
      (items) => items.every(({ state }) => state === 'sent'),
    );

    await client.ask(endpoints.cancelOperation, at(bulk));
    client.vendor.clearFaults();

    const ended = await eventually(
      () => client.ask(endpoints.readOperation, at(bulk)),
      ({ items }) => items?.open === 0,
    );
    expect(ended).toMatchObject({ state: 'cancelled', items: { cancelled: 2, done: 0 } });
    expect(client.calls(operation)).toHaveLength(cloud === 'azure' ? 1 : 2);
  },
);

test('a bulk stops by itself when the gateway refuses the console, and says why', async () => {
  const connectors = (await chosen('aws')).slice(0, 3);
  client.vendor.setSettings({ expireTokens: true });
  client.vendor.setFaults([{ operation: 'T1', fault: { status: 401 } }]);

  const bulk = await start('run-connectors', connectors);
  const paused = await eventually(
    () => client.ask(endpoints.readOperation, at(bulk)),
    ({ state }) => state === 'paused',
  );

  expect(paused).toMatchObject({
    problem: { code: 'gateway-refused-credentials' },
    items: { open: 3, failed: 0 },
  });
  client.vendor.clearFaults();
  await client.ask(endpoints.verifyWorkspace, here());
  await client.ask(endpoints.resumeOperation, at(bulk));
  expect(await settled(bulk)).toMatchObject({ state: 'succeeded', problem: null });
});

test('REL-20 a connector with a change under way is left out, and two overlapping bulks tell the truth', async () => {
  const connectors = (await chosen('aws')).slice(0, 4);
  client.vendor.setSettings({ latencyMs: 50 });

  const both = await Promise.all([
    start('disable-connectors', connectors),
    start('disable-connectors', connectors.slice(1)),
  ]);
  const bulks = await Promise.all(both.map(settled));
  client.vendor.setSettings({ latencyMs: 0 });

  const items = (await Promise.all(bulks.map(itemsOf))).flat();
  expect(items).toHaveLength(7);
  for (const { state, problem } of items) {
    if (state === 'failed') expect(problem).toMatchObject({ code: 'conflict' });
    // Adopted: reading found that it was done before its answer was written down.
    else expect(['succeeded', 'adopted']).toContain(state);
  }
  for (const { id } of connectors) {
    const outcomes = items.filter(({ connectorId }) => connectorId === id).map(({ state }) => state);
    expect(outcomes.some((state) => state === 'succeeded' || state === 'adopted')).toBe(true);
  }
  const disabled = (await chosen('aws', false)).map(({ id }) => id);
  for (const { id } of connectors) expect(disabled).toContain(id);
});
