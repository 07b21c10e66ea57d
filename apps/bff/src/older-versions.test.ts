import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, sampleExternalIds } from './test-bench/connected-console.ts';
import { startOnDump } from './test-bench/older-database.ts';

let client: Awaited<ReturnType<typeof startOnDump>>;
let workspace: string;
beforeAll(async () => {
  client = await startOnDump('2026-11-30');
  const { workspaces } = await client.ask(endpoints.listWorkspaces, {});
  workspace = workspaces[0]?.id ?? '';
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace } });
const at = (cloud: string, id: string) => ({ params: { workspace, cloud, id } });
const activityOf = async () => {
  const { entries, next } = await client.ask(endpoints.listActivity, {
    ...here(),
    query: { limit: '200' },
  });
  expect(next).toBeNull();
  return entries;
};

test('a database of an older version is migrated, and its workspace and connectors are there', async () => {
  const { workspaces } = await client.ask(endpoints.listWorkspaces, {});
  const { connectors } = await client.ask(endpoints.listConnectors, here());

  expect(workspaces).toMatchObject([{ name: 'Contoso', verification: { ok: true } }]);
  expect(connectors.map(({ cloud, name }) => [cloud, name])).toEqual([
    ['azure', 'Contoso production'],
    ['azure', 'Contoso test'],
    ['aws', 'Fabrikam organization'],
    ['aws', 'Fabrikam test'],
  ]);
});

test('its connectors open as they were seen last, with what was entered of them', async () => {
  const azure = await client.ask(endpoints.readConnector, at('azure', '406118'));
  const aws = await client.ask(endpoints.readConnector, at('aws', '406120'));
  const members = await client.ask(endpoints.listMembers, at('aws', '406120'));
  const scope = await client.ask(endpoints.readScope, at('aws', '406120'));

  expect(azure).toMatchObject({
    source: 'snapshot',
    connector: { description: 'All subscriptions', tenantName: 'Tenant name', secretExpiresOn: '2027-01-31' },
  });
  expect(aws).toMatchObject({
    source: 'snapshot',
    connector: { roleArn: 'arn:aws:iam::123456789012:role/connector_org', activation: { vm: true } },
  });
  expect(members).toMatchObject({ members: [{ name: 'createdbyorg_123456789012' }], source: 'seen' });
  expect(scope.units).toEqual([{ id: 'ou-zar5-12hpzogk', name: 'Pilot', path: '/Root' }]);
});

test('its drafts of both clouds open, the sealed ids with them, and are saved on', async () => {
  const { drafts } = await client.ask(endpoints.listDrafts, here());
  expect(drafts.map(({ cloud, name, step }) => [cloud, name, step])).toEqual([
    ['aws', 'Northwind organization', 'organization'],
    ['azure', 'Northwind', 'scope'],
  ]);
  for (const { id } of drafts) {
    const address = { params: { workspace, draft: id } };
    const {
      version,
      updatedAt: _at,
      updatedBy: _by,
      id: _id,
      ...content
    } = await client.ask(endpoints.readDraft, address);
    const saved = await client.ask(endpoints.saveDraft, { ...address, body: { version, content } });

    expect(saved).toMatchObject({ ...content, version: version + 1 });
    if (content.cloud === 'aws') expect(content.values).toMatchObject(sampleExternalIds);
    else expect(content.values).toMatchObject({ tenantId: 'not yet', scopeText: 'include: [' });
  }
});

test('its operations are listed and open, bulks with their items', async () => {
  const { operations } = await client.ask(endpoints.listOperations, here());

  for (const operation of operations) {
    const params = { workspace, operation: operation.id };
    expect(await client.ask(endpoints.readOperation, { params })).toEqual(operation);
    if (operation.items === null) continue;
    const { items } = await client.ask(endpoints.listOperationItems, { params });
    expect(items).toHaveLength(operation.items.total);
  }
  const outcomes = operations.map(({ kind, state }) => `${kind} ${state}`);
  expect(outcomes).toEqual(
    expect.arrayContaining([
      'create-connector succeeded',
      'create-connector failed',
      'create-connector unknown',
      'edit-connector succeeded',
      'edit-connector unknown',
      'attach-member failed',
      'disable-connectors succeeded',
      'run-connectors paused',
    ]),
  );
  expect(operations.find(({ state }) => state === 'failed')?.problem).not.toBeNull();
});

test('its trail tells of every change what it told before', async () => {
  const entries = await activityOf();

  const edit = entries.find(
    ({ kind, subject, outcome }) =>
      kind === 'edit-connector' && subject === 'Contoso production' && outcome === 'succeeded',
  );
  expect(edit?.changes).toEqual(
    expect.arrayContaining([
      { field: 'description', before: 'azure org connector description', after: 'All subscriptions' },
      { field: 'runEveryDays', before: '1', after: '2' },
    ]),
  );
  expect(entries.find(({ action }) => action === 'workspace.changed')?.changes).toEqual([
    { field: 'name', before: null, after: null },
  ]);
});

test('an operation of a kind that only a newer version knows is left out, and its neighbors are listed', async () => {
  const { db } = client.bff.database;
  const before = (await client.ask(endpoints.listOperations, here())).operations.length;
  const setKind = (from: string, to: string) =>
    db.execute(sql`update operations set kind = ${to} where kind = ${from} and part_of is null`);
  await setKind('run-connector', 'pause-connector');
  const { operations } = await client.ask(endpoints.listOperations, here());
  await client.ask(endpoints.listOpenChanges, here());
  await setKind('pause-connector', 'run-connector');

  expect(operations.length).toBeGreaterThan(0);
  expect(operations.length).toBeLessThan(before);
});

test('an operation that was open goes on being looked for with what was asked for', async () => {
  const { operations } = await client.ask(endpoints.listOperations, here());
  const open = operations.filter(({ state }) => state === 'unknown');
  expect(open).toHaveLength(2);
  // A look that finds no gateway puts the next one off for minutes.
  await eventually(
    async () => {
      client.bff.clock.advance(5);
      const { rows } = await client.bff.database.db.execute<{ count: number }>(
        sql`select count(*)::int as count from operations
          where part_of is null and state = 'unknown' and next_check_at < now() + interval '1 minute'`,
      );
      return rows[0]?.count;
    },
    (due) => due === 0,
  );

  for (const { id } of open) {
    const params = { workspace, operation: id };
    expect(await client.ask(endpoints.readOperation, { params })).toMatchObject({ state: 'unknown' });
  }
  const { rows } = await client.bff.database.db.execute(
    sql`select request_version as version, count(*)::int as count from operations group by 1`,
  );
  expect(rows).toEqual([{ version: 1, count: expect.any(Number) }]);
});
