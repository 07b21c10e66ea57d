/** Lists that end too early, and what is not in them: nothing of it is told as gone or as not there. */
import { type Cloud, endpoints } from '@console/console-contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';
import { creatingClient } from '../test-bench/creating-client.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

const refresh = async (workspace: string) => {
  client.advance(30);
  await client.ask(endpoints.refreshConnectors, { params: { workspace } });
  return client.wholeList(workspace);
};
const row = (id: number | string, name = `connector ${id}`) => ({ id, name, state: 'FINISHED_SUCCESS' });
const answer = (content: unknown[], facts: Record<string, unknown> = {}) => ({
  status: 200,
  body: JSON.parse(JSON.stringify({ content, ...facts })),
});
const clouds = [
  ['azure', 'A5'],
  ['aws', 'W3'],
] as const;

describe.each(clouds)('a list of %s', (cloud, operation) => {
  const idsIn = (connectors: { cloud: Cloud; id: string }[]) =>
    connectors.filter((one) => one.cloud === cloud).map(({ id }) => id);

  test.each<[string, Record<string, unknown>]>([
    ['denies and promises more', { hasNext: false, last: false, totalPages: 3, numberOfElements: 250 }],
    ['counts more rows than it has', { hasNext: false, last: true, numberOfElements: 250 }],
  ])('FLT-14 that %s is incomplete, and what it leaves out stays', async (what, facts) => {
    const workspace = await client.connect(`${cloud} ${what}`);
    const before = idsIn((await client.wholeList(workspace)).connectors);
    const first = row(before[0] ?? '');
    client.vendor.setFaults([{ operation, fault: answer([first], facts) }]);

    const { connectors, freshness } = await refresh(workspace);

    expect(freshness[cloud]).toMatchObject({ incomplete: true });
    expect(idsIn(connectors).toSorted()).toEqual(before.toSorted());
  });

  test('FLT-14 that is full and says nothing of more is read on', async () => {
    const workspace = await client.connect(`${cloud} full`);
    await client.wholeList(workspace);
    const thousand = Array.from({ length: 1000 }, (_nothing, at) => row(900_000 + at));
    client.vendor.setFaults([
      { operation, nth: 1, fault: answer(thousand) },
      { operation, nth: 2, fault: answer([row(990_000)]) },
      { operation: cloud === 'azure' ? 'A6' : 'W4', fault: { status: 503 } },
    ]);

    const { connectors, freshness } = await refresh(workspace);

    const ids = idsIn(connectors);
    expect(ids.filter((id) => id.startsWith('90'))).toHaveLength(1000);
    expect(ids).toContain('990000');
    expect(freshness[cloud].incomplete).toBe(false);
  });

  test('FLT-14 that names a connector twice may have passed another over', async () => {
    const workspace = await client.connect(`${cloud} twice`);
    const before = idsIn((await client.wholeList(workspace)).connectors);
    const all = before.slice(1).map((id) => row(id));
    client.vendor.setFaults([
      { operation, nth: 1, fault: answer([...all, ...all.slice(0, 1)], { hasNext: false }) },
    ]);

    const { connectors, freshness } = await refresh(workspace);

    expect(freshness[cloud].incomplete).toBe(true);
    expect(idsIn(connectors).toSorted()).toEqual(before.toSorted());
  });

  test('that has become narrower costs no connector which the gateway still knows', async () => {
    const workspace = await client.connect(`${cloud} narrower`);
    const before = idsIn((await client.wholeList(workspace)).connectors);
    client.vendor.setFaults([{ operation, fault: answer([row(before[0] ?? '')], { hasNext: false }) }]);

    const narrow = await refresh(workspace);
    const detail = cloud === 'azure' ? 'A6' : 'W4';
    const asked = client.calls(detail).length;
    await refresh(workspace);
    const askedAgain = client.calls(detail).length;
    client.vendor.clearFaults();
    const whole = await refresh(workspace);

    expect(narrow.freshness[cloud].incomplete).toBe(false);
    expect(idsIn(narrow.connectors).toSorted()).toEqual(before.toSorted());
    expect(asked).toBeGreaterThanOrEqual(before.length - 1);
    const marks = (connectors: typeof narrow.connectors) =>
      connectors.filter((one) => one.cloud === cloud && one.id !== before[0]).map((one) => one.unlisted);
    expect(new Set(marks(narrow.connectors)), 'said in the list').toEqual(new Set(['still-there']));
    expect(new Set(marks(whole.connectors)), 'until the list has it again').toEqual(new Set([undefined]));
    // Once in a while is enough.
    expect(askedAgain).toBe(asked);
  });

  test('without a connector that was deleted elsewhere has it removed once its detail is not found', async () => {
    const creating = creatingClient(client);
    const name = `Deleted elsewhere on ${cloud}`;
    const made = await (cloud === 'azure' ? creating.createAzure(name) : creating.onboardAws(name));
    const workspace = await client.connect(`${cloud} watcher`);
    await client.wholeList(workspace);
    const id = made.connectorId ?? '';
    const params = { workspace: client.workspace.id, cloud, id };
    const body = { idempotencyKey: crypto.randomUUID(), name };
    await client.ask(endpoints.deleteConnector, { params, body });

    const { connectors } = await refresh(workspace);

    expect(idsIn(connectors)).not.toContain(id);
  });

  test('of the disabled ones that was cut short leaves what was known, and says why', async () => {
    const workspace = await client.connect(`${cloud} disabled`);
    const before = await client.wholeList(workspace);
    const cut = answer([], { hasNext: false, numberOfElements: 5 });
    client.vendor.setFaults([{ operation, nth: 2, fault: cut }]);

    const { connectors, freshness } = await refresh(workspace);

    const enabledOf = (all: typeof connectors) => all.map((one) => [one.id, one.enabled]);
    expect(enabledOf(connectors)).toEqual(enabledOf(before.connectors));
    expect(freshness[cloud].failing?.problem.message).toContain('cut short');
  });

  test('FLT-14 cut short while a lost creation is looked for does not make it not created', async () => {
    const creating = creatingClient(client);
    const name = `Looked for on ${cloud}`;
    if (cloud === 'aws') await creating.testAws(name);
    client.vendor.setFaults([
      { operation: cloud === 'azure' ? 'A3' : 'W2', nth: 1, fault: { drop: 'after-commit' } },
      { operation, fault: answer([], { hasNext: false, numberOfElements: 5 }) },
    ]);

    const listed = client.calls(operation).length;
    const { id } = await (cloud === 'azure' ? creating.createAzure(name) : creating.createAws(name));
    // One asks for the name before, three looks would be enough for a creation that is absent, and one for a similar name.
    await eventually(
      async () => {
        await client.bff.lookNow();
        return client.calls(operation).length - listed;
      },
      (lists) => lists > 5,
    );
    const params = { workspace: client.workspace.id, operation: id };
    const meanwhile = await client.ask(endpoints.readOperation, { params });
    client.vendor.clearFaults();

    expect(meanwhile.state).toBe('unknown');
    expect(await client.settled({ id })).toMatchObject({ state: 'adopted' });
  });
});

test('FLT-14 groups and units are read on after a full page that says nothing of more', async () => {
  const here = { params: { workspace: client.workspace.id } };
  const { tenantId, applicationId } = sampleSpec;
  const names = Array.from({ length: 1000 }, (_nothing, at) => `Group ${at}`);
  const unit = (at: number) => ({ ouId: `ou-zar5-${at}`, ouName: `Unit ${at}`, ouPath: '/Root' });
  client.vendor.setFaults([
    { operation: 'A8', nth: 1, fault: answer(names) },
    { operation: 'A8', nth: 2, fault: answer(['The last one']) },
    { operation: 'W13', nth: 1, fault: answer(Array.from({ length: 1000 }, (_nothing, at) => unit(at))) },
    { operation: 'W13', nth: 2, fault: answer([unit(1000)]) },
  ]);

  const groups = await client.ask(endpoints.listManagementGroups, {
    ...here,
    body: { tenantId, applicationId },
  });
  const body = { connectorName: 'Full', rootId: 'r-zar5' };
  const units = await client.ask(endpoints.listOrganizationalUnits, { ...here, body });

  expect(groups.groups).toHaveLength(1001);
  expect(units.units).toHaveLength(1001);
  expect([groups.incomplete, units.incomplete]).toEqual([false, false]);
});

test('FLT-14 a member list that was cut short forgets no member that was seen before', async () => {
  const { connectors } = await client.wholeList();
  const id = connectors.find(({ cloud, members }) => cloud === 'azure' && (members ?? 0) > 1)?.id ?? '';
  const params = { workspace: client.workspace.id, cloud: 'azure', id };
  const read = () => client.ask(endpoints.listMembers, { params });
  const whole = await read();
  const cut = answer([{ id: whole.members[0]?.id ?? '', name: 'One' }], { hasNext: false, last: false });
  client.vendor.setFaults([{ operation: 'A14', fault: cut }]);

  const incomplete = await read();
  client.vendor.setFaults([{ operation: 'A14', fault: { status: 503 } }]);
  const last = await eventually(read, ({ source }) => source === 'snapshot');

  expect(incomplete).toMatchObject({ incomplete: true, source: 'gateway' });
  expect(last.members.map((member) => member.id).toSorted()).toEqual(
    whole.members.map((member) => member.id).toSorted(),
  );
});
