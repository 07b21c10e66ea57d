import { type BulkKind, endpoints, type NewBulk, type Operation } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../../test-bench/connected-console.ts';

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
const at = ({ id: operation }: Operation) => ({ params: { workspace: client.workspace.id, operation } });
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const chosen = async (cloud: 'azure' | 'aws') =>
  (await client.ask(endpoints.listConnectors, here())).connectors
    .filter((connector) => connector.cloud === cloud && connector.enabled === true)
    .map(({ id }) => ({ cloud, id }));
const start = (kind: BulkKind, connectors: NewBulk['connectors'], facts: Partial<NewBulk> = {}) =>
  client.ask(endpoints.startBulk, { ...here(), body: { ...key(), kind, connectors, ...facts } });
const settled = (operation: Operation) => client.settled(operation);

test('every connector of a bulk has its entry in the audit trail from the moment it is asked for, shown once for all', async () => {
  const connectors = (await chosen('azure')).slice(0, 3);

  const bulk = await settled(await start('disable-connectors', connectors));

  const { rows } = await client.bff.database.db.execute(sql`
    select a.actor, a.facts ->> 'connectorId' as id, a.at = o.requested_at as together, a.at <= o.sent_at as before
    from operations o join activity a on a.operation_id = o.id and a.action = 'operation.queued'
    where o.part_of = ${bulk.id} order by o.position`);
  expect(rows).toEqual(connectors.map(({ id }) => ({ actor: 'Ada', id, together: true, before: true })));
  const { entries } = await client.ask(endpoints.listActivity, here());
  expect(entries.filter(({ kind }) => kind.startsWith('disable-'))).toMatchObject([
    { kind: 'disable-connectors', operation: { id: bulk.id } },
  ]);
});

test('deleting what failed once more wants its number typed again', async () => {
  const connectors = (await chosen('aws')).slice(-2);
  client.vendor.setFaults([{ operation: 'W9', fault: { status: 400, body: { message: 'Not now' } } }]);
  const failed = await settled(await start('delete-connectors', connectors, { confirmation: 2 }));
  client.vendor.clearFaults();
  expect(failed).toMatchObject({ state: 'failed', items: { failed: 2 } });

  const unconfirmed = await client.refused(endpoints.retryFailedItems, { ...at(failed), body: key() });
  const miscounted = await client.refused(endpoints.retryFailedItems, {
    ...at(failed),
    body: { ...key(), confirmation: 3 },
  });
  expect([unconfirmed, miscounted]).toMatchObject([
    { status: 400, fields: { confirmation: 'Type 2.' } },
    { status: 400, fields: { confirmation: 'Type 2.' } },
  ]);
  client.vendor.clearJournal();
  const body = { ...key(), confirmation: 2 };
  const again = await settled(await client.ask(endpoints.retryFailedItems, { ...at(failed), body }));

  expect(again).toMatchObject({ kind: 'delete-connectors', state: 'succeeded', items: { done: 2 } });
  expect(client.calls('W9')).toHaveLength(2);
});

test('a run leaves out a connector whose job is under way, as its own button does, and every other change takes it', async () => {
  const connectors = (await chosen('aws')).slice(0, 3);
  const [queued, waiting, first] = connectors.map(({ id }) => id);
  await client.bff.database.db.execute(sql`
    update connectors set
      state = case id when ${queued} then 'queued' else 'pending' end,
      last_sync = case id when ${first} then null else now() end
    where cloud = 'aws' and id in (${queued}, ${waiting}, ${first})`);
  const previewOf = (kind: BulkKind) =>
    client.ask(endpoints.previewBulk, { ...here(), body: { kind, connectors } });

  const run = await previewOf('run-connectors');
  expect(run.named.map(({ id }) => id)).toEqual([first]);
  expect(run.skipped.map(({ id, reason }) => [id, reason])).toEqual([
    [queued, 'job-under-way'],
    [waiting, 'job-under-way'],
  ]);
  for (const kind of ['disable-connectors', 'delete-connectors'] as const)
    expect(await previewOf(kind), kind).toMatchObject({ will: 3, skipped: [], jobsUnderWay: 2 });

  const body = { ...key(), kind: 'run-connectors' as const, connectors: connectors.slice(0, 2) };
  expect(await client.refused(endpoints.startBulk, { ...here(), body })).toMatchObject({ status: 409 });
});

test('REL-20 of two that failed, the one whose answer was lost is not sent again, and stays what reading made of it', async () => {
  const connectors = (await chosen('aws')).slice(-2);
  client.vendor.setFaults([
    { operation: 'W6', times: 1, fault: { drop: 'before' } },
    { operation: 'W6', fault: { status: 400, body: { message: 'Not now' } } },
  ]);
  const first = await settled(await start('run-connectors', connectors));
  client.vendor.clearFaults();
  const itemsOf = async (operation: Operation) =>
    (await client.ask(endpoints.listOperationItems, at(operation))).items;
  const [lost, refused] = (await itemsOf(first)).toSorted((one, other) =>
    other.state.localeCompare(one.state),
  );
  expect(first.items).toMatchObject({ total: 2, failed: 2, open: 0 });
  expect([lost, refused]).toMatchObject([{ state: 'needs-review' }, { state: 'failed' }]);
  client.vendor.clearJournal();

  const again = await settled(await client.ask(endpoints.retryFailedItems, { ...at(first), body: key() }));

  expect(again.items).toMatchObject({ total: 1, done: 1 });
  expect((await itemsOf(again)).map(({ connectorId }) => connectorId)).toEqual([refused?.connectorId]);
  expect(client.calls('W6')).toHaveLength(1);
  expect(await itemsOf(first)).toContainEqual(lost);
});
