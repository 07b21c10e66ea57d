import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
let workspaces = 0;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

type Row = Record<string, string | number | { hours: number; minutes: number }>;
const pageOf = (...rows: Row[]) => ({ status: 200, body: { content: rows, hasNext: false } });

/** A workspace that no user has opened yet: its list is read while the first one waits. */
async function listedAnew() {
  workspaces += 1;
  const workspace = await client.connect(`Anew ${workspaces}`);
  const { connectors } = await client.ask(endpoints.listConnectors, { params: { workspace } });
  const freshness = () => client.ask(endpoints.readFreshness, { params: { workspace } });
  return { workspace, connectors, freshness };
}

test.each<[string, Row]>([
  ['the year 0', { lastSynced: '0000-01-01T00:00:00Z' }],
  ['a year before it', { lastSynced: -62_198_755_200_000 }],
  ['a year of five digits', { lastSynced: 253_402_300_800_000 }],
  ['the last year there is', { lastSynced: 8_640_000_000_000_000 }],
  ['more members than can be counted', { numberOfConnectorsAttached: Number.MAX_SAFE_INTEGER }],
])('FLT-13 a row that tells %s is listed without it, and so are the others', async (_what, odd) => {
  const row = (id: number) => ({ id, name: `Row ${id}`, state: 'FINISHED_SUCCESS' });
  client.vendor.setFaults([{ operation: 'A5', fault: pageOf({ ...row(1), ...odd }, row(2)) }]);

  const { connectors, freshness } = await listedAnew();
  const azure = connectors.filter(({ cloud }) => cloud === 'azure');

  expect(azure).toMatchObject([
    { id: '1', lastSync: null, members: null },
    { id: '2', lastSync: null, members: null },
  ]);
  expect((await freshness()).azure).toMatchObject({ asOf: expect.any(String), failing: null });
});

test('FLT-13 odd times and lengths of time cost neither members nor errors nor a detail', async () => {
  const { connectors, workspace } = await listedAnew();
  const { id = '' } = connectors.find(({ cloud }) => cloud === 'azure') ?? {};
  const connector = { params: { workspace, cloud: 'azure', id } };
  const endless = 8_640_000_000_000_000;
  const odd = { id: Number(id), name: 'Odd', nextSync: endless, lastSuccessfulSync: '0000-01-01' };
  const body = { ...odd, orgRunFrequency: { hours: Number.MAX_SAFE_INTEGER, minutes: 1 } };
  client.vendor.setFaults([
    { operation: 'A6', fault: { status: 200, body } },
    { operation: 'A14', fault: pageOf({ id: 1, lastSynced: endless }) },
    { operation: 'A15', fault: pageOf({ type: 'x', errorMsg: 'y', created: endless }) },
  ]);

  expect((await client.ask(endpoints.listMembers, connector)).members).toMatchObject([{ lastSync: null }]);
  expect((await client.ask(endpoints.readLastJob, connector)).errors).toMatchObject([{ at: null }]);
  expect(await client.ask(endpoints.readConnector, connector)).toMatchObject({
    source: 'gateway',
    connector: { name: 'Odd', nextSync: null, lastSuccessfulSync: null, runEvery: null },
  });
});

test('a row whose name is missing or shows nothing goes by its id', async () => {
  const names: Row[] = [{}, { name: '' }, { name: ' \u200b\u3164' }, { name: 'Seen' }];
  client.vendor.setFaults([
    {
      operation: 'A5',
      fault: pageOf(...names.map((name, at) => ({ id: at + 1, state: 'PENDING', ...name }))),
    },
  ]);

  const { connectors, freshness } = await listedAnew();
  const azure = connectors.filter(({ cloud }) => cloud === 'azure');

  expect(azure.map(({ id, name }) => [id, name])).toEqual([
    ['1', '1'],
    ['2', '2'],
    ['3', '3'],
    ['4', 'Seen'],
  ]);
  expect((await freshness()).azure).toMatchObject({ failing: null });
});

test('a list that could be read and not kept is failing, and says so', async () => {
  const { db } = client.bff.database;
  await db.execute(sql`alter table connectors add constraint unwelcome check (name <> 'Unwelcome')`);
  client.vendor.setFaults([{ operation: 'A5', fault: pageOf({ id: 1, name: 'Unwelcome' }) }]);

  const { freshness } = await listedAnew();
  const { azure, aws } = await eventually(freshness, (reported) => reported.azure.failing !== null);
  await db.execute(sql`alter table connectors drop constraint unwelcome`);

  expect(azure).toMatchObject({ asOf: null, failing: { problem: { code: 'internal' } } });
  expect(aws.failing).toBeNull();
});
