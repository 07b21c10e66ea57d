import { endpoints } from '@console/console-contract';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../test-bench/connected-console.ts';
import { editingClient } from '../test-bench/editing-client.ts';

let client: ConnectedConsole;
let azure: string;
let aws: string;
beforeAll(async () => {
  client = await startConnected();
  const editing = editingClient(client);
  azure = (await editing.makeAzure('Of Azure')).id;
  aws = (await editing.makeAws('Of AWS')).id;
  await client.wholeList();
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });
const at = (cloud: string, id: string) => ({ params: { workspace: client.workspace.id, cloud, id } });
const run = (statement: SQL) => client.bff.database.db.execute(statement);
/** What is remembered for a moment is no more. */
const later = () => client.advance(60);

test('of a connector that was made before a field was there the form asks for it, and knows the others', async () => {
  await run(sql`update entered_specs set spec = spec - 'tenantName' where connector_id = ${azure}`);
  await run(sql`update entered_specs set spec = spec || '{"baseAccountId": 7}' where connector_id = ${aws}`);

  const opened = await client.ask(endpoints.readEditing, at('azure', azure));
  const other = await client.ask(endpoints.readEditing, at('aws', aws));

  expect(opened.unknown).toEqual(['tenantName']);
  expect(opened.values).toMatchObject({ secretExpiresOn: '2027-01-31', tenantName: null });
  expect(other.unknown).toEqual(['baseAccountId']);
  expect(other.values).toMatchObject({ roleArn: 'arn:aws:iam::123456789012:role/connector_org' });
});

test('what a newer version entered is not guessed at: the form asks for what the gateway does not tell', async () => {
  await run(sql`update entered_specs set spec_version = 99 where connector_id = ${aws}`);

  const opened = await client.ask(endpoints.readEditing, at('aws', aws));

  expect(opened.values).toMatchObject({ name: 'Of AWS', roleArn: null });
  expect(opened.unknown).toContain('roleArn');
});

test('a detail that cannot be read counts as not there: the row of the list stands in, and the gateway is asked', async () => {
  const other = sql`detail - 'description' || '{"createdBy": 5}'`;
  await run(sql`update connectors set detail = ${other} where cloud = 'azure'`);
  await run(sql`update connectors set detail = '[]' where cloud = 'aws'`);
  client.vendor.setFaults([
    { operation: 'A6', fault: { status: 503 } },
    { operation: 'W4', fault: { status: 503 } },
  ]);
  later();

  const list = await client.ask(endpoints.listConnectors, here());
  const partly = await client.ask(endpoints.readConnector, at('azure', azure));
  const bare = await client.ask(endpoints.readConnector, at('aws', aws));
  client.vendor.clearFaults();
  later();

  expect(list.connectors).toHaveLength(2);
  expect(partly).toMatchObject({
    source: 'snapshot',
    connector: { description: null, createdBy: null, tenantName: null, memberPrefix: 'createdbyorg' },
  });
  expect(bare).toMatchObject({ source: 'snapshot', connector: { name: 'Of AWS', memberPrefix: null } });
  expect(await client.ask(endpoints.readConnector, at('aws', aws))).toMatchObject({
    source: 'gateway',
    connector: { memberPrefix: 'createdbyorg' },
  });
});

test('members, trees, verifications and problems that cannot be read count as not there', async () => {
  const { id } = client.workspace;
  await client.ask(endpoints.verifyWorkspace, here());
  await client.ask(endpoints.listMembers, at('azure', azure));
  await run(sql`update member_listings set "rows" = '[{"id": 1}]'`);
  await run(sql`insert into seen_members (workspace_id, connector_id, member_id, member)
    values (${id}, ${aws}, '1', '{"name": "Of another version"}')`);
  await run(sql`insert into organization_trees (workspace_id, root_id, units)
    values (${id}, 'r-odd1', '{"root": {}}'), (${id}, 'r-odd2', '[{"id": "ou-zar5-12hpzogk"}]')`);
  await run(sql`update workspaces set verification = '{"ok": "perhaps"}'`);
  await run(sql`update activity set facts = '[]'`);
  await run(sql`update cloud_freshness set failing_since = now(), failing_problem = '{"code": "of-tomorrow"}'
    where cloud = 'aws'`);
  client.vendor.setFaults([{ operation: 'A14', fault: { status: 503 } }]);

  expect(await client.refused(endpoints.listMembers, at('azure', azure))).toMatchObject({
    code: 'gateway-unavailable',
  });
  expect(await client.ask(endpoints.listMembers, at('aws', aws))).toMatchObject({ members: [] });
  expect(await client.ask(endpoints.readScope, at('aws', aws))).toMatchObject({ units: [] });
  const { workspaces } = await client.ask(endpoints.listWorkspaces, {});
  expect(workspaces).toMatchObject([{ verification: null }]);
  const { entries } = await client.ask(endpoints.listActivity, here());
  expect(entries.length).toBeGreaterThan(2);
  const { aws: freshness } = await client.ask(endpoints.readFreshness, here());
  expect(freshness.failing?.problem).toMatchObject({ code: 'internal' });
});
