import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleAwsSpec,
  sampleExternalIds,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';
import { creatingClient } from '../test-bench/creating-client.ts';

let client: ConnectedConsole;
let creating: ReturnType<typeof creatingClient>;
beforeAll(async () => {
  client = await startConnected();
  creating = creatingClient(client);
  await client.wholeList();
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

type Cloud = 'azure' | 'aws';
const here = () => ({ params: { workspace: client.workspace.id } });
const at = (cloud: Cloud, id: string | null) => ({
  params: { workspace: client.workspace.id, cloud, id: id ?? '' },
});
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const list = async () => (await client.ask(endpoints.listConnectors, here())).connectors;
const rowOf = async (id: string | null) => (await list()).find((connector) => connector.id === id);
async function created(cloud: Cloud, name: string): Promise<string> {
  const operation = await (cloud === 'aws' ? creating.onboardAws(name) : creating.createAzure(name));
  return operation.connectorId ?? '';
}

describe('an AWS organization', () => {
  test('is tested, created, found by its name and confirmed, with what only the console knows', async () => {
    expect(await creating.testAws('Organization')).toMatchObject({ state: 'succeeded', problem: null });
    const { units } = await client.ask(endpoints.listOrganizationalUnits, {
      ...here(),
      body: { connectorName: 'Organization', rootId: sampleAwsSpec.rootId },
    });
    expect(units[0]).toMatchObject({ id: sampleAwsSpec.rootId, path: '' });

    const operation = await creating.createAws('Organization');

    expect(operation).toMatchObject({ state: 'succeeded', cloud: 'aws', connectorId: expect.any(String) });
    expect(await rowOf(operation.connectorId)).toMatchObject({ name: 'Organization', cloud: 'aws' });
    const { connector } = await client.ask(endpoints.readConnector, at('aws', operation.connectorId));
    expect(connector).toMatchObject({
      roleArn: sampleAwsSpec.roleArn,
      scope: sampleAwsSpec.scope,
      baseAccountId: sampleAwsSpec.baseAccountId,
    });
  });

  test('that AWS refuses to the test says so in AWS’s words and with a cause, and nothing is created', async () => {
    const roleArn = 'arn:aws:iam::123456789012:role/denied';

    const answer = await creating.testAws('Refused', { roleArn });

    expect(answer).toMatchObject({
      state: 'failed',
      problem: { code: 'gateway-or-cloud-refused', detail: expect.stringContaining('AssumeRole') },
    });
  });

  test('cannot be created without a test, and the operation says why', async () => {
    expect(await creating.createAws('Never tested')).toMatchObject({
      state: 'failed',
      problem: { code: 'gateway-rejected' },
    });
  });

  test('tells what its units are called, once their tree was read', async () => {
    await creating.testAws('Named units');
    const scope = { included: ['ou-zar5-12hpzogk', '210987654321'], excluded: ['ou-zar5-longgone'] };
    const { connectorId } = await creating.createAws('Named units', { scope });
    await client.bff.database.db.execute(sql`delete from organization_trees`);
    const before = await client.ask(endpoints.readScope, at('aws', connectorId));

    const body = { connectorName: 'Named units', rootId: sampleAwsSpec.rootId };
    const { units } = await client.ask(endpoints.listOrganizationalUnits, { ...here(), body });
    await client.ask(endpoints.listOrganizationalUnits, { ...here(), body });

    const after = await client.ask(endpoints.readScope, at('aws', connectorId));
    expect(before).toMatchObject({ scope, units: [] });
    expect(after).toMatchObject({ scope, units: units.filter(({ id }) => id === 'ou-zar5-12hpzogk') });
    expect(after.units).toHaveLength(1);
    const query = { connector: connectorId ?? '' };
    const { entries } = await client.ask(endpoints.listActivity, { ...here(), query });
    const reported = entries[0]?.changes.find(({ field }) => field === 'scope.included');
    expect(reported?.after?.split(', ')).toContain(`${after.units[0]?.name} (ou-zar5-12hpzogk)`);
  });

  test('whose scope has the short id of the vendor’s document is told the unit’s name all the same', async () => {
    await creating.testAws('Short ids');
    const scope = { included: ['ou-12hpzogk'], excluded: [] };
    const { connectorId } = await creating.createAws('Short ids', { scope });
    const body = { connectorName: 'Short ids', rootId: sampleAwsSpec.rootId };
    await client.ask(endpoints.listOrganizationalUnits, { ...here(), body });

    const { units } = await client.ask(endpoints.readScope, at('aws', connectorId));

    expect(units).toMatchObject([{ id: 'ou-zar5-12hpzogk' }]);
  });

  test('whose units are listed once more and cut short is told the names of those that the list leaves out', async () => {
    await creating.testAws('Cut units');
    const scope = { included: ['ou-zar5-12hpzogk'], excluded: [] };
    const { connectorId } = await creating.createAws('Cut units', { scope });
    const body = { connectorName: 'Cut units', rootId: sampleAwsSpec.rootId };
    await client.ask(endpoints.listOrganizationalUnits, { ...here(), body });
    const content = [{ ouId: 'ou-zar5-99999999', ouName: 'Another', ouPath: '/Root/Another' }];
    const cut = { status: 200, body: { content, hasNext: false, numberOfElements: 5 } };
    client.vendor.setFaults([{ operation: 'W13', fault: cut }]);

    const { incomplete } = await client.ask(endpoints.listOrganizationalUnits, { ...here(), body });
    const { units } = await client.ask(endpoints.readScope, at('aws', connectorId));

    expect(incomplete).toBe(true);
    expect(units).toMatchObject([{ id: 'ou-zar5-12hpzogk' }]);
  });

  test('that was accepted and never appears is a person’s to decide, not absent', async () => {
    await creating.testAws('Swallowed');
    client.vendor.setFaults([{ operation: 'W2', fault: { status: 200, body: { name: 'Swallowed' } } }]);

    const operation = await creating.settled(await client.hurried(creating.createAws('Swallowed')));

    expect(operation).toMatchObject({ state: 'needs-review', problem: { code: 'outcome-unknown' } });
    expect(client.calls('W2')).toHaveLength(1);
  });

  test('FLT-03 whose answer is lost is found by its name and adopted, and was sent once', async () => {
    await creating.testAws('Lost organization');
    client.vendor.setFaults([{ operation: 'W2', fault: { drop: 'after-commit' } }]);

    const operation = await creating.settled(await creating.createAws('Lost organization'));

    expect(operation).toMatchObject({ state: 'adopted', connectorId: expect.any(String) });
    expect(client.calls('W2')).toHaveLength(1);
  });

  test('keeps its external ids out of every row and log line', async () => {
    await creating.testAws('Sealed');
    await creating.createAws('Sealed');

    const { db } = client.bff.database;
    const tables = ['operations', 'activity', 'connectors', 'entered_specs', 'drafts'];
    const dumps = await Promise.all(
      tables.map((table) => db.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`)),
    );
    const text = JSON.stringify(dumps.map(({ rows }) => rows)) + client.bff.logs();
    expect(text).toContain('Sealed');
    expect(text).not.toContain(sampleExternalIds.externalId);
    expect(text).not.toContain(sampleExternalIds.memberExternalId);
  });
});

describe.each(['azure', 'aws'] as const)('a connector of %s', (cloud) => {
  test('is run, disabled and enabled, and the list follows', async () => {
    const id = await created(cloud, `Switched ${cloud}`);

    const run = await client.ask(endpoints.runConnector, { ...at(cloud, id), body: key() });
    const disabled = await client.ask(endpoints.disableConnector, { ...at(cloud, id), body: key() });

    expect(run).toMatchObject({ state: 'succeeded', kind: 'run-connector' });
    expect(disabled).toMatchObject({ state: 'succeeded', kind: 'disable-connector' });
    expect(await rowOf(id)).toMatchObject({ enabled: false });
    await client.ask(endpoints.enableConnector, { ...at(cloud, id), body: key() });
    expect(await rowOf(id)).toMatchObject({ enabled: true });
  });

  test('shows its scope: as the gateway tells it on Azure, as it was chosen here on AWS', async () => {
    const id = await created(cloud, `Scoped ${cloud}`);

    const { scope } = await client.ask(endpoints.readScope, at(cloud, id));

    expect(scope).toEqual(cloud === 'azure' ? sampleSpec.scope : sampleAwsSpec.scope);
    if (cloud === 'azure') expect(client.calls('A9')).toHaveLength(1);
  });

  test('FLT-16 that is enabled already is enabled again without complaint', async () => {
    const id = await created(cloud, `Enabled ${cloud}`);

    const enabled = await client.ask(endpoints.enableConnector, { ...at(cloud, id), body: key() });

    expect(enabled).toMatchObject({ state: 'succeeded' });
  });

  test('is deleted by its name only, leaves the list at once and stays gone while the gateway lags', async () => {
    const id = await created(cloud, `Deleted ${cloud}`);
    expect(await client.ask(endpoints.readDeletion, at(cloud, id))).toMatchObject({
      name: `Deleted ${cloud}`,
      running: expect.any(Boolean),
    });

    const refused = await client.refused(endpoints.deleteConnector, {
      ...at(cloud, id),
      body: { ...key(), name: 'Another' },
    });
    const deleted = await client.ask(endpoints.deleteConnector, {
      ...at(cloud, id),
      body: { ...key(), name: `Deleted ${cloud}` },
    });

    expect(refused).toMatchObject({ status: 409, code: 'conflict' });
    expect(deleted).toMatchObject({ state: 'succeeded', kind: 'delete-connector' });
    expect(await rowOf(id)).toBeUndefined();
    expect(client.calls(cloud === 'azure' ? 'A16' : 'W9')).toHaveLength(1);
  });

  test('REL-19 is not deleted with a key that was used for another request', async () => {
    const first = await created(cloud, `Keyed first ${cloud}`);
    const second = await created(cloud, `Keyed second ${cloud}`);
    const once = key();
    await client.ask(endpoints.deleteConnector, {
      ...at(cloud, first),
      body: { ...once, name: `Keyed first ${cloud}` },
    });

    const again = await client.ask(endpoints.deleteConnector, {
      ...at(cloud, first),
      body: { ...once, name: `Keyed first ${cloud}` },
    });
    const refused = await client.refused(endpoints.deleteConnector, {
      ...at(cloud, second),
      body: { ...once, name: `Keyed second ${cloud}` },
    });

    expect(again.state).toBe('succeeded');
    expect(refused).toMatchObject({ status: 422, code: 'key-in-use' });
    expect(await rowOf(second)).toBeDefined();
  });

  test('REL-17 is not deleted by a name that is only remembered while the gateway does not answer', async () => {
    const id = await created(cloud, `Remembered ${cloud}`);
    client.vendor.setFaults([{ operation: cloud === 'azure' ? 'A6' : 'W4', fault: { status: 503 } }]);

    const refused = await client.refused(endpoints.deleteConnector, {
      ...at(cloud, id),
      body: { ...key(), name: `Remembered ${cloud}` },
    });

    expect(refused).toMatchObject({ status: 502, code: 'gateway-unavailable' });
    expect(client.calls(cloud === 'azure' ? 'A16' : 'W9')).toHaveLength(0);
  });

  test('FLT-16 that is gone already when it is deleted counts as deleted', async () => {
    const id = await created(cloud, `Gone ${cloud}`);
    client.vendor.setFaults([
      { operation: cloud === 'azure' ? 'A16' : 'W9', fault: { status: 404, afterCommit: true } },
    ]);

    const deleted = await client.ask(endpoints.deleteConnector, {
      ...at(cloud, id),
      body: { ...key(), name: `Gone ${cloud}` },
    });

    expect(deleted).toMatchObject({ state: 'succeeded', problem: null });
  });

  test('whose deletion gets no answer is looked for until it is known', async () => {
    const id = await created(cloud, `Dropped ${cloud}`);
    client.vendor.setFaults([{ operation: cloud === 'azure' ? 'A16' : 'W9', fault: { drop: 'before' } }]);

    const lost = await client.ask(endpoints.deleteConnector, {
      ...at(cloud, id),
      body: { ...key(), name: `Dropped ${cloud}` },
    });

    expect(lost.state).toBe('unknown');
    expect(await creating.settled(lost)).toMatchObject({
      state: 'absent',
      problem: { code: 'gateway-rejected' },
    });
    expect(await rowOf(id)).toBeDefined();
  });

  test('REL-20 takes one change at a time: a run while its deletion is open is refused and names it', async () => {
    const id = await created(cloud, `Busy ${cloud}`);
    client.vendor.setFaults([{ operation: cloud === 'azure' ? 'A16' : 'W9', fault: { drop: 'before' } }]);
    const deletion = await client.ask(endpoints.deleteConnector, {
      ...at(cloud, id),
      body: { ...key(), name: `Busy ${cloud}` },
    });

    const refused = await client.refused(endpoints.runConnector, { ...at(cloud, id), body: key() });

    expect(refused).toMatchObject({ status: 409, code: 'conflict' });
    expect(refused.message).toContain('Ada');
    expect(client.calls(cloud === 'azure' ? 'A7' : 'W6')).toHaveLength(0);
    await creating.settled(deletion);
  });
});

describe('members', () => {
  test('of Azure are detached and attached again, believed only when the gateway lists them so', async () => {
    const id = await created('azure', 'With members');
    await client.ask(endpoints.runConnector, { ...at('azure', id), body: key() });
    const read = () => client.ask(endpoints.listMembers, at('azure', id));
    const { members } = await eventually(read, (answer) => answer.members.length > 0);
    const member = members[0]?.id ?? '';

    const detached = await client.ask(endpoints.detachMembers, {
      ...at('azure', id),
      body: { ...key(), members: [member] },
    });
    const without = (await read()).members.filter(({ attached }) => attached !== false);
    const { targets } = await client.ask(endpoints.listMemberTargets, {
      params: { workspace: client.workspace.id, cloud: 'azure', member },
    });
    const attached = await client.ask(endpoints.attachMember, {
      ...at('azure', id),
      body: { ...key(), member },
    });

    expect(detached).toMatchObject({ state: 'succeeded', kind: 'detach-members' });
    expect(without.map((row) => row.id)).not.toContain(member);
    expect(targets.map((target) => target.id)).toContain(id);
    expect(attached).toMatchObject({ state: 'succeeded', kind: 'attach-member' });
    expect((await read()).members.find((row) => row.id === member)).toMatchObject({ attached: true });
  });

  test('of AWS are those that answers named, marked as possibly incomplete', async () => {
    const other = await created('aws', 'Gives its members away');
    await client.ask(endpoints.runConnector, { ...at('aws', other), body: key() });
    const detachedUuid =
      client.vendor.members().find(({ connectorId }) => String(connectorId) === other)?.uuid ?? '';
    await client.ask(endpoints.deleteConnector, {
      ...at('aws', other),
      body: { ...key(), name: 'Gives its members away' },
    });
    const id = await created('aws', 'With seen members');
    const before = await client.ask(endpoints.listMembers, at('aws', id));

    const attached = await client.ask(endpoints.attachMember, {
      ...at('aws', id),
      body: { ...key(), member: detachedUuid },
    });

    expect(before).toMatchObject({ members: [], incomplete: true });
    expect(attached).toMatchObject({ state: 'succeeded' });
    const after = await client.ask(endpoints.listMembers, at('aws', id));
    expect(after).toMatchObject({ members: [{ uuid: detachedUuid, attached: true }], incomplete: true });
    const member = after.members[0]?.id ?? '';
    const detached = await client.ask(endpoints.detachMembers, {
      ...at('aws', id),
      body: { ...key(), members: [member] },
    });
    expect(detached).toMatchObject({ state: 'succeeded' });
    expect((await client.ask(endpoints.listMembers, at('aws', id))).members).toMatchObject([
      { id: member, attached: false },
    ]);
  });
});

test('a creation is open for all users, under its name and the draft that it is made from', async () => {
  const draftId = crypto.randomUUID();
  client.vendor.setFaults([{ operation: 'A3', fault: { drop: 'after-commit' } }]);

  const asked = await client.ask(endpoints.createAzureConnector, {
    ...here(),
    body: {
      ...key(),
      spec: { ...sampleSpec, name: 'Being made' },
      secretValue: sampleSecret,
      runNow: false,
      draftId,
    },
  });
  const { changes } = await client.ask(endpoints.listOpenChanges, here());
  client.vendor.clearFaults();
  await creating.settled(asked);

  expect(changes).toEqual([
    {
      operation: asked.id,
      kind: 'create-connector',
      cloud: 'azure',
      connectorId: null,
      connectorName: 'Being made',
      draft: draftId,
      requestedBy: 'Ada',
    },
  ]);
});
