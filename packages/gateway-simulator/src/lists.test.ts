import { gatewayOperations as on } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { startSimulator } from './simulator-under-test.ts';

test('the demo world has 25 connectors over both clouds, in every state, some of them disabled', async () => {
  await using simulator = await startSimulator();
  const rows = [...(await simulator.read(on.A5)).rows, ...(await simulator.read(on.W3)).rows];
  expect(rows).toHaveLength(25);
  expect(new Set(rows.map((row) => row.state))).toEqual(
    new Set(['PENDING', 'FINISHED_SUCCESS', 'FINISHED_ERRORS']),
  );
  const disabled = { query: { query: 'isDisabled: true' } };
  expect((await simulator.read(on.A5, disabled)).rows).toHaveLength(1);
  expect((await simulator.read(on.W3, disabled)).rows).toHaveLength(1);
});

test('a seed always grows the same world', async () => {
  await using one = await startSimulator();
  await using other = await startSimulator();
  expect(one.control.digest()).toBe(other.control.digest());
  one.control.setSettings({ pace: 0 });
  await one.read(on.A7, { body: [406_118] });
  expect(one.control.digest()).not.toBe(other.control.digest());
  one.control.reset();
  expect(one.control.digest()).toBe(other.control.digest());
});

test.each([
  ['name:"northwind"', ['Northwind Sandbox', 'Northwind Production']],
  ['name:"Northwind" and status:FINISHED_SUCCESS and name:"Sand"', ['Northwind Sandbox']],
  ['name:"Wingtip Streaming" or name:Adatum', ['Adatum Corporate', 'Wingtip Streaming']],
  ['id: 406118', ['Northwind Production']],
  ['name:"no \\"such\\" name"', []],
])('the query %s finds %j', async (query, names) => {
  await using simulator = await startSimulator();
  const list = await simulator.read(on.A5, { query: { query } });
  expect(list.rows.map((row) => row.name)).toEqual(names);
});

test.each(['colour:"red"', 'name', 'name:"unclosed', '"', 'name:x and'])(
  'the query %s is refused where it cannot be read, or finds nothing by accident',
  async (query) => {
    await using simulator = await startSimulator();
    expect(await simulator.refusal(on.A5, { query: { query } })).toMatchObject({ status: 400 });
  },
);

test('pages follow one another without a gap, and end', async () => {
  await using simulator = await startSimulator();
  const whole = await simulator.read(on.W3);
  const seen: string[] = [];
  for (let pageNumber = 0; ; pageNumber += 1) {
    const page = await simulator.read(on.W3, { query: { pageNumber: `${pageNumber}`, pageSize: '4' } });
    seen.push(...page.rows.map((row) => row.id));
    if (!page.says.hasNext) break;
  }
  expect(seen).toEqual(whole.rows.map((row) => row.id));
  const beyond = await simulator.read(on.W3, { query: { pageNumber: '9', pageSize: '4' } });
  expect(beyond).toMatchObject({ rows: [], says: { hasNext: false } });
});

test('an unknown parameter is refused by its name', async () => {
  await using simulator = await startSimulator();
  const refused = await simulator.refusal(on.A5, { query: { pageSise: '4' } });
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('pageSise') });
  expect(await simulator.refusal(on.A5, { query: { pageSize: 'x' } })).toMatchObject({ status: 400 });
});

test('the crowd has 520 connectors of AWS and five of Azure, all run with success', async () => {
  await using simulator = await startSimulator({ seed: 'crowd' });
  const query = { pageSize: '1000' };
  const [azure, aws] = [await simulator.read(on.A5, { query }), await simulator.read(on.W3, { query })];
  expect([azure.rows.length, aws.rows.length]).toEqual([5, 520]);
  expect(new Set(aws.rows.map(({ organizationId }) => organizationId)).size).toBe(520);
  const all = [...azure.rows, ...aws.rows];
  expect(new Set(all.map(({ name }) => name)).size).toBe(525);
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['FINISHED_SUCCESS']));
});

test('the large world has ten thousand connectors and groups and fifty thousand units', async () => {
  await using simulator = await startSimulator({ seed: 'large' });
  const query = { pageSize: '1000' };
  const [azure, aws] = [await simulator.read(on.A5, { query }), await simulator.read(on.W3, { query })];
  expect((azure.totalPages ?? 0) + (aws.totalPages ?? 0)).toBe(10);
  const detail = await simulator.read(on.A6, { params: { id: azure.rows[0]?.id ?? '' } });
  const tenant = { tenantId: detail.tenantId, applicationId: detail.applicationId };
  const groups = await simulator.read(on.A8, { body: { ...tenant, pageSize: 1000 } });
  expect(groups).toMatchObject({ totalPages: 10, rejected: 0 });
  const { name, organizationId } = aws.rows[0] ?? {};
  const body = { connectorName: name, rootId: organizationId, offset: 49_000, limit: 1000 };
  const units = await simulator.read(on.W13, { body });
  expect(units).toMatchObject({ numberOfElements: 50_000, says: { hasNext: false } });
  expect(new Set(units.rows.map((unit) => unit.ouId)).size).toBe(1000);
});
