import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../../test-bench/connected-console.ts';
import { editingClient, vendorBodies } from '../../test-bench/editing-client.ts';

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

const read = async (cloud: 'azure' | 'aws', id: string) =>
  (await client.ask(endpoints.readConnector, { params: { workspace: client.workspace.id, cloud, id } }))
    .connector;
const sent = (operation: string) => client.calls(operation).at(-1)?.body;
const requestOf = async (id: string) => {
  const { rows } = await client.bff.database.db.execute(sql`select request from operations where id = ${id}`);
  return rows[0]?.['request'];
};

describe('an Azure connector', () => {
  test('is edited, read back, and recorded with what it was before', async () => {
    const { id } = await editing.makeAzure('Edited');
    const opened = await editing.openAzure(id);
    expect(opened).toMatchObject({ unknown: [], secretKept: false, values: { tenantName: 'Tenant name' } });

    const operation = await editing.saveAzure(opened, { description: 'New words', runEveryDays: 3 });

    expect(operation).toMatchObject({ kind: 'edit-connector', state: 'succeeded', connectorName: 'Edited' });
    expect(await read('azure', id)).toMatchObject({ description: 'New words', runEvery: 3 * 1440 });
    expect(await requestOf(operation.id)).toMatchObject({
      before: { description: 'azure org connector description', runEveryDays: 1 },
      spec: { description: 'New words', runEveryDays: 3 },
    });
  });

  test('keeps its tenant, its name and its prefix: an edit that changes one is refused with the reason', async () => {
    const { id } = await editing.makeAzure('Locked');
    const opened = await editing.openAzure(id);
    expect(Object.keys(opened.locked)).toEqual([
      'name',
      'tenantId',
      'tenantName',
      'applicationId',
      'memberPrefix',
    ]);

    const asked = editing.azureEdit(opened, { name: 'Renamed', memberPrefix: 'other' });
    const refused = await client.refused(endpoints.editAzureConnector, asked);

    expect(refused).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(refused.fields).toEqual({
      'spec.name': opened.locked['name'],
      'spec.memberPrefix': opened.locked['memberPrefix'],
    });
    expect(client.calls('A4')).toHaveLength(0);
  });

  test('REL-18 keeps what no form shows: tags of apps, CloudView, identifiers', async () => {
    const { id } = await editing.makeAzure('With more than we show');
    await editing.atVendor('azure', id, vendorBodies.azure('With more than we show'));

    const operation = await editing.saveAzure(await editing.openAzure(id), { description: 'Other words' });

    expect(operation.state).toBe('succeeded');
    expect(sent('A4')).toMatchObject({
      description: 'Other words',
      autoActivateCV: true,
      connectorAppInfos: [{ name: 'AI', tagId: 7001 }, { name: 'CI' }, { name: 'CSA' }],
    });
  });

  test('REL-17 that was changed since it was opened is left as it is, and nothing is sent', async () => {
    const { id } = await editing.makeAzure('Contested');
    const opened = await editing.openAzure(id);
    await editing.atVendor('azure', id, { ...vendorBodies.azure('Contested'), description: 'Theirs' });
    client.vendor.clearJournal();

    const operation = await editing.saveAzure(opened, { description: 'Ours' });

    expect(operation).toMatchObject({ state: 'failed', problem: { code: 'conflict' } });
    expect(client.calls('A4')).toHaveLength(0);
    expect(await editing.openAzure(id)).toMatchObject({ values: { description: 'Theirs' } });
  });

  test('whose edit got no answer is read until it is known: done, or not', async () => {
    const { id } = await editing.makeAzure('Unanswered');
    client.vendor.setFaults([{ operation: 'A4', nth: 1, fault: { drop: 'after-commit' } }]);
    const done = await editing.saveAzure(await editing.openAzure(id), { description: 'Second' });
    expect(await editing.settled(done)).toMatchObject({ state: 'adopted' });
    expect(await read('azure', id)).toMatchObject({ description: 'Second' });

    client.vendor.setFaults([{ operation: 'A4', nth: 1, fault: { drop: 'before' } }]);
    const lost = await editing.saveAzure(await editing.openAzure(id), { description: 'Third' });
    expect(await editing.settled(lost)).toMatchObject({
      state: 'absent',
      problem: { code: 'gateway-rejected' },
    });
    expect(await read('azure', id)).toMatchObject({ description: 'Second' });
  });

  test('whose edit the gateway only claims to have made is a person’s to look at', async () => {
    const { id } = await editing.makeAzure('Claimed');
    const body = { id: Number(id), name: 'Claimed' };
    client.vendor.setFaults([{ operation: 'A4', fault: { status: 200, body } }]);

    const opened = await editing.openAzure(id);
    const operation = await client.hurried(editing.saveAzure(opened, { description: 'Never arrives' }));

    expect(operation.state).toBe('unknown');
    expect(await editing.settled(operation)).toMatchObject({ state: 'needs-review' });
    expect(client.calls('A4')).toHaveLength(1);
  });
});

describe('an AWS connector', () => {
  test('is edited with what only the console knows of it, and read back', async () => {
    const { id } = await editing.makeAws('Edited organization');
    const opened = await editing.openAws(id);
    expect(opened).toMatchObject({ unknown: [], externalIdsKept: true });

    const scope = { included: ['ou-zar5-12hpzogk'], excluded: ['123456789012'] };
    const operation = await editing.saveAws(opened, { scope, runEveryHours: 6 });

    expect(operation).toMatchObject({ state: 'succeeded' });
    expect(await read('aws', id)).toMatchObject({ scope, runEvery: 360 });
    expect(sent('W5')).toMatchObject({
      arn: opened.values.roleArn,
      isGovCloudConfigured: false,
      connectorPrefixName: opened.values.memberPrefix,
    });
  });

  test('REL-17 whose scope a colleague changed here is not overwritten, though the gateway never tells scopes', async () => {
    const { id } = await editing.makeAws('Contested organization');
    const [ada, grace] = [await editing.openAws(id), await editing.openAws(id)];

    const first = await editing.saveAws(ada, { scope: { included: ['123456789012'], excluded: [] } });
    const second = await editing.saveAws(grace, { scope: { included: ['210987654321'], excluded: [] } });

    expect(first).toMatchObject({ state: 'succeeded' });
    expect(second).toMatchObject({ state: 'failed', problem: { code: 'conflict' } });
    expect(client.calls('W5')).toHaveLength(1);
    expect((await editing.openAws(id)).values.scope?.included).toEqual(['123456789012']);
  });

  test('REL-17 that was changed elsewhere since it was opened is left as it is', async () => {
    const { id } = await editing.makeAws('Changed elsewhere');
    const opened = await editing.openAws(id);
    await editing.atVendor('aws', id, vendorBodies.aws('Changed elsewhere'));
    client.vendor.clearJournal();

    expect(await editing.saveAws(opened, { remediation: true })).toMatchObject({
      state: 'failed',
      problem: { code: 'conflict' },
    });
    expect(client.calls('W5')).toHaveLength(0);
  });

  test('REL-18 keeps identifiers and a frequency between two hours as they are', async () => {
    const { id } = await editing.makeAws('Kept organization');
    await editing.atVendor('aws', id, vendorBodies.aws('Kept organization'));

    const operation = await editing.saveAws(await editing.openAws(id), { remediation: true });

    expect(operation).toMatchObject({ state: 'succeeded' });
    expect(sent('W5')).toMatchObject({
      isRemediationEnabled: true,
      orgRunFrequency: { hours: 1, minutes: 30 },
      connectorAppInfos: [{ name: 'AI', identifier: 'chosen-elsewhere' }],
    });
  });

  test('whose unanswered edit reading can tell is adopted; one it cannot tell is a person’s to repeat', async () => {
    const { id } = await editing.makeAws('Unanswered organization');
    client.vendor.setFaults([{ operation: 'W5', from: 1, fault: { drop: 'after-commit' } }]);

    const reported = await editing.saveAws(await editing.openAws(id), { runEveryHours: 8 });
    expect(await editing.settled(reported)).toMatchObject({ state: 'adopted' });

    const scope = { included: ['123456789012'], excluded: [] };
    const unreported = await editing.saveAws(await editing.openAws(id), { scope });
    expect(await editing.settled(unreported)).toMatchObject({
      state: 'needs-review',
      problem: { code: 'outcome-unknown' },
    });
    expect(client.calls('W5')).toHaveLength(2);
  });

  test('is edited once however often the same request comes', async () => {
    const { id } = await editing.makeAws('Edited once');
    const asked = editing.awsEdit(await editing.openAws(id), { remediation: true });

    const [one, two] = await Promise.all([
      client.ask(endpoints.editAwsConnector, asked),
      client.ask(endpoints.editAwsConnector, asked),
    ]);
    const again = await client.ask(endpoints.editAwsConnector, asked);

    expect(two.id).toBe(one.id);
    expect(again).toMatchObject({ id: one.id, state: 'succeeded' });
    expect(client.calls('W5')).toHaveLength(1);
  });
});

describe('an AWS connector that was not created here', () => {
  test('asks for what neither the gateway nor the console knows, and never sends it blank', async () => {
    await using demo = await startConnected({ seed: 'demo' });
    const seeded = editingClient(demo);
    const { connectors } = await demo.wholeList();
    const id = connectors.find(({ name }) => name === 'Coho Vineyard')?.id ?? '';

    const opened = await seeded.openAws(id);
    const asked = seeded.awsEdit(opened, { remediation: true, runEveryHours: 6 });
    const refused = await demo.refused(endpoints.editAwsConnector, asked);
    const externalIds = { externalId: 'canary-new-4473', memberExternalId: 'canary-new-4474' };
    const operation = await demo.ask(endpoints.editAwsConnector, {
      ...asked,
      body: { ...asked.body, ...externalIds },
    });

    expect(opened).toMatchObject({ externalIdsKept: false, values: { rootId: 'r-zar5', roleArn: null } });
    expect(opened.unknown.toSorted()).toEqual([
      'activateVm',
      'allPostureRegions',
      'allRegions',
      'baseAccountId',
      'partition',
      'roleArn',
      'scope',
    ]);
    expect(refused).toMatchObject({ status: 422, code: 'secret-needed' });
    expect(Object.keys(refused.fields ?? {})).toEqual(['externalId', 'memberExternalId']);
    expect(operation).toMatchObject({ state: 'succeeded' });
    expect(demo.calls('W5')).toHaveLength(1);
    const body = demo.calls('W5')[0]?.body ?? {};
    expect(Object.values(body)).not.toContain('');
    expect(await seeded.openAws(id)).toMatchObject({ unknown: [], externalIdsKept: true });
  });
});
