import { type BulkKind, type ConnectorSummary, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
let azure: ConnectorSummary[];
let aws: ConnectorSummary[];
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  const { connectors } = await client.wholeList();
  const enabled = connectors.filter((connector) => connector.enabled === true);
  azure = enabled.filter(({ cloud }) => cloud === 'azure');
  aws = enabled.filter(({ cloud }) => cloud === 'aws');
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const here = (query: Record<string, string> = {}) => ({ params: { workspace: client.workspace.id }, query });
const idsFor = async (query: Record<string, string>) =>
  (await client.ask(endpoints.listActivity, here(query))).entries.flatMap(
    ({ operation }) => operation?.id ?? [],
  );

/** A change of these that is done. */
async function changed(kind: BulkKind, connectors: readonly ConnectorSummary[]) {
  const chosen = connectors.map(({ cloud, id }) => ({ cloud, id }));
  const confirmation = kind === 'delete-connectors' ? { confirmation: chosen.length } : {};
  const body = { idempotencyKey: crypto.randomUUID(), kind, connectors: chosen, ...confirmation };
  return client.settled(await client.ask(endpoints.startBulk, { ...here(), body }));
}

/** The rows of an export by the names of their columns. */
async function exported(query: Record<string, string>) {
  const { text } = await client.send(endpoints.exportActivity, here(query));
  const [columns = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:"((?:[^"]|"")*)"|)(?:,|$)/g)].map(([, cell]) => cell));
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column ?? '', cells[index] ?? null])),
  );
}

function pick(connectors: ConnectorSummary[]): ConnectorSummary {
  const picked = connectors.pop();
  if (picked === undefined) throw new Error('The demo world has too few connectors.');
  return picked;
}

test('who deleted a connector among many is found by its name, its id and its cloud', async () => {
  const [one, other] = [pick(azure), pick(aws)];
  const { id } = await changed('delete-connectors', [one, other]);

  for (const words of [one.name, other.name.toUpperCase(), one.id, `ada ${other.name}`, '2 connectors'])
    expect(await idsFor({ words, kind: 'delete-connectors' }), words).toEqual([id]);
  expect(await idsFor({ words: `${one.id} ${other.id}` })).toEqual([]);
  expect(await idsFor({ cloud: 'aws', kind: 'delete-connectors' })).toEqual([id]);
  expect(await idsFor({ cloud: 'aws', words: other.id })).toEqual([id]);
  expect(await idsFor({ cloud: 'aws', words: one.id })).toEqual([]);
  expect(await idsFor({ words: pick(azure).id })).toEqual([]);
});

test('an export names each connector of a bulk with its own outcome, and only those that are searched for', async () => {
  const [one, other] = [pick(aws), pick(aws)];
  client.vendor.setFaults([{ operation: 'W7', times: 1, fault: { status: 403 } }]);
  const { id } = await changed('disable-connectors', [one, other]);

  const rows = await exported({ operation: id });
  expect(rows.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['disable-connectors', '2 connectors'],
    ['disable-connector', one.name],
    ['disable-connector', other.name],
  ]);
  expect(rows[0]).toMatchObject({ operation_id: id, part_of: null, connectors_done: '1' });
  // They are sent together, so either may be the one that is refused.
  const { items } = await client.ask(endpoints.listOperationItems, {
    params: { workspace: client.workspace.id, operation: id },
  });
  expect(items.map(({ state }) => state).toSorted()).toEqual(['failed', 'succeeded']);
  expect(rows.slice(1)).toMatchObject(
    items.map(({ connectorId, state, problem }) => ({
      who: 'Ada',
      cloud: 'aws',
      part_of: id,
      connector_id: connectorId,
      outcome: state,
      problem_code: problem?.code ?? null,
    })),
  );
  const found = await exported({ kind: 'disable-connectors', words: other.id });
  expect(found.map(({ connector_id }) => connector_id)).toEqual([null, other.id]);
});

test('INJ-08 the name of a connector of a bulk is no formula', async () => {
  const one = pick(aws);
  const { id } = await changed('run-connectors', [one]);
  await client.bff.database.db.execute(
    sql`update operations set connector_name = '=HYPERLINK("http://x","y")' where part_of = ${id}`,
  );
  const { text } = await client.send(endpoints.exportActivity, here({ operation: id }));
  expect(text).toContain(`,"'=HYPERLINK(""http://x"",""y"")",`);
});

test('DOS-06 a bulk of 10,000 fills a file, which then says that it was cut', async () => {
  const { id } = await changed('enable-connectors', await disabledNow());
  await client.bff.database.db.execute(
    sql`insert into operations (id, workspace_id, kind, state, cloud, connector_id, connector_name, person_id, requested_by,
          idempotency_key, request_digest, request, request_id, part_of, position)
        select gen_random_uuid(), workspace_id, kind, state, cloud, n::text, 'Number ' || n, person_id, requested_by,
          gen_random_uuid(), '', request, request_id, part_of, n
        from (select * from operations where part_of = ${id} limit 1) item, generate_series(100, 10099) n`,
  );
  const cut = await client.send(endpoints.exportActivity, here({ operation: id }));
  expect(cut.headers['x-console-cut']).toBe('1');
  expect(cut.text.trimEnd().split('\r\n')).toHaveLength(1 + 10_000 + 1);

  const narrow = await client.send(endpoints.exportActivity, here({ operation: id, words: 'number 10099' }));
  expect(narrow.headers['x-console-cut']).toBeUndefined();
  expect(narrow.text.trimEnd().split('\r\n')).toHaveLength(1 + 1 + 1);
});

async function disabledNow(): Promise<ConnectorSummary[]> {
  const { connectors } = await client.wholeList();
  return connectors.filter(({ enabled }) => enabled === false).slice(0, 1);
}
