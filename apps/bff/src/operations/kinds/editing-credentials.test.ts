import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  clientCredentials,
  sampleAwsSpec,
  sampleExternalIds,
  sampleSecret,
  startConnected,
} from '../../test-bench/connected-console.ts';
import { editingClient } from '../../test-bench/editing-client.ts';

let client: ConnectedConsole;
let editing: ReturnType<typeof editingClient>;
beforeAll(async () => {
  client = await startConnected();
  editing = editingClient(client);
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

const withoutSecret = (asked: ReturnType<typeof editing.azureEdit>, keepSecret: boolean) => {
  const { secretValue: _, ...body } = asked.body;
  return { ...asked, body: { ...body, keepSecret } };
};

test('an Azure secret that is not kept is asked for, and nothing is sent without it', async () => {
  const { id } = await editing.makeAzure('Not kept');

  const asked = withoutSecret(editing.azureEdit(await editing.openAzure(id), { description: 'x' }), false);
  const refused = await client.refused(endpoints.editAzureConnector, asked);

  expect(refused).toMatchObject({ status: 422, code: 'secret-needed' });
  expect(Object.keys(refused.fields ?? {})).toEqual(['secretValue']);
  expect(client.calls('A4')).toHaveLength(0);
});

test('an Azure secret that is kept edits without being entered, until an edit says to forget it', async () => {
  const { id } = await editing.makeAzure('Kept', { keepSecret: true });
  const created = client.calls('A3')[0]?.body;
  const opened = await editing.openAzure(id);
  expect(opened.secretKept).toBe(true);

  const kept = withoutSecret(editing.azureEdit(opened, { description: 'One' }), true);
  expect(await client.ask(endpoints.editAzureConnector, kept)).toMatchObject({ state: 'succeeded' });
  expect(client.calls('A4')[0]?.body).toHaveProperty(
    'secretValue',
    Reflect.get(Object(created), 'secretValue'),
  );
  const second = await editing.openAzure(id);
  expect(second.secretKept).toBe(true);

  const forgotten = withoutSecret(editing.azureEdit(second, { description: 'Two' }), false);
  expect(await client.ask(endpoints.editAzureConnector, forgotten)).toMatchObject({ state: 'succeeded' });
  expect(await editing.openAzure(id)).toMatchObject({ secretKept: false });
});

test('SEC-12 kept external ids are not handed to another role: they are asked for again, and nothing is sent', async () => {
  const { id } = await editing.makeAws('Another role');
  const roleArn = 'arn:aws:iam::999999999999:role/another-account';
  const asked = editing.awsEdit(await editing.openAws(id), { roleArn });

  const refused = await client.refused(endpoints.editAwsConnector, asked);

  expect(refused).toMatchObject({ status: 422, code: 'secret-needed' });
  expect(Object.keys(refused.fields ?? {}).sort()).toEqual(['externalId', 'memberExternalId']);
  expect(client.calls('W5')).toEqual([]);
});

test('SEC-12 a renamed organization is tested with the external id kept for its role, another role never', async () => {
  const { id } = await editing.makeAws('To be renamed');
  const entered = client.calls('W1')[0]?.body;
  const { roleArn, baseAccountId, partition } = sampleAwsSpec;
  const testOf = (changed: object) => ({
    params: { workspace: client.workspace.id },
    body: { connectorName: 'Renamed', partition, baseAccountId, roleArn, connector: id, ...changed },
  });
  client.vendor.clearJournal();

  expect(await client.send(endpoints.testAwsConnection, testOf({}))).toMatchObject({
    status: 200,
    body: { state: 'succeeded' },
  });
  const { status, body } = await client.send(
    endpoints.testAwsConnection,
    testOf({ roleArn: 'arn:aws:iam::999999999999:role/another-account' }),
  );

  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'secret-needed', fields: { externalId: expect.any(String) } });
  const kept = Reflect.get(Object(entered), 'externalId');
  expect(client.calls('W1').map((call) => Reflect.get(Object(call.body), 'externalId'))).toEqual([kept]);
});

test('new external ids replace those kept', async () => {
  const { id } = await editing.makeAws('Rotated');
  const asked = editing.awsEdit(await editing.openAws(id), { remediation: true });
  const body = { ...asked.body, externalId: 'canary-rotated-4475' };
  expect(await client.ask(endpoints.editAwsConnector, { ...asked, body })).toMatchObject({
    state: 'succeeded',
  });
  const rotated = Reflect.get(Object(client.calls('W5')[0]?.body), 'externalId');

  await editing.saveAws(await editing.openAws(id), { remediation: false });
  expect(client.calls('W5')[1]?.body).toHaveProperty('externalId', rotated);

  const same = editing.awsEdit(await editing.openAws(id), { remediation: true });
  const entered = { ...same.body, externalId: 'canary-rotated-4475' };
  const { id: operation } = await client.ask(endpoints.editAwsConnector, { ...same, body: entered });
  const { rows } = await client.bff.database.db.execute(
    sql`select request->'newCredentials' as "areNew" from operations where id = ${operation}`,
  );
  expect(rows).toEqual([{ areNew: false }]);
});

test('credentials of a change whose answer was lost are kept as those of any other, once reading has found it', async () => {
  client.vendor.setFaults([
    { operation: 'W2', fault: { drop: 'after-commit' } },
    { operation: 'A3', fault: { drop: 'after-commit' } },
    { operation: 'W5', times: 1, fault: { drop: 'after-commit' } },
  ]);
  const adopted = await editing.makeAws('Adopted');
  expect(adopted.operation.state).toBe('adopted');
  const opened = await editing.openAws(adopted.id);
  expect(opened).toMatchObject({ externalIdsKept: true, unknown: [] });

  const asked = editing.awsEdit(opened, { remediation: true });
  const body = { ...asked.body, externalId: 'canary-rotated-4476' };
  const lost = await client.ask(endpoints.editAwsConnector, { ...asked, body });
  expect(await editing.settled(lost)).toMatchObject({ state: 'adopted' });
  await editing.saveAws(await editing.openAws(adopted.id), { remediation: false });
  const [sent, again] = client.calls('W5').map((call) => Reflect.get(Object(call.body), 'externalId'));
  expect(again).toBe(sent);
  expect(sent).not.toBe(Reflect.get(Object(client.calls('W2')[0]?.body), 'externalId'));

  const azure = await editing.makeAzure('Adopted tenant', { keepSecret: true });
  expect(azure.operation.state).toBe('adopted');
  expect(await editing.openAzure(azure.id)).toMatchObject({ secretKept: true });
});

test('SEC-06 credentials that are kept stand in no row and no log line, and open for their connector alone', async () => {
  const { id } = await editing.makeAws('Sealed here');
  const other = await editing.makeAws('Sealed there');
  await editing.makeAzure('Sealed on Azure', { keepSecret: true });
  await editing.saveAws(await editing.openAws(id), { remediation: true });

  const { db } = client.bff.database;
  const tables = ['connector_secrets', 'operations', 'activity', 'connectors', 'entered_specs'];
  const dumps = await Promise.all(
    tables.map((table) => db.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`)),
  );
  const text = JSON.stringify(dumps.map(({ rows }) => rows)) + client.bff.logs();
  expect(text).toContain('Sealed here');
  for (const canary of [sampleSecret, ...Object.values(sampleExternalIds)])
    expect(text).not.toContain(canary);

  await db.execute(sql`update connector_secrets t set sealed = s.sealed, version = s.version
    from connector_secrets s where t.connector_id = ${other.id} and s.connector_id = ${id}`);
  expect(await editing.openAws(id)).toMatchObject({ externalIdsKept: true });
  expect(await editing.openAws(other.id)).toMatchObject({ externalIdsKept: false });
});

test('credentials that are kept leave with their connector, and when the workspace moves to another host', async () => {
  const elsewhere = '127.0.0.1:9';
  await using moving = await startConnected({ otherHosts: [elsewhere] });
  const here = editingClient(moving);
  const kept = await here.makeAws('Kept');
  const gone = await here.makeAws('Gone');
  const workspace = moving.workspace.id;
  const keptIds = async () => {
    const { rows } = await moving.bff.database.db.execute(
      sql`select connector_id as id from connector_secrets`,
    );
    return rows;
  };

  const body = { idempotencyKey: crypto.randomUUID(), name: 'Gone' };
  await moving.ask(endpoints.deleteConnector, { params: { workspace, cloud: 'aws', id: gone.id }, body });
  expect(await keptIds()).toEqual([{ id: kept.id }]);

  const address = { apiServerUrl: `http://${elsewhere}`, gatewayUrl: `http://${elsewhere}` };
  await moving.ask(endpoints.changeWorkspace, {
    params: { workspace },
    body: { platform: 'custom', ...address, clientSecret: clientCredentials.clientSecret },
  });
  expect(await keptIds()).toEqual([]);
});

test('SEC-11 credentials sealed for one host do not open for another, even put back into their row', async () => {
  let gatewayPort = 0;
  const relay = createServer((socket) => {
    const onward = connect(gatewayPort, '127.0.0.1');
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const elsewhere = `127.0.0.1:${Reflect.get(Object(relay.address()), 'port')}`;
  await using moving = await startConnected({ otherHosts: [elsewhere] });
  gatewayPort = moving.gateway.port;
  const here = editingClient(moving);
  const { db } = moving.bff.database;
  const { id } = await here.makeAws('Put back');
  await db.execute(sql`create table stolen as select * from connector_secrets`);
  expect(await here.openAws(id)).toMatchObject({ externalIdsKept: true });

  const address = { apiServerUrl: `http://${elsewhere}`, gatewayUrl: `http://${elsewhere}` };
  await moving.ask(endpoints.changeWorkspace, {
    params: { workspace: moving.workspace.id },
    body: { platform: 'custom', ...address, clientSecret: clientCredentials.clientSecret },
  });
  await db.execute(sql`insert into connector_secrets select * from stolen`);

  expect(await here.openAws(id)).toMatchObject({ externalIdsKept: false });
  relay.close();
});
