import { endpoints, type NewAzureConnector, type Operation, settledStates } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startBff } from '../test-bench/bff.ts';
import {
  type ConnectedConsole,
  clientOf,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
  untilReleased,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected();
  await client.wholeList();
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });

function aRequest(name: string, facts: Partial<NewAzureConnector> = {}): NewAzureConnector {
  const spec = { ...sampleSpec, name };
  const idempotencyKey = crypto.randomUUID();
  return { idempotencyKey, spec, secretValue: sampleSecret, runNow: false, draftId: null, ...facts };
}

const create = (request: NewAzureConnector) =>
  client.ask(endpoints.createAzureConnector, { ...here(), body: request });
const settled = (operation: Pick<Operation, 'id'>) => client.settled(operation);
const list = async () => (await client.ask(endpoints.listConnectors, here())).connectors;

test('a connector is created, listed at once, run, and its last job’s errors are read', async () => {
  const created = await create(aRequest('Onboarded', { secretValue: 'masks~a-secret', runNow: true }));

  expect(created).toMatchObject({
    state: 'succeeded',
    kind: 'create-connector',
    requestedBy: 'Ada',
    problem: null,
  });
  expect((await list()).find(({ name }) => name === 'Onboarded')).toMatchObject({ id: created.connectorId });
  const run = await settled({ id: created.followedBy ?? '' });
  expect(run).toMatchObject({ state: 'succeeded', kind: 'run-connector', connectorId: created.connectorId });
  const address = {
    params: { workspace: client.workspace.id, cloud: 'azure', id: created.connectorId ?? '' },
  };
  const done = await eventually(
    () => client.ask(endpoints.readConnector, address),
    ({ connector }) => connector.state === 'errors',
  );
  expect(done.connector).toMatchObject({
    name: 'Onboarded',
    tenantName: sampleSpec.tenantName,
    secretExpiresOn: sampleSpec.secretExpiresOn,
  });
  const job = await client.ask(endpoints.readLastJob, address);
  expect(job.errors[0]?.likelyCause?.steps.length).toBeGreaterThan(2);
});

test('a run that was asked for shows in the list while it works, and with its errors when it has ended', async () => {
  const { connectorId } = await create(aRequest('Watched', { secretValue: 'masks~a-secret' }));
  const id = connectorId ?? '';
  const row = async () => (await list()).find((connector) => connector.id === id);
  client.vendor.setSettings({ pace: 100 });

  await client.ask(endpoints.runConnector, {
    params: { workspace: client.workspace.id, cloud: 'azure', id },
    body: { idempotencyKey: crypto.randomUUID() },
  });

  client.vendor.advance(200);
  await client.hurried(eventually(row, (connector) => connector?.state === 'queued'));
  client.vendor.advance(3600);
  const ended = await client.hurried(eventually(row, (connector) => connector?.newestError != null));
  expect(ended).toMatchObject({
    state: 'errors',
    newestError: expect.stringContaining('exception occurred'),
  });
  client.vendor.setSettings({ pace: 0 });
});

test('a draft is cleared away once its connector exists, and kept when it was refused', async () => {
  const body = { cloud: 'azure', step: 'review', values: sampleSpec } as const;
  const done = await client.ask(endpoints.startDraft, { ...here(), body });
  const kept = await client.ask(endpoints.startDraft, { ...here(), body });
  await create(aRequest('From a draft', { draftId: done.id }));

  const refused = await create(aRequest('From a draft', { draftId: kept.id }));

  expect(refused).toMatchObject({ state: 'failed', problem: { code: 'name-taken' } });
  const { drafts } = await client.ask(endpoints.listDrafts, here());
  expect(drafts.map(({ id }) => id)).toEqual([kept.id]);
  expect(client.calls('A3')).toHaveLength(1);
});

test('what the gateway refuses has failed, with its own words', async () => {
  client.vendor.setFaults([
    {
      operation: 'A3',
      fault: {
        status: 403,
        body: { message: 'You have reached the maximum number of connectors allowed for your license.' },
      },
    },
  ]);

  const refused = await create(aRequest('One too many'));

  expect(refused).toMatchObject({ state: 'failed', connectorId: null, problem: { code: 'gateway-licence' } });
});

test('a 401 on creating names both possible causes and signs no user out', async () => {
  client.vendor.setFaults([
    { operation: 'A3', fault: { status: 401, body: { message: 'Unauthorized error' } } },
  ]);

  const refused = await create(aRequest('Refused by the cloud'));

  expect(refused).toMatchObject({ state: 'failed', problem: { code: 'gateway-or-cloud-refused' } });
  expect((await client.ask(endpoints.readSession, {})).person.name).toBe('Ada');
});

test('a create whose answer is lost is found again and adopted, and was sent once', async () => {
  client.vendor.setFaults([{ operation: 'A3', fault: { drop: 'after-commit' } }]);

  const lost = await create(aRequest('Lost answer', { runNow: true }));
  const adopted = await settled(lost);

  expect(lost).toMatchObject({ state: 'unknown', problem: { code: 'outcome-unknown' } });
  expect(adopted).toMatchObject({ state: 'adopted', connectorId: expect.any(String), problem: null });
  expect(client.calls('A3')).toHaveLength(1);
  expect((await list()).some(({ id }) => id === adopted.connectorId)).toBe(true);
  expect(await settled({ id: adopted.followedBy ?? '' })).toMatchObject({ state: 'succeeded' });
});

test('FLT-12 an unreadable answer to a create leaves it unknown until it is found, and sends it once', async () => {
  for (const mutate of ['html', 'truncate', 'empty', 'null', 'no-content'] as const) {
    client.vendor.setFaults([{ operation: 'A3', fault: { mutate } }]);
    client.vendor.clearJournal();

    const unread = await create(aRequest(`Answered with ${mutate}`));

    expect({ mutate, state: unread.state }).toEqual({ mutate, state: 'unknown' });
    expect(await settled(unread)).toMatchObject({ state: 'adopted', problem: null });
    expect(client.calls('A3')).toHaveLength(1);
  }
});

test('a create that never reached the gateway is absent after three looks, and safe to try again', async () => {
  client.vendor.setFaults([{ operation: 'A3', nth: 1, fault: { drop: 'before' } }]);

  const absent = await settled(await create(aRequest('Never arrived')));

  expect(absent).toMatchObject({ state: 'absent', connectorId: null });
  expect(absent.problem?.next).toContain('safe');
  expect(client.calls('A3')).toHaveLength(1);
  expect(await create(aRequest('Never arrived'))).toMatchObject({ state: 'succeeded' });
});

test('the same key and request give the same operation, however often they come', async () => {
  const request = aRequest('Only once');

  const answers = await Promise.all([create(request), create(request), create(request)]);
  const later = await create(request);

  expect(new Set([...answers, later].map(({ id }) => id)).size).toBe(1);
  expect(later.state).toBe('succeeded');
  expect(client.calls('A3')).toHaveLength(1);
});

test('REL-19 the same key for another request, or another secret, is refused', async () => {
  const request = aRequest('Keyed');
  await create(request);

  for (const other of [
    { ...request, spec: { ...request.spec, description: 'other' } },
    { ...request, secretValue: 'other' },
  ]) {
    const problem = await client.refused(endpoints.createAzureConnector, { ...here(), body: other });
    expect(problem).toMatchObject({ status: 422, code: 'key-in-use' });
  }
  expect(client.calls('A3')).toHaveLength(1);
});

test('REL-04 a change is recorded as sent before the gateway has it, not after it has answered', async () => {
  const { connectorId } = await create(aRequest('Recorded first'));
  client.vendor.setFaults([{ operation: 'A7', fault: untilReleased }]);
  const params = { workspace: client.workspace.id, cloud: 'azure', id: connectorId ?? '' };
  const answer = client.ask(endpoints.runConnector, {
    params,
    body: { idempotencyKey: crypto.randomUUID() },
  });

  await eventually(
    async () => (await client.ask(endpoints.listOperations, here())).operations[0],
    (newest) => newest?.kind === 'run-connector' && newest.state === 'sent',
  );
  client.vendor.clearFaults();
  expect(await answer).toMatchObject({ state: 'succeeded' });
});

test.each(['before', 'after-commit'] as const)(
  'REL-19 while it is unknown what became of a creation, a second one of its name is not sent (drop %s)',
  async (drop) => {
    const name = `Once only, ${drop}`;
    client.vendor.setFaults([
      { operation: 'A3', fault: { drop } },
      { operation: 'A1', fault: { status: 503 } },
    ]);
    const first = await create(aRequest(name));
    const refused = await client.refused(endpoints.createAzureConnector, {
      ...here(),
      body: aRequest(name, { secretValue: 'another~secret' }),
    });
    client.vendor.clearFaults();
    const { state } = await settled(first);

    expect(refused).toMatchObject({ status: 409, code: 'conflict' });
    expect(refused.message).toContain('is being created already (asked for by Ada)');
    expect(client.calls('A3')).toHaveLength(1);
    expect(state).toBe(drop === 'before' ? 'absent' : 'adopted');
    if (drop === 'before') expect((await settled(await create(aRequest(name)))).state).toBe('succeeded');
  },
);

test('a change is open for all users from its request to its settlement', async () => {
  const { connectorId } = await settled(await create(aRequest('Open to all')));
  const openChanges = () => client.ask(endpoints.listOpenChanges, here());
  client.vendor.setFaults([{ operation: 'A7', fault: untilReleased }]);

  const running = client.ask(endpoints.runConnector, {
    params: { workspace: client.workspace.id, cloud: 'azure', id: connectorId ?? '' },
    body: { idempotencyKey: crypto.randomUUID() },
  });
  const { changes } = await eventually(openChanges, ({ changes }) => changes.length > 0);
  client.vendor.clearFaults();
  const { id } = await running;
  await settled({ id });

  expect(changes).toMatchObject([
    { operation: id, kind: 'run-connector', cloud: 'azure', connectorId, draft: null, requestedBy: 'Ada' },
  ]);
  expect((await openChanges()).changes).toEqual([]);
});

test('a run whose answer is lost is settled by what the connector does', async () => {
  const { connectorId } = await create(aRequest('Run and lost'));
  client.vendor.setSettings({ pace: 1 });
  client.vendor.setFaults([{ operation: 'A7', fault: { drop: 'after-commit' } }]);
  const address = { params: { workspace: client.workspace.id, cloud: 'azure', id: connectorId ?? '' } };
  const body = { idempotencyKey: crypto.randomUUID() };

  const lost = await client.ask(endpoints.runConnector, { ...address, body });
  client.vendor.advance(3600);

  expect(lost.state).toBe('unknown');
  expect(await settled(lost)).toMatchObject({ state: 'adopted', connectorId });
  client.vendor.setSettings({ pace: 0 });
});

test('the secret of a new connector is in no row, no log line and no answer', async () => {
  const secretValue = 'canary~secret~of~a~tenant';
  client.vendor.setFaults([
    { operation: 'A3', nth: 1, fault: { status: 400, body: { message: `bad ${secretValue}` } } },
  ]);

  const refused = await create(aRequest('Leaky', { secretValue }));
  await create(aRequest('Leaky', { secretValue }));

  const { db } = client.bff.database;
  const tables = ['operations', 'activity', 'connectors', 'entered_specs', 'drafts'];
  const dumps = await Promise.all(
    tables.map((table) => db.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`)),
  );
  const everything = JSON.stringify([refused, ...dumps.map(({ rows }) => rows)]) + client.bff.logs();
  expect(dumps[0]?.rows.length).toBeGreaterThan(0);
  expect(everything).not.toContain(secretValue);
});

test('every step of an operation is in the audit trail, the request before the outcome', async () => {
  const { id } = await create(aRequest('Traced'));

  const { rows } = await client.bff.database.db.execute(
    sql`select actor, action, subject from activity where operation_id = ${id} order by id`,
  );

  expect(rows).toEqual([
    { actor: 'Ada', action: 'operation.requested', subject: 'Traced' },
    { actor: 'console', action: 'operation.succeeded', subject: 'Traced' },
  ]);
});

test('a console that starts settles what another left open: never sent is absent, sent is looked for', async () => {
  const [sent, requested] = [await create(aRequest('Left sent')), await create(aRequest('Left requested'))];
  const { db } = client.bff.database;
  const state = sql`case when id = ${sent.id} then 'sent' else 'requested' end`;
  await db.execute(
    sql`update operations set state = ${state}, settled_at = null, next_check_at = now() + interval '1 hour' where id in (${sent.id}, ${requested.id})`,
  );
  await db.execute(sql`update operations set next_check_at = now() where id = ${requested.id}`);
  client.vendor.clearJournal();

  const next = await startBff({
    database: client.bff.database,
    gatewayHosts: [new URL(client.gateway.url).host],
  });
  try {
    const elsewhere = clientOf(next, await next.signIn());
    const settledThere = (operation: string) =>
      eventually(
        async () => {
          await next.lookNow();
          const params = { workspace: client.workspace.id, operation };
          return elsewhere.ask(endpoints.readOperation, { params });
        },
        (row) => settledStates.includes(row.state),
      );
    expect(await settledThere(sent.id)).toMatchObject({ state: 'adopted', connectorId: sent.connectorId });
    expect(await settledThere(requested.id)).toMatchObject({ state: 'absent' });
    expect(client.calls('A3')).toEqual([]);
  } finally {
    await next.close();
  }
});

test('the newest operations come first', async () => {
  const { operations } = await client.ask(endpoints.listOperations, here());

  const times = operations.map(({ requestedAt }) => requestedAt);
  expect(times.length).toBeGreaterThan(5);
  expect(times).toEqual([...times].sort().reverse());
});

test('DOS-06 a list of operations does not read the long requests that its rows were asked for with', async () => {
  await create(aRequest('Asked for at length'));
  await client.bff.database.db.execute(sql`
    insert into operations (id, workspace_id, kind, state, cloud, connector_name, person_id, requested_by,
      idempotency_key, request_digest, request, request_id, settled_at)
    select gen_random_uuid(), workspace_id, kind, 'failed', cloud, 'Long', person_id, requested_by,
      gen_random_uuid(), '', jsonb_build_object('units', units), request_id, now()
    from (select * from operations limit 1) one,
      (select jsonb_agg('unit number ' || unit) as units from generate_series(1, 1000) unit) long,
      generate_series(1, 100)`);
  const query = vi.spyOn(client.bff.database.pool, 'query');

  const { operations } = await client.ask(endpoints.listOperations, here());

  const answers: { rows: unknown[]; fields: { name: string }[] }[] = await Promise.all(
    query.mock.results.map(({ value }) => value),
  );
  query.mockRestore();
  const long = answers.filter(({ rows }) => rows.length >= 100);
  const columns = long.flatMap(({ fields }) => fields.map(({ name }) => name));
  expect(operations.filter(({ connectorName }) => connectorName === 'Long')).toHaveLength(100);
  expect(columns).toContain('requested_by');
  expect(columns).not.toContain('request');
});
