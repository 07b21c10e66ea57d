import { type Cloud, endpoints } from '@console/console-contract';
import type { FaultRule } from '@console/gateway-simulator';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startBff, type TestBff } from '../../test-bench/bff.ts';
import {
  type ConnectedConsole,
  clientOf,
  eventually,
  startConnected,
} from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
let replica: TestBff;
let elsewhere: ReturnType<typeof clientOf>;
beforeAll(async () => {
  // Jobs stand still.
  client = await startConnected({ seed: 'demo', simulated: { pace: 100 } });
  replica = await startBff({
    database: client.bff.database,
    gatewayHosts: [new URL(client.gateway.url).host],
  });
  elsewhere = clientOf(replica, await replica.signIn());
  await detailsRead();
});
afterEach(() => client.vendor.clearFaults());
afterAll(async () => {
  await replica.close();
  await client[Symbol.asyncDispose]();
});

const here = () => ({ params: { workspace: client.workspace.id } });
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const list = async () => (await client.ask(endpoints.listConnectors, here())).connectors;
const rows = async (statement: ReturnType<typeof sql>) =>
  (await client.bff.database.db.execute(statement)).rows;

/** Through both replicas at once, past the pause between two refreshes. */
async function refreshBoth(): Promise<void> {
  for (const { clock } of [client.bff, replica]) clock.advance(30);
  await Promise.all([
    client.ask(endpoints.refreshConnectors, here()),
    elsewhere.ask(endpoints.refreshConnectors, here()),
  ]);
  await client.wholeList();
}

/** A refresh reads some details and leaves the others to the next one: until then it still learns something. */
async function detailsRead(): Promise<void> {
  await eventually(
    async () => {
      await refreshBoth();
      return rows(
        sql`select id from connectors where detail_for is distinct from concat(state_text, '@', extract(epoch from last_sync))`,
      );
    },
    (due) => due.length === 0,
  );
}

const idle = async (cloud: Cloud) => {
  const found = (await list()).find(
    (row) => row.cloud === cloud && row.enabled && row.state === 'succeeded' && row.lastSync !== null,
  );
  if (found === undefined) throw new Error('The demo world has no such connector.');
  return found;
};
const observationsOf = (cloud: Cloud, id: string) =>
  rows(
    sql`select event, source, changes from observations where cloud = ${cloud} and connector_id = ${id} order by id`,
  );

test.each<Cloud>(['azure', 'aws'])(
  'what the console changes of %s is observed once, though two replicas read it at the same time',
  async (cloud) => {
    const { id } = await idle(cloud);
    const params = { ...here().params, cloud, id };
    const before = await observationsOf(cloud, id);

    await client.settled(await client.ask(endpoints.disableConnector, { params, body: key() }));
    await refreshBoth();

    const since = (await observationsOf(cloud, id)).slice(before.length);
    expect(since).toEqual([{ event: 'changed', source: 'own change', changes: { enabled: [true, false] } }]);
    expect(before[0]).toMatchObject({
      event: 'appeared',
      source: 'list',
      changes: { enabled: [null, true] },
    });
  },
);

test('what happens elsewhere is observed once, with what it was before: a change, an end, a return', async () => {
  const { id, name } = await idle('azure');
  const others = (await list()).filter((row) => row.cloud === 'azure' && row.id !== id);
  const unknown = { operation: 'A6', nth: 1, fault: { status: 404 } };
  const listed = (azure: { id: string; name: string; state: string }[], ...first: FaultRule[]) =>
    client.vendor.setFaults([
      { operation: 'A5', fault: { status: 200, body: pageOf(azure) } },
      ...first,
      // Its detail would tell what it is really like.
      { operation: 'A6', fault: { status: 503 } },
    ]);
  const rest = others.map((row) => ({ id: row.id, name: row.name, state: 'FINISHED_SUCCESS' }));
  const before = (await observationsOf('azure', id)).length;

  listed([...rest, { id, name: 'Renamed elsewhere', state: 'FINISHED_ERRORS' }]);
  await refreshBoth();
  listed(rest, unknown);
  await refreshBoth();
  client.vendor.clearFaults();
  await refreshBoth();

  const since = (await observationsOf('azure', id)).slice(before);
  expect(since.filter(({ event, source }) => source === 'list' || event === 'gone')).toMatchObject([
    { event: 'changed', changes: { name: [name, 'Renamed elsewhere'], state: ['succeeded', 'errors'] } },
    { event: 'gone', source: 'detail', changes: { name: ['Renamed elsewhere', null] } },
    { event: 'appeared', changes: { name: [null, name], state: [null, 'succeeded'] } },
  ]);
});

test('what every connector was like can be told backwards from its row to when it appeared', async () => {
  const { id } = await idle('aws');
  const connectors = [{ cloud: 'aws' as const, id }];
  for (const kind of ['disable-connectors', 'enable-connectors'] as const)
    await client.settled(
      await client.ask(endpoints.startBulk, { ...here(), body: { ...key(), kind, connectors } }),
    );

  const now = await rows(sql`select cloud, id, connector_facts(connectors) as facts from connectors`);
  const past = await rows(
    sql`select cloud, connector_id as id, event, changes from observations order by observations.id desc`,
  );

  const facts = new Map(now.map((row) => [`${row['cloud']}/${row['id']}`, row['facts']]));
  for (const { cloud, id: of, changes } of past) {
    const later = { ...(facts.get(`${cloud}/${of}`) ?? {}) };
    for (const [fact, [before, after]] of Object.entries(changes as Record<string, [unknown, unknown]>)) {
      expect([of, fact, Reflect.get(later, fact) ?? null]).toEqual([of, fact, after]);
      Reflect.set(later, fact, before);
    }
    facts.set(`${cloud}/${of}`, later);
  }
  expect(past.length).toBeGreaterThan(now.length);
  for (const before of facts.values())
    expect(new Set(Object.values(before as object))).toEqual(new Set([null]));
});

test('history holds these facts of a connector: a new column is no part of it before it is named here', async () => {
  const { rows } = await client.bff.database.db.execute<{ fact: string }>(
    sql`select distinct jsonb_object_keys(changes) as fact from observations order by 1`,
  );
  expect(rows.map(({ fact }) => fact)).toEqual([
    'capabilities',
    'enabled',
    'last_sync',
    'members',
    'name',
    'newest_error',
    'organization_id',
    'state',
    'state_text',
    'uuid',
  ]);
});

test('a refresh that finds nothing new leaves no observation and no line of the outbox that tells of connectors', async () => {
  await detailsRead();
  const written = () =>
    rows(
      sql`select (select count(*) from observations) as observations, (select count(*) from outbox where topic = 'connectors') as lines`,
    );
  const before = await written();
  client.vendor.clearJournal();

  await refreshBoth();

  expect(client.calls('A5').length).toBeGreaterThan(0);
  expect(await written()).toEqual(before);
});

test('what cannot be observed does not happen to the snapshot either', async () => {
  const { id, name } = await idle('aws');
  const before = await observationsOf('aws', id);
  const body = pageOf([{ id, name: 'Never stored', state: 'FINISHED_SUCCESS' }]);
  client.vendor.setFaults([{ operation: 'W3', fault: { status: 200, body } }]);
  const { db } = client.bff.database;
  await db.execute(
    sql`alter table observations add constraint never check (not changes @> '{"name": ["${sql.raw(name)}", "Never stored"]}')`,
  );

  await refreshBoth();
  await db.execute(sql`alter table observations drop constraint never`);

  const { connectors, freshness } = await client.ask(endpoints.listConnectors, here());
  expect(connectors.find((row) => row.id === id)?.name).toBe(name);
  expect(freshness.aws.failing?.problem.code).toBe('internal');
  expect(await observationsOf('aws', id)).toEqual(before);
  client.vendor.clearFaults();
  await refreshBoth();
});

test('a replica shows at once what another has written', async () => {
  const { id } = await idle('aws');
  const params = { ...here().params, cloud: 'aws', id };
  const shown = async () =>
    (await elsewhere.ask(endpoints.listConnectors, here())).connectors.find((row) => row.id === id)?.enabled;

  for (const [endpoint, enabled] of [
    [endpoints.disableConnector, false],
    [endpoints.enableConnector, true],
  ] as const) {
    expect(await shown()).toBe(!enabled);
    await client.settled(await client.ask(endpoint, { params, body: key() }));
    expect(await shown()).toBe(enabled);
  }
});

test('observations are stored for 400 days, and lines of the outbox until an hour after a newer one says the same', async () => {
  const { db } = client.bff.database;
  const workspace = client.workspace.id;
  await db.execute(
    sql`insert into observations (line, workspace_id, cloud, connector_id, event, changes, at)
      select 1, ${workspace}, 'aws', days::text, 'gone', '{}', now() - make_interval(days => days) from unnest('{399, 401}'::int[]) days`,
  );
  const [earlier, newest, young] = ['2 hours', '90 minutes', '1 minute'].map((age) => ({
    age,
    topic: age === '1 minute' ? 'freshness' : 'connectors',
  }));
  const quiet = await client.connect('Quiet');
  await client.wholeList(quiet);
  await db.execute(sql`delete from outbox where workspace_id = ${quiet}`);
  for (const line of [earlier, newest, young, young])
    await db.execute(
      sql`insert into outbox (workspace_id, topic, at) values (${quiet}, ${line?.topic}, now() - ${line?.age}::interval)`,
    );

  const next = await startBff({ database: client.bff.database });
  try {
    const left = await eventually(
      () => rows(sql`select connector_id from observations where changes = '{}'`),
      (found) => found.length < 2,
    );
    expect(left).toEqual([{ connector_id: '399' }]);
    const lines = await eventually(
      () =>
        rows(
          sql`select topic, extract(minutes from now() - at)::int as age from outbox where workspace_id = ${quiet} order by number`,
        ),
      (found) => found.length < 4,
    );
    expect(lines).toMatchObject([{ topic: 'connectors' }, { topic: 'freshness' }, { topic: 'freshness' }]);
  } finally {
    await next.close();
  }
});

function pageOf(content: Record<string, string>[]) {
  return { content, last: true, number: 0, totalElements: content.length, totalPages: 1 };
}
