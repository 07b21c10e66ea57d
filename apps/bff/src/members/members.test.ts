import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../test-bench/connected-console.ts';

let desk: ConnectedConsole;
beforeAll(async () => {
  desk = await startConnected({ seed: 'demo' });
});
afterAll(() => desk[Symbol.asyncDispose]());

test('an AWS member that no answer ever named is detached by its id, and is known from then on', async () => {
  const member = desk.vendor
    .members()
    .find(({ cloud, connectorId }) => cloud === 'aws' && connectorId !== null);
  if (member === undefined) throw new Error('The demo world has no such member.');
  const params = { workspace: desk.workspace.id, cloud: 'aws', id: String(member.connectorId) };
  expect((await desk.ask(endpoints.listMembers, { params })).members).toEqual([]);
  const detach = (id: string) => ({ params, body: { idempotencyKey: crypto.randomUUID(), members: [id] } });

  const byUuid = await desk.refused(endpoints.detachMembers, detach(member.uuid));
  const detached = await desk.ask(endpoints.detachMembers, detach(String(member.id)));

  expect(byUuid).toMatchObject({ status: 400, code: 'invalid-request' });
  expect(detached).toMatchObject({ state: 'succeeded' });
  expect(desk.calls('W8')).toHaveLength(1);
  const known = await desk.ask(endpoints.listMembers, { params });
  expect(known).toMatchObject({
    members: [{ id: String(member.id), uuid: member.uuid, attached: false }],
    source: 'seen',
    incomplete: true,
  });
  expect((await desk.ask(endpoints.listMembers, { params })).asOf, 'when it was seen').toBe(known.asOf);
});

test('while the gateway does not answer, the members of Azure stand as they were last listed, with their age', async () => {
  const member = desk.vendor
    .members()
    .find(({ cloud, connectorId }) => cloud === 'azure' && connectorId !== null);
  const params = { workspace: desk.workspace.id, cloud: 'azure', id: String(member?.connectorId) };
  const known = await desk.ask(endpoints.listMembers, { params });
  desk.vendor.setFaults([{ operation: 'A14', fault: { status: 503 } }]);

  const remembered = await desk.ask(endpoints.listMembers, { params });
  desk.vendor.setFaults([{ operation: 'A14', fault: { status: 403 } }]);
  const refused = await desk.refused(endpoints.listMembers, { params });
  desk.vendor.clearFaults();
  const again = await desk.ask(endpoints.listMembers, { params });

  expect(known).toMatchObject({ source: 'gateway' });
  expect(known.members.length).toBeGreaterThan(0);
  expect(remembered).toMatchObject({ source: 'snapshot', members: known.members });
  expect(Date.parse(remembered.asOf)).toBeLessThanOrEqual(Date.parse(known.asOf) + 1000);
  expect(refused).toMatchObject({ code: 'gateway-forbidden' });
  expect(again).toMatchObject({ source: 'gateway' });
});

test('DOS-06 members of a connector that is not listed are shown and not kept, for any user may ask for any id', async () => {
  const params = { workspace: desk.workspace.id, cloud: 'azure', id: '7000000' };
  const body = { content: [{ id: 1, name: 'Another’s' }], hasNext: false };
  desk.vendor.setFaults([{ operation: 'A14', fault: { status: 200, body } }]);
  const shown = await desk.ask(endpoints.listMembers, { params });
  desk.vendor.setFaults([{ operation: 'A14', fault: { status: 503 } }]);
  const later = await desk.refused(endpoints.listMembers, { params });
  desk.vendor.clearFaults();

  expect(shown.members).toMatchObject([{ id: '1' }]);
  expect(later).toMatchObject({ code: 'gateway-unavailable' });
});

test('what was seen of members leaves with their connector', async () => {
  const { db } = desk.bff.database;
  const params = { workspace: desk.workspace.id };
  const ofCloud = (cloud: string) =>
    desk.vendor.members().flatMap((one) => (one.cloud === cloud && one.connectorId ? [one] : []));
  const [aws] = ofCloud('aws');
  const gone = String(ofCloud('azure')[0]?.connectorId);
  const stays = String(ofCloud('azure').find(({ connectorId }) => String(connectorId) !== gone)?.connectorId);
  const seen = { params: { ...params, cloud: 'aws', id: String(aws?.connectorId) } };
  const body = { idempotencyKey: crypto.randomUUID(), members: [String(aws?.id)] };
  await desk.ask(endpoints.detachMembers, { ...seen, body });
  for (const id of [gone, stays]) {
    await desk.ask(endpoints.listMembers, { params: { ...params, cloud: 'azure', id } });
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
    const { name } = await desk.ask(endpoints.readDeletion, address);
    const asked = { idempotencyKey: crypto.randomUUID(), name };
    expect(await desk.ask(endpoints.deleteConnector, { ...address, body: asked })).toMatchObject({
      state: 'succeeded',
    });
  }
  expect(await remembered()).toEqual(new Set([stays]));
});
