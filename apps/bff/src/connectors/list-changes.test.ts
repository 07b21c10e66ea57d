/** A reader who has the list gets what has changed of it, from whichever replica, and is never left with a row that is not so. */
import { type ConnectorList, endpoints, listAfter } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBff, type TestBff } from '../test-bench/bff.ts';
import { type ConnectedConsole, clientOf, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
let replica: TestBff;

beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  replica = await startBff({ database: client.bff.database });
  await client.wholeList();
});
afterAll(async () => {
  await replica.close();
  await client[Symbol.asyncDispose]();
});

const read = (version?: number): Promise<ConnectorList> =>
  client.ask(endpoints.listConnectors, {
    params: { workspace: client.workspace.id },
    query: version === undefined ? {} : { since: String(version) },
  });

const write = (statement: string) => client.bff.database.db.execute(sql.raw(statement));

test('a reader who has the list receives the row that changed and no other', async () => {
  const before = await read();
  await write("update connectors set enabled = not coalesce(enabled, false) where name = 'Alpine Ski House'");

  const answer = await read(before.version);

  expect(answer.connectors.map(({ name }) => name)).toEqual(['Alpine Ski House']);
  expect(listAfter(before, answer)).toEqual(await read());
});

test('a reader who has the newest list receives no row', async () => {
  const { version } = await read();

  expect(await read(version)).toMatchObject({ connectors: [], since: { version, places: [], gone: [] } });
});

test('rows that came, went, changed or have another place make the list that a new reader gets', async () => {
  let kept = await read();
  const seen = [kept];
  for (const statement of [
    "update connectors set name = 'zz last' where name = 'Alpine Ski House'",
    "update connectors set name = 'Aa first' where name = 'zz last'",
    "delete from connectors where name like 'F%'",
    `insert into connectors (workspace_id, cloud, id, name, state, state_text, capabilities, state_since, seen_at)
     select workspace_id, cloud, id || '77', name || ' twin', state, state_text, capabilities, now(), now() from connectors where name like 'W%'`,
    "update connectors set newest_error = 'quote \" and ,\"errorsUnread\":false' where name like 'A%'",
    "update connectors set enabled = not coalesce(enabled, false) where name like 'A%'",
    "update connectors set enabled = not coalesce(enabled, false) where name like 'A%'",
    "delete from connectors where name like '%twin'",
  ]) {
    await write(statement);
    kept = listAfter(kept, await read(kept.version));
    seen.push(kept);
  }
  const newest = await read();
  const wholeOf = ({ connectors, version, total }: ConnectorList) => ({ connectors, version, total });

  expect(wholeOf(kept)).toEqual(wholeOf(newest));
  for (const older of seen) {
    expect(wholeOf(listAfter(older, await read(older.version)))).toEqual(wholeOf(newest));
  }
});

test('a replica that has not seen a version answers with the whole list, whose version is that of the other', async () => {
  const cookie = await replica.signIn();
  const there = clientOf(replica, cookie);
  const params = { workspace: client.workspace.id };
  const before = await read();

  const answer = await there.ask(endpoints.listConnectors, {
    params,
    query: { since: String(before.version - 1) },
  });

  expect(answer.since).toBeUndefined();
  expect(answer).toMatchObject({ version: before.version, connectors: before.connectors });
  const known = await there.ask(endpoints.listConnectors, {
    params,
    query: { since: String(before.version) },
  });
  expect(known).toMatchObject({ connectors: [], since: { version: before.version } });
});

test('browsers keep the list and ask whether it is still so; what has changed is not kept', async () => {
  const cookie = await client.bff.signIn();
  const path = `/api/workspaces/${client.workspace.id}/connectors`;
  const whole = await client.bff.send('GET', path, { cookie });
  const { version } = await read();

  expect(whole.headers).toMatchObject({ 'cache-control': 'private, no-cache', etag: expect.any(String) });
  const again = await client.bff.send('GET', path, {
    cookie,
    headers: { 'if-none-match': String(whole.headers['etag']) },
  });
  expect(again).toMatchObject({ status: 304, text: '' });
  const changes = await client.bff.send('GET', `${path}?since=${version}`, { cookie });
  expect(changes.headers['cache-control']).toBe('no-store');
  expect(changes.headers['etag']).toBeUndefined();
});
