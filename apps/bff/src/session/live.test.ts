import { connect } from 'node:net';
import { endpoints, LiveHint } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBff, type TestBff } from '../test-bench/bff.ts';
import { type ConnectedConsole, eventually, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  await client.wholeList();
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });
/** Waits until the stream has told each of these of this workspace, in whatever order and among whatever else. */
const hintsOf = (live: { hints: LiveHint[] }, ...topics: LiveHint['topic'][]) =>
  eventually(
    async () => live.hints.filter(({ workspace }) => workspace === null || workspace === client.workspace.id),
    (hints) => topics.every((wanted) => hints.some(({ topic }) => topic === wanted)),
  );

test('a stream begins with everything and tells what changes, whichever user changes it', async () => {
  await using live = await openStream(client.bff, await client.bff.signIn());
  await hintsOf(live, 'everything');

  await change('disable');

  expect(live.hints[0]).toEqual({ topic: 'everything', workspace: null });
  await hintsOf(live, 'operations', 'connectors');
});

test('a change made through one replica is told by the other', async () => {
  const other = await startBff({ database: client.bff.database });
  try {
    await using live = await openStream(other, await other.signIn());
    await hintsOf(live, 'everything');

    await change('enable');

    await hintsOf(live, 'operations');
  } finally {
    await other.close();
  }
});

test('a replica whose connection to the database was cut tells what happened meanwhile when it is back', async () => {
  await using live = await openStream(client.bff, await client.bff.signIn());
  // By then the feed has begun, which is told to all as everything.
  await change('disable');
  await hintsOf(live, 'operations', 'connectors');
  const { db } = client.bff.database;
  const reported = live.hints.length;

  await db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'connector-console-changes' and datname = current_database()`,
  );
  await db.execute(
    sql`update connectors set name = concat(name, '!') where workspace_id = ${client.workspace.id}`,
  );

  const since = await eventually(
    async () => live.hints.slice(reported),
    (hints) => hints.some(({ topic }) => topic === 'connectors' || topic === 'everything'),
  );
  expect(since.map(({ topic }) => topic)).toContain('connectors');
  expect(since.map(({ topic }) => topic)).not.toContain('everything');
  expect(client.bff.logs()).toContain('The change feed was cut');
});

test('what is rolled back tells nothing', async () => {
  const workspace = await client.connect('Rolled back');
  await client.wholeList(workspace);
  await using live = await openStream(client.bff, await client.bff.signIn());
  const { db } = client.bff.database;
  const undone = db.transaction(async (tx) => {
    await tx.execute(sql`update connectors set name = concat(name, '?') where workspace_id = ${workspace}`);
    tx.rollback();
  });
  await expect(undone).rejects.toThrow('Rollback');

  await db.execute(sql`update cloud_freshness set as_of = now() where workspace_id = ${workspace}`);

  const reported = await eventually(
    async () => live.hints.filter((hint) => hint.workspace === workspace),
    (hints) => hints.length > 0,
  );
  expect(reported).toEqual([{ topic: 'freshness', workspace }]);
});

test('reading a connector that has not changed tells nothing', async () => {
  const id = await someConnector();
  const read = () =>
    client.ask(endpoints.readConnector, { params: { workspace: client.workspace.id, cloud: 'azure', id } });
  await read();
  // What the collector still learns of the list is a change, and not ours.
  await client.wholeList();
  await using live = await openStream(client.bff, await client.bff.signIn());
  await hintsOf(live, 'everything');

  const asked = client.calls('A6').length;
  // What was read a moment ago is answered from memory.
  client.advance(2);
  await read();
  expect(client.calls('A6').length).toBeGreaterThan(asked);
  await change('disable');

  // Hints come in the order of what they tell: whatever the reading told would stand before the change.
  await hintsOf(live, 'operations');
  const topics = live.hints.map(({ topic }) => topic);
  expect(topics.slice(0, topics.indexOf('operations'))).not.toContain('connectors');
});

test('SES-09 a stream ends soon after its session, by itself', async () => {
  const cookie = await client.bff.signIn();
  await using live = await openStream(client.bff, cookie);
  await hintsOf(live, 'everything');

  await client.bff.send('DELETE', '/api/session', { cookie });
  client.advance(5);

  await eventually(
    async () => live.ended,
    (ended) => ended,
  );
});

test('DOS-02 asking for the head of a stream keeps no connection busy', async () => {
  const cookie = await client.bff.signIn();
  const { host, hostname, port } = new URL(client.bff.url);
  const ask = (method: string, path: string) =>
    `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Console: 1\r\nCookie: ${cookie}\r\n\r\n`;
  const connection = connect(Number(port), hostname);
  let heard = '';
  connection.on('data', (chunk) => {
    heard += chunk;
  });
  try {
    connection.write(ask('HEAD', '/api/session/live') + ask('GET', '/api/session'));

    await eventually(
      async () => heard,
      (text) => text.split('HTTP/1.1 200').length === 3,
    );
  } finally {
    connection.destroy();
  }
});

test('DOS-02 a session has six streams at most: the oldest end', async () => {
  const cookie = await client.bff.signIn();
  await using first = await openStream(client.bff, cookie);
  await using second = await openStream(client.bff, cookie);
  await using others = new AsyncDisposableStack();
  const another = async () => others.use(await openStream(client.bff, cookie));
  for (let count = 2; count < 6; count += 1) await another();
  expect(first.ended).toBe(false);

  const seventh = await another();

  await eventually(
    async () => first.ended,
    (ended) => ended,
  );
  expect([second.ended, seventh.ended]).toEqual([false, false]);
});

test('a stream without news is kept alive through proxies by a sign every fifteen seconds', async () => {
  await using live = await openStream(client.bff, await client.bff.signIn());
  await hintsOf(live, 'everything');

  client.advance(15);

  await eventually(
    async () => live.signs,
    (signs) => signs > 0,
  );
});

test('no stream is opened without a session', async () => {
  const { status } = await client.bff.send('GET', '/api/session/live');
  expect(status).toBe(401);
});

test('a console that stops ends its streams instead of waiting for them', async () => {
  const other = await startBff({ database: client.bff.database });
  await using live = await openStream(other, await other.signIn());
  await hintsOf(live, 'everything');

  await other.close();

  await eventually(
    async () => live.ended,
    (ended) => ended,
  );
  expect(live.cut, 'ended by the console, not cut off after a long wait').toBe(false);
});

async function change(to: 'enable' | 'disable'): Promise<void> {
  const endpoint = to === 'enable' ? endpoints.enableConnector : endpoints.disableConnector;
  await client.ask(endpoint, {
    params: { workspace: client.workspace.id, cloud: 'azure', id: await someConnector() },
    body: { idempotencyKey: crypto.randomUUID() },
  });
}

async function someConnector(): Promise<string> {
  const { connectors } = await client.ask(endpoints.listConnectors, here());
  const found = connectors.find(({ cloud, state }) => cloud === 'azure' && state === 'succeeded');
  if (found === undefined) throw new Error('The demo world has no such connector.');
  return found.id;
}

/** Follows a stream as a browser would, with the header that an event source could not send. */
async function openStream(bff: Pick<TestBff, 'url'>, cookie: string) {
  const leaving = new AbortController();
  const answer = await fetch(`${bff.url}/api/session/live`, {
    headers: { 'x-console': '1', cookie },
    signal: leaving.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const live = { hints: [] as LiveHint[], signs: 0, ended: false, cut: false };
  const reading = readInto(answer, live).catch(() => {
    Object.assign(live, { ended: true, cut: true });
  });
  return {
    ...live,
    get hints() {
      return live.hints;
    },
    /** Signs of life that carry no hint. */
    get signs() {
      return live.signs;
    },
    get ended() {
      return live.ended;
    },
    get cut() {
      return live.cut;
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await reading;
    },
  };
}

type Live = { hints: LiveHint[]; signs: number; ended: boolean };

async function readInto(answer: Response, live: Live): Promise<void> {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) live.hints.push(LiveHint.parse(JSON.parse(event.slice(6))));
      else if (event === ':') live.signs += 1;
    }
  }
  live.ended = true;
}
