import { endpoints, type Operation } from '@console/console-contract';
import { createSimulator } from '@console/gateway-simulator';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  clientCredentials,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
  untilReleased,
} from '../test-bench/connected-console.ts';
import { editingClient } from '../test-bench/editing-client.ts';

const elsewhere = createSimulator({ ...clientCredentials, seed: 'empty', settings: { pace: 0 } });
let elsewhereAt: { port: number; url: string; close: () => Promise<void> };
let client: ConnectedConsole;
let editing: ReturnType<typeof editingClient>;
beforeAll(async () => {
  elsewhereAt = await elsewhere.listen();
  client = await startConnected({ otherHosts: [`127.0.0.1:${elsewhereAt.port}`] });
  editing = editingClient(client);
});
afterEach(async () => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
  await pointTo(client.gateway.url);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await elsewhereAt.close();
});

const pointTo = (url: string) =>
  client.ask(endpoints.changeWorkspace, {
    params: { workspace: client.workspace.id },
    body: {
      platform: 'custom',
      apiServerUrl: url,
      gatewayUrl: url,
      clientSecret: clientCredentials.clientSecret,
    },
  });

/** Begins the work, and points the workspace elsewhere while the gateway still thinks about `operation`. */
async function movedDuring<T>(operation: string, work: () => Promise<T>): Promise<T> {
  // What arrives is to be the work's own call, and none of the list that is still being read.
  await client.wholeList();
  client.vendor.setFaults([{ operation, fault: untilReleased }]);
  const begun = work();
  await client.arrived(operation);
  await pointTo(elsewhereAt.url);
  client.vendor.clearFaults();
  return begun;
}

test('SEC-11 a secret entered for one gateway is not sent to the one the workspace was pointed to meanwhile', async () => {
  const { id } = await editing.makeAzure('Edited while it moved');
  const opened = await editing.openAzure(id);
  const { problem, state } = await movedDuring('A6', () => editing.saveAzure(opened, { description: 'x' }));

  expect({ state, code: problem?.code }).toEqual({ state: 'failed', code: 'conflict' });
  expect(problem?.next).toContain('enter the credentials again');
  expect(JSON.stringify(elsewhere.control.journal())).not.toContain(sampleSecret);
  expect(elsewhere.control.journal().filter((entry) => entry.operation === 'A4')).toEqual([]);
});

test('SEC-11 a secret kept for one gateway stays sealed for it, wherever the workspace points when the answer comes', async () => {
  const body = {
    idempotencyKey: crypto.randomUUID(),
    spec: { ...sampleSpec, name: 'Kept while it moved' },
    ...{ secretValue: sampleSecret, keepSecret: true, runNow: false, draftId: null },
  };
  const params = { workspace: client.workspace.id };
  const { connectorId: id } = await movedDuring('A3', () =>
    client.ask(endpoints.createAzureConnector, { params, body }),
  );
  if (id === null) throw new Error('Nothing was created.');

  // Pointing back forgets what was kept; only the seal itself is looked at here.
  const { db } = client.bff.database;
  await db.execute(sql`create table sealed_then as select * from connector_secrets`);
  await pointTo(client.gateway.url);
  await db.execute(sql`insert into connector_secrets select * from sealed_then`);
  expect(await editing.openAzure(id)).toMatchObject({ secretKept: true });
});

test('what waits in a bulk is given up when the workspace is pointed elsewhere, where its ids may name other connectors', async () => {
  const params = { workspace: client.workspace.id };
  const made = [await editing.makeAzure('Waits here'), await editing.makeAzure('Waits here too')];
  const bulkOf = ({ id: operation }: Operation) => ({ params: { ...params, operation } });
  client.vendor.setFaults([{ operation: 'A16', fault: { status: 429, headers: { 'Retry-After': '2' } } }]);
  const bulk = await client.ask(endpoints.startBulk, {
    params,
    body: {
      idempotencyKey: crypto.randomUUID(),
      kind: 'delete-connectors',
      connectors: made.map(({ id }) => ({ cloud: 'azure' as const, id })),
      confirmation: made.length,
    },
  });
  await eventually(
    () => client.ask(endpoints.readOperation, bulkOf(bulk)),
    ({ items }) => items?.waitingUntil !== null,
  );

  await pointTo(elsewhereAt.url);

  const given = await eventually(
    () => client.ask(endpoints.readOperation, bulkOf(bulk)),
    ({ items }) => items?.open === 0,
  );
  expect(given).toMatchObject({ state: 'cancelled', items: { cancelled: 2 } });
  // Past the time at which they would have been sent again, until the console has let go of the bulk.
  client.advance(3);
  await eventually(
    () => client.bff.database.db.execute(sql`select from bulks where id = ${bulk.id} and holder is null`),
    ({ rows }) => rows.length === 1,
  );
  expect(elsewhere.control.journal().filter(({ operation }) => operation === 'A16')).toEqual([]);
});

test('members seen at one gateway are not told as those of the one the workspace points to now', async () => {
  const { id } = await editing.makeAzure('Has members here');
  const listed = { params: { workspace: client.workspace.id, cloud: 'azure', id } };
  expect(await client.ask(endpoints.listMembers, listed)).toMatchObject({ source: 'gateway' });

  await pointTo(elsewhereAt.url);
  elsewhere.control.setFaults([{ operation: 'A14', fault: { status: 503 } }]);

  expect(await client.refused(endpoints.listMembers, listed)).toMatchObject({ code: 'gateway-unavailable' });
  elsewhere.control.clearFaults();
});

test('a change whose answer was lost is left to a person when the workspace points elsewhere by now', async () => {
  const { id } = await editing.makeAzure('Lost before it moved');
  const params = { workspace: client.workspace.id, cloud: 'azure', id };
  client.vendor.setFaults([
    { operation: 'A7', fault: { drop: 'before' } },
    // Nothing is found out before it moves.
    { operation: 'A6', fault: { status: 403 } },
  ]);
  const body = { idempotencyKey: crypto.randomUUID() };
  const lost = await client.ask(endpoints.runConnector, { params, body });

  await pointTo(elsewhereAt.url);

  expect(lost).toMatchObject({ state: 'unknown' });
  expect(await editing.settled(lost)).toMatchObject({
    state: 'needs-review',
    problem: { message: expect.stringContaining('another gateway') },
  });
});

test('a run asked for at one gateway is not sent to the one the workspace was pointed to meanwhile', async () => {
  const { id } = await editing.makeAzure('To be run there');
  const params = { workspace: client.workspace.id, cloud: 'azure', id };
  const body = { idempotencyKey: crypto.randomUUID() };
  const run = await movedDuring('A6', () => client.ask(endpoints.runConnector, { params, body }));

  expect(run).toMatchObject({ state: 'failed', problem: { code: 'conflict' } });
  expect(elsewhere.control.journal().filter(({ operation }) => operation === 'A7')).toEqual([]);
});

test('what a bulk did not do at one gateway is not tried again at another, where its ids may name other connectors', async () => {
  const params = { workspace: client.workspace.id };
  const { id } = await editing.makeAzure('Refuses to run');
  client.vendor.setFaults([{ operation: 'A7', fault: { status: 400 } }]);
  const { id: operation } = await client.ask(endpoints.startBulk, {
    params,
    body: {
      idempotencyKey: crypto.randomUUID(),
      kind: 'run-connectors',
      connectors: [{ cloud: 'azure' as const, id }],
    },
  });
  const bulk = { params: { ...params, operation } };
  await eventually(
    () => client.ask(endpoints.readOperation, bulk),
    ({ state }) => state === 'failed',
  );

  await pointTo(elsewhereAt.url);

  const again = { ...bulk, body: { idempotencyKey: crypto.randomUUID() } };
  expect(await client.refused(endpoints.retryFailedItems, again)).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('another gateway'),
  });
});

test('connectors of a gateway that the workspace left are observed as gone with the move', async () => {
  const { id } = await editing.makeAzure('Left behind');

  await pointTo(elsewhereAt.url);

  const { rows } = await client.bff.database.db.execute(
    sql`select event, source, changes->'name' as name from observations where connector_id = ${id} order by id`,
  );
  expect(rows.at(-1)).toEqual({ event: 'gone', source: 'move', name: ['Left behind', null] });
});
