import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
});
afterAll(() => client[Symbol.asyncDispose]());

test('an AWS member that no answer ever named is detached by its id, and is known from then on', async () => {
  const member = client.vendor
    .members()
    .find(({ cloud, connectorId }) => cloud === 'aws' && connectorId !== null);
  if (member === undefined) throw new Error('The demo world has no such member.');
  const params = { workspace: client.workspace.id, cloud: 'aws', id: String(member.connectorId) };
  expect((await client.ask(endpoints.listMembers, { params })).members).toEqual([]);
  const detach = (id: string) => ({ params, body: { idempotencyKey: crypto.randomUUID(), members: [id] } });

  const byUuid = await client.refused(endpoints.detachMembers, detach(member.uuid));
  const detached = await client.ask(endpoints.detachMembers, detach(String(member.id)));

  expect(byUuid).toMatchObject({ status: 400, code: 'invalid-request' });
  expect(detached).toMatchObject({ state: 'succeeded' });
  expect(client.calls('W8')).toHaveLength(1);
  const known = await client.ask(endpoints.listMembers, { params });
  expect(known).toMatchObject({
    members: [{ id: String(member.id), uuid: member.uuid, attached: false }],
    source: 'seen',
    incomplete: true,
  });
  expect((await client.ask(endpoints.listMembers, { params })).asOf, 'when it was seen').toBe(known.asOf);
});

test('while the gateway does not answer, the members of Azure stand as they were last listed, with their age', async () => {
  const member = client.vendor
    .members()
    .find(({ cloud, connectorId }) => cloud === 'azure' && connectorId !== null);
  const params = { workspace: client.workspace.id, cloud: 'azure', id: String(member?.connectorId) };
  const known = await client.ask(endpoints.listMembers, { params });
  client.vendor.setFaults([{ operation: 'A14', fault: { status: 503 } }]);

  const remembered = await client.ask(endpoints.listMembers, { params });
  client.vendor.setFaults([{ operation: 'A14', fault: { status: 403 } }]);
  const refused = await client.refused(endpoints.listMembers, { params });
  client.vendor.clearFaults();
  const again = await client.ask(endpoints.listMembers, { params });

  expect(known).toMatchObject({ source: 'gateway' });
  expect(known.members.length).toBeGreaterThan(0);
  expect(remembered).toMatchObject({ source: 'snapshot', members: known.members });
  expect(Date.parse(remembered.asOf)).toBeLessThanOrEqual(Date.parse(known.asOf) + 1000);
  expect(refused).toMatchObject({ code: 'gateway-forbidden' });
  expect(again).toMatchObject({ source: 'gateway' });
});

test('DOS-06 members of a connector that is not listed are shown and not kept, for any user may ask for any id', async () => {
  const params = { workspace: client.workspace.id, cloud: 'azure', id: '7000000' };
  const body = { content: [{ id: 1, name: 'Another’s' }], hasNext: false };
  client.vendor.setFaults([{ operation: 'A14', fault: { status: 200, body } }]);
  const shown = await client.ask(endpoints.listMembers, { params });
  client.vendor.setFaults([{ operation: 'A14', fault: { status: 503 } }]);
  const later = await client.refused(endpoints.listMembers, { params });
  client.vendor.clearFaults();

  expect(shown.members).toMatchObject([{ id: '1' }]);
  expect(later).toMatchObject({ code: 'gateway-unavailable' });
});

test('what was seen of members leaves with their connector', async () => {
  const { db } = client.bff.database;
  const params = { workspace: client.workspace.id };
  const ofCloud = (cloud: string) =>
    client.vendor.members().flatMap((one) => (one.cloud === cloud && one.connectorId ? [one] : []));
  const [aws] = ofCloud('aws');
  const gone = String(ofCloud('azure')[0]?.connectorId);
  const stays = String(ofCloud('azure').find(({ connectorId }) => String(connectorId) !== gone)?.connectorId);
  const seen = { params: { ...params, cloud: 'aws', id: String(aws?.connectorId) } };
  const body = { idempotencyKey: crypto.randomUUID(), members: [String(aws?.id)] };
  await client.ask(endpoints.detachMembers, { ...seen, body });
  for (const id of [gone, stays]) {
    await client.ask(endpoints.listMembers, { params: { ...params, cloud: 'azure', id } });
  }
  const remembered = async () => {
    const { rows } = await db.execute(
      sql`select connector_id as id from member_listings union all select connector_id from seen_members`,
    );
    return new Set(rows.map(({ id }) => id));
  };
  expect(await remembered()).toEqual(new Set([gone, stays, seen.params.id]));

  for (const [cloud, id] of [
    ['azure', gone],
    ['aws', seen.params.id],
  ] as const) {
    const address = { params: { ...params, cloud, id } };
    const { name } = await client.ask(endpoints.readDeletion, address);
    const asked = { idempotencyKey: crypto.randomUUID(), name };
    expect(await client.ask(endpoints.deleteConnector, { ...address, body: asked })).toMatchObject({
      state: 'succeeded',
    });
  }
  expect(await remembered()).toEqual(new Set([stays]));
});
