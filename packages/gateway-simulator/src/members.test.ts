import { gatewayOperations as on } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { startSimulator } from './simulator-under-test.ts';

type UnderTest = Awaited<ReturnType<typeof startSimulator>>;

test('attaching on Azure works, whatever its answer says', async () => {
  await using simulator = await startSimulator();
  const { connector, member } = await freeAzureMember(simulator);
  const body = { connectorId: Number(member), organizationConnectorId: Number(connector) };
  const answer = await simulator.read(on.A11, { body });
  expect(answer).toMatchObject({ attachedToOrgConnector: false, organizationConnectorId: null });
  const members = await simulator.read(on.A14, { params: { id: connector } });
  expect(members.rows.find((row) => row.id === member)).toMatchObject({ attachedToOrgConnector: true });
  expect((await simulator.read(on.A13, { params: { connectorId: member } })).rows).toEqual([]);
  expect(await simulator.refusal(on.A11, { body })).toMatchObject({ status: 409 });
});

test('detaching sets a member free to join any connector', async () => {
  await using simulator = await startSimulator();
  const { member } = await freeAzureMember(simulator);
  const detached = await simulator.read(on.A12, { body: [Number(member)] });
  expect(detached.rows).toMatchObject([{ id: member, attachedToOrgConnector: false, parentId: null }]);
  const targets = await simulator.read(on.A13, { params: { connectorId: member }, query: { pageSize: '5' } });
  expect(targets.rows).toHaveLength(5);
  expect(targets.says.hasNext).toBe(true);
});

test('ids as text are refused where the document has numbers', async () => {
  await using simulator = await startSimulator();
  const body = { connectorId: '1', organizationConnectorId: 2 };
  const refused = await simulator.refusal(on.A11, { body });
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('connectorId') });
  expect(await simulator.refusal(on.A12, { body: [999_999_999] })).toMatchObject({ status: 404 });
});

test('on AWS a member is detached by its number and attached by its UUID', async () => {
  await using simulator = await startSimulator();
  const connector = (await simulator.read(on.W3, { query: { query: 'name:"Coho"' } })).rows[0]?.id ?? '';
  const target = (await simulator.read(on.W3, { query: { query: 'name:"Trey"' } })).rows[0]?.id ?? '';
  const member = String(Number(connector) + 1);
  const response = await simulator.ask(on.W8, { body: { action: `DETACH ${member}` } });
  const page: object = JSON.parse(await response.text());
  expect(page).toMatchObject({ scrollId: null, content: [{ isAttachedToOrgConnector: false }] });
  expect(page).not.toHaveProperty('totalPages');
  const [detached] = (await simulator.read(on.W8, { body: { action: `DETACH ${member}` } })).rows;
  const connectorUuid = detached?.uuid ?? '';

  const targets = await simulator.read(on.W11, { params: { connectorUuid } });
  expect(targets.rows.map((row) => row.id)).toContain(target);
  const attach = { params: { orgConnectorId: target, connectorUuid } };
  const attached = await simulator.read(on.W10, attach);
  expect(attached).toMatchObject({ attachedToOrgConnector: true, organizationConnectorId: target });
  expect((await simulator.read(on.W11, { params: { connectorUuid } })).rows).toEqual([]);
  expect(await simulator.refusal(on.W10, attach)).toMatchObject({ status: 409 });
});

test('a member that does not exist is not found', async () => {
  await using simulator = await startSimulator();
  const connectorUuid = '11111111-2222-4333-8444-555555555555';
  expect(await simulator.refusal(on.W11, { params: { connectorUuid } })).toMatchObject({ status: 404 });
  expect(await simulator.refusal(on.W11, { params: { connectorUuid: 'x' } })).toMatchObject({ status: 400 });
});

async function freeAzureMember(simulator: UnderTest) {
  const list = await simulator.read(on.A5, { query: { query: 'name:"Northwind Production"' } });
  const connector = list.rows[0]?.id ?? '';
  const members = await simulator.read(on.A14, { params: { id: connector } });
  const member = members.rows[0]?.id ?? '';
  await simulator.read(on.A12, { body: [Number(member)] });
  return { connector, member };
}
