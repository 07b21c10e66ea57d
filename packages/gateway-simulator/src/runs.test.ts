import { gatewayOperations as on } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { startSimulator } from './simulator-under-test.ts';

type UnderTest = Awaited<ReturnType<typeof startSimulator>>;

test('a run of tenant connectors answers in text, goes through its states and leaves the errors it met', async () => {
  await using simulator = await startSimulator();
  const id = await azureId(simulator, 'Tailspin Tenant');
  const response = await simulator.ask(on.A7, { body: [Number(id)] });
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await response.text()).toBe(
    'A total of 1 Organization connectors have been successfully marked for running.',
  );
  const states: (string | null)[] = [];
  for (const seconds of [0, 2, 3, 7]) {
    simulator.control.advance(seconds);
    states.push((await simulator.read(on.A6, { params: { id } })).state);
  }
  expect(states).toEqual(['PENDING', 'QUEUED', 'PROCESSING', 'FINISHED_ERRORS']);
  const errors = await simulator.read(on.A15, { params: { id } });
  expect(errors.rows.map((row) => row.errorMsg)).toEqual([
    expect.stringContaining('ReadOnlyDisabledSubscription'),
    expect.stringContaining('AuthorizationFailed'),
  ]);
  const detail = await simulator.read(on.A6, { params: { id } });
  expect(detail.lastError).toBe(errors.rows[0]?.errorMsg);
  expect(Date.parse(detail.nextSync ?? '')).toBe(Date.parse(detail.lastSynced ?? '') + 86_400_000);
});

test('a run creates members for the accounts it finds, once', async () => {
  await using simulator = await startSimulator();
  const id = await azureId(simulator, 'Margie Travel');
  const members = () => simulator.read(on.A14, { params: { id } });
  expect((await members()).rows).toEqual([]);
  await runToTheEnd(simulator, id);
  const created = (await members()).rows;
  expect(created.length).toBeGreaterThan(0);
  expect(created[0]).toMatchObject({ attachedToOrgConnector: true, organizationConnectorId: id });
  expect(created[0]?.parentId).toMatch(/^\/providers\/Microsoft.Management\/managementGroups\//);
  expect(created[0]?.name).toMatch(/^margie_/);
  await runToTheEnd(simulator, id);
  expect((await members()).rows).toEqual(created);
});

test('a run that would pass the licence stops there and says so', async () => {
  await using simulator = await startSimulator();
  const id = await azureId(simulator, 'Margie Travel');
  simulator.control.setSettings({ licenceLimit: 0 });
  await runToTheEnd(simulator, id);
  const errors = await simulator.read(on.A15, { params: { id } });
  expect(errors.rows).toMatchObject([{ errorMsg: expect.stringContaining('maximum number of connectors') }]);
  expect((await simulator.read(on.A14, { params: { id } })).rows).toEqual([]);
});

test('a disabled connector is passed over: only the count tells', async () => {
  await using simulator = await startSimulator();
  const ids = [await azureId(simulator, 'Woodgrove Trading'), await azureId(simulator, 'Adatum')];
  expect((await simulator.read(on.A7, { body: ids.map(Number) })).marked).toBe(1);
  const idle = await simulator.read(on.A6, { params: { id: ids[0] ?? '' } });
  expect(idle.state).toBe('FINISHED_SUCCESS');
});

test('a connector that is there no more makes the whole run not found', async () => {
  await using simulator = await startSimulator();
  expect(await simulator.refusal(on.A7, { body: [999_999] })).toMatchObject({ status: 404 });
  expect(await simulator.refusal(on.A7, { body: ['406118'] })).toMatchObject({ status: 400 });
});

test('a run on AWS answers in JSON, creates members, and a role missing in an account shows', async () => {
  await using simulator = await startSimulator();
  const list = await simulator.read(on.W3, { query: { query: 'name:"Tailspin Games"' } });
  const id = list.rows[0]?.id ?? '';
  const run = await simulator.ask(on.W6, { body: { connectorId: id } });
  expect(await run.json()).toEqual({
    responseMessage: 'A total of 1 Organization connectors have been successfully marked for running.',
  });
  simulator.control.advance(15);
  const errors = await simulator.read(on.W12, { params: { id } });
  expect(errors.rows).toMatchObject([
    { errorMsg: expect.stringMatching(/sts:AssumeRole on resource: arn:aws/) },
  ]);
  const after = await simulator.read(on.W3, { query: { query: 'name:"Tailspin Games"' } });
  expect(after.rows[0]?.numberOfConnectorsAttached).toBeGreaterThan(21);
  expect(await simulator.refusal(on.W6, { body: { connectorId: 7 } })).toMatchObject({ status: 400 });
});

test('without errors the page of the last job is empty', async () => {
  await using simulator = await startSimulator();
  const id = await azureId(simulator, 'Adatum');
  await runToTheEnd(simulator, id);
  expect(await simulator.read(on.A15, { params: { id } })).toMatchObject({ rows: [], totalPages: 0 });
});

test('connectors run on their own when their time has come', async () => {
  await using simulator = await startSimulator();
  const id = await azureId(simulator, 'Adatum');
  const before = await simulator.read(on.A6, { params: { id } });
  simulator.control.setSettings({ tokenLifetimeSeconds: 10 * 86_400 });
  simulator.forgetToken();
  simulator.control.advance(2 * 86_400);
  simulator.control.advance(60);
  const after = await simulator.read(on.A6, { params: { id } });
  expect(Date.parse(after.lastSynced ?? '')).toBeGreaterThan(
    Date.parse(before.lastSynced ?? '') + 86_400_000,
  );
});

test('enabling tells the truth on Azure', async () => {
  await using simulator = await startSimulator();
  const id = await azureId(simulator, 'Woodgrove Trading');
  const status = await simulator.read(on.A10, { query: { action: 'ENABLE' }, body: [Number(id)] });
  expect(status.rows).toMatchObject([{ id, disabled: false, orgRunFrequency: 7 * 1_440 }]);
  expect(await simulator.read(on.A6, { params: { id } })).toMatchObject({ disabled: false });
  const refused = await simulator.refusal(on.A10, { query: { action: 'PAUSE' }, body: [Number(id)] });
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('action') });
});

test('enabling on AWS answers the record of before, with a string for an id and minutes as text', async () => {
  await using simulator = await startSimulator();
  const list = await simulator.read(on.W3, { query: { query: 'name:"Alpine"' } });
  const id = list.rows[0]?.id ?? '';
  const asked = { params: { action: 'ENABLE' }, body: { action: `ENABLE ${id}` } };
  const raw = await (await simulator.ask(on.W7, asked)).json();
  expect(raw).toMatchObject({ content: [{ id, isDisabled: true, runFrequency: '1440' }] });
  expect(await simulator.read(on.W4, { params: { id } })).toMatchObject({ disabled: false });
  const crossed = { params: { action: 'DISABLE' }, body: { action: `ENABLE ${id}` } };
  expect(await simulator.refusal(on.W7, crossed)).toMatchObject({ status: 400 });
});

test('a gateway can be told to want POST, and ids in a list', async () => {
  await using simulator = await startSimulator();
  const id = (await simulator.read(on.W3)).rows[0]?.id ?? '';
  const documented = { params: { action: 'DISABLE' }, body: { action: `DISABLE ${id}` } };
  const other = { params: { action: 'DISABLE' }, body: [Number(id)], method: 'POST' };
  expect(await simulator.refusal(on.W7, { ...documented, method: 'POST' })).toMatchObject({ status: 405 });
  simulator.control.setSettings({ statusMethod: 'POST', awsActionBody: 'ids' });
  expect(await simulator.refusal(on.W7, documented)).toMatchObject({ status: 405 });
  expect((await simulator.read(on.W7, other)).rows).toMatchObject([{ id }]);
});

async function azureId(simulator: UnderTest, name: string): Promise<string> {
  const list = await simulator.read(on.A5, { query: { query: `name:"${name}"` } });
  const [row] = list.rows;
  if (!row) throw new Error(`The demo world has no ${name}.`);
  return row.id;
}

async function runToTheEnd(simulator: UnderTest, id: string): Promise<void> {
  await simulator.read(on.A7, { body: [Number(id)] });
  simulator.control.advance(15);
}
