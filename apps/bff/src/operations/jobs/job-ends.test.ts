import { endpoints, type Operation } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../../test-bench/connected-console.ts';

type Row = { cloud: 'azure' | 'aws'; id: string };

const here = (client: ConnectedConsole) => ({ params: { workspace: client.workspace.id } });
const at = (client: ConnectedConsole, { id }: Pick<Operation, 'id'>) => ({
  params: { workspace: client.workspace.id, operation: id },
});

/** Enabled connectors whose last job ended in that state: their next one ends alike. */
async function inState(
  client: ConnectedConsole,
  state: 'succeeded' | 'errors',
  count: number,
): Promise<Row[]> {
  const { connectors } = await client.wholeList();
  const fitting = connectors.filter((row) => row.state === state && row.enabled !== false);
  expect(fitting.length).toBeGreaterThanOrEqual(count);
  return fitting.slice(0, count).map(({ cloud, id }) => ({ cloud, id }));
}

const run = (client: ConnectedConsole, { cloud, id }: Row) =>
  client.ask(endpoints.runConnector, {
    params: { workspace: client.workspace.id, cloud, id },
    body: { idempotencyKey: crypto.randomUUID() },
  });

const read = (client: ConnectedConsole, operation: Pick<Operation, 'id'>) =>
  client.ask(endpoints.readOperation, at(client, operation));

/** Lets time pass and lists be read until the operation is as it is waited for. */
const refreshedUntil = (
  client: ConnectedConsole,
  operation: Pick<Operation, 'id'>,
  isIt: (operation: Operation) => boolean,
) =>
  eventually(
    async () => {
      await client.ask(endpoints.refreshConnectors, here(client));
      client.advance(5);
      return read(client, operation);
    },
    isIt,
    60_000,
  );

test('a run says that its job is running until the gateway shows the end, and then with which error it ended', async () => {
  await using client = await startConnected({ seed: 'demo', simulated: { pace: 100 } });
  const [row] = await inState(client, 'errors', 1);
  if (row === undefined) throw new Error('The demo has connectors with errors.');

  const operation = await client.settled(await run(client, row));
  client.advance(60);
  const running = await read(client, operation);
  client.vendor.advance(1200);
  const ended = await refreshedUntil(client, operation, ({ job }) => job?.state !== 'running');

  expect(running).toMatchObject({
    state: 'succeeded',
    job: { state: 'running', endedAt: null, error: null },
  });
  expect(ended.job).toMatchObject({
    state: 'errors',
    endedAt: expect.any(String),
    error: expect.any(String),
  });
  const { entries } = await client.ask(endpoints.listActivity, {
    ...here(client),
    query: { operation: operation.id },
  });
  expect(entries[0]?.operation?.job).toEqual(ended.job);
});

test('a bulk of runs counts how its jobs ended and by how many causes, and tells it of each connector', async () => {
  await using client = await startConnected({ seed: 'demo', simulated: { pace: 100 } });
  const clean = await inState(client, 'succeeded', 2);
  const failing = await inState(client, 'errors', 3);
  const connectors = [...clean, ...failing];

  const bulk = await client.settled(
    await client.ask(endpoints.startBulk, {
      ...here(client),
      body: { idempotencyKey: crypto.randomUUID(), kind: 'run-connectors', connectors },
    }),
  );
  const begun = await read(client, bulk);
  client.vendor.advance(1200);
  const ended = await refreshedUntil(client, bulk, ({ items }) => items?.jobs?.running === 0);
  const { items } = await client.ask(endpoints.listOperationItems, at(client, bulk));

  expect(begun.items?.jobs).toMatchObject({ running: 5, succeeded: 0, errors: 0, unknown: 0, causes: 0 });
  expect(ended.items?.jobs).toMatchObject({ succeeded: 2, errors: 3, unknown: 0 });
  const withErrors = items.filter(({ job }) => job?.state === 'errors');
  expect(withErrors.map(({ connectorId }) => connectorId).toSorted()).toEqual(
    failing.map(({ id }) => id).toSorted(),
  );
  const causes = new Set(withErrors.map(({ job }) => job?.cause ?? job?.error));
  expect(ended.items?.jobs?.causes).toBe(causes.size);
  const csv = await client.bff.send('GET', `/api/workspaces/${client.workspace.id}/activity.csv`, {
    cookie: await client.bff.signIn(),
  });
  const lines = csv.text.split('\n').filter((line) => line.includes(bulk.id) && line.includes('errors'));
  expect(lines, csv.text.slice(0, 3000)).toHaveLength(3);
});

test('what the gateway said before the run does not end it, and a job that it never shows is not known', async () => {
  await using client = await startConnected({ seed: 'demo', simulated: { pace: 1_000_000 } });
  const [row] = await inState(client, 'succeeded', 1);
  if (row === undefined) throw new Error('The demo has connectors without errors.');
  const operation = await client.settled(await run(client, row));
  const { db } = client.bff.database;
  const ofRow = sql`workspace_id = ${client.workspace.id} and cloud = ${row.cloud} and id = ${row.id}`;

  // As if the row had never moved: an earlier end stands in it still.
  await db.execute(sql`delete from observations where connector_id = ${row.id}`);
  await db.execute(
    sql`update connectors set state = 'succeeded', asked_at = now() + interval '1 day' where ${ofRow}`,
  );
  await db.execute(sql`delete from observations where connector_id = ${row.id}`);
  client.advance(60);
  await client.wholeList();
  const waiting = await read(client, operation);
  await db.execute(
    sql`update operations set settled_at = now() - interval '3 hours' where id = ${operation.id}`,
  );
  const given = await eventually(
    () => {
      client.advance(5);
      return read(client, operation);
    },
    ({ job }) => job?.state !== 'running',
  );

  expect(waiting.job).toMatchObject({ state: 'running' });
  expect(given.job).toMatchObject({ state: 'unknown', error: null });
});

test('an error that was not read since the run, and a row that only came back, are not told as the end of its job', async () => {
  await using client = await startConnected({ seed: 'demo', simulated: { pace: 1_000_000 } });
  const [failing] = await inState(client, 'errors', 1);
  const [back, control] = await inState(client, 'succeeded', 2);
  if (!failing || !back || !control) throw new Error('The demo has connectors of both kinds.');
  const { db } = client.bff.database;
  const of = ({ cloud, id }: Row) =>
    sql`workspace_id = ${client.workspace.id} and cloud = ${cloud} and id = ${id}`;
  const runs = {
    failing: await client.settled(await run(client, failing)),
    back: await client.settled(await run(client, back)),
    control: await client.settled(await run(client, control)),
  };
  const jobOf = async (operation: Operation) => (await read(client, operation)).job;
  client.vendor.setFaults(
    ['A5', 'A6', 'W3', 'W4'].map((operation) => ({ operation, fault: { status: 503 } })),
  );

  // As the snapshot stands when no sight of the jobs under way came between two ends.
  await db.execute(sql`
    update connectors set asked_at = now() + interval '1 day', last_sync = now(),
      newest_error = 'Of the run before', detail_for = 'read for that',
      state = case when ${of(failing)} then 'errors' else 'succeeded' end
    where ${of(failing)} or ${of(back)} or ${of(control)}`);
  await db.execute(sql`delete from observations where connector_id in (${failing.id}, ${back.id})`);
  await db.execute(sql`update connectors set last_sync = now() + interval '1 second' where ${of(failing)}`);
  await db.execute(sql`
    with gone as (delete from connectors where ${of(back)} returning *)
    insert into connectors select * from gone`);
  await eventually(
    () => {
      client.advance(5);
      return jobOf(runs.control);
    },
    (job) => job?.state === 'succeeded',
  );

  expect(await jobOf(runs.failing)).toMatchObject({ state: 'running', error: null });
  expect(await jobOf(runs.back)).toMatchObject({ state: 'running' });
  await db.execute(sql`
    update connectors set newest_error = 'Of this run',
      detail_for = concat(state_text, '@', extract(epoch from last_sync)) where ${of(failing)}`);
  const ended = await eventually(
    () => {
      client.advance(5);
      return jobOf(runs.failing);
    },
    (job) => job?.state !== 'running',
  );
  expect(ended).toMatchObject({ state: 'errors', error: 'Of this run' });
});
