import { Connector, ConnectorSummary, Member } from '@console/console-contract';
import { createSimulator, type SimulatorOptions } from '@console/gateway-simulator';
import { expect, test, vi } from 'vitest';
import { Secret } from '../../ports/secret.ts';
import { accessTo, connect } from './test-bench/fake-gateway.ts';
import { gatewayErrorOf } from './test-bench/gateway-error-of.ts';
import { sampleSpec } from './test-bench/sample-spec.ts';

const clientSecret = 'client-secret-canary';
const azureSecret = new Secret('q9w8Q~example_only_not_a_real_secret_value');

/** The pretended vendor on a free port, and the adapter connected to it. */
async function startWorld(options: Partial<SimulatorOptions> = {}) {
  const simulator = createSimulator({
    clientId: 'client-1',
    clientSecret,
    settings: { pace: 0 },
    ...options,
  });
  const listening = await simulator.listen(0);
  const host = `127.0.0.1:${listening.port}`;
  const { gateway, gateways } = connect({ host, url: listening.url });
  return {
    gateway,
    gateways,
    url: listening.url,
    control: simulator.control,
    asked: (operation: string) =>
      simulator.control.journal().filter((entry) => entry.operation === operation),
    async [Symbol.asyncDispose]() {
      await gateways.close();
      await listening.close();
    },
  };
}

const { tenantId, applicationId } = sampleSpec;
const credentials = { tenantId, applicationId, secretValue: azureSecret };

test('an Azure tenant is tested, its groups listed, a connector created, run, found and deleted', async () => {
  await using world = await startWorld({ seed: 'empty' });
  const { gateway } = world;

  const { jobId } = await gateway.testAzure(credentials);
  expect(await gateway.readAzureTest(jobId)).toMatchObject({ state: 'succeeded', error: null });
  const groups = await gateway.listManagementGroups({ tenantId, applicationId });
  expect(groups.incomplete).toBe(false);
  expect(groups.rows).toContain('TestingManagementGroup');

  const created = Connector.parse(await gateway.createAzure(sampleSpec, azureSecret));
  expect(created).toMatchObject({ cloud: 'azure', name: 'Azure Org', runEvery: 1440, memberRunEvery: 2880 });
  expect(await gateway.findByName('azure', 'Azure Org')).toMatchObject([{ id: created.id }]);
  expect(await gateway.readAzureScope(created.id)).toEqual(sampleSpec.scope);

  expect(await gateway.runAzure([created.id])).toEqual({ marked: 1 });
  world.control.advance(600);
  const ran = Connector.parse(await gateway.readConnector('azure', created.id));
  expect(['succeeded', 'errors']).toContain(ran.state);
  const members = await gateway.listAzureMembers(created.id);
  expect(members.rows.length).toBeGreaterThan(0);
  for (const member of members.rows) Member.parse(member);

  await gateway.deleteConnector('azure', created.id);
  expect(await gatewayErrorOf(gateway.readConnector('azure', created.id))).toMatchObject({
    kind: 'not-found',
  });
});

test('both clouds of the demo world read into the console’s own contract', async () => {
  await using world = await startWorld();
  const { gateway } = world;
  for (const cloud of ['azure', 'aws'] as const) {
    const { rows, incomplete } = await gateway.listConnectors(cloud);
    expect(incomplete).toBe(false);
    expect(rows.length).toBe(await gateway.countFirstPage(cloud));
    const disabled = await gateway.listDisabledIds(cloud);
    expect(disabled.size).toBeLessThan(rows.length);
    for (const row of rows) {
      ConnectorSummary.parse({
        ...row,
        enabled: null,
        nextSync: null,
        newestError: null,
        newestCause: null,
        stateSince: '2026-01-01T00:00:00Z',
        tenantId: null,
      });
      const connector = Connector.parse(await gateway.readConnector(cloud, row.id));
      expect(connector.enabled).toBe(!disabled.has(row.id));
      await gateway.readLastJob(cloud, row.id);
    }
  }
});

test('members are attached, detached and offered their targets', async () => {
  await using world = await startWorld();
  const { gateway } = world;
  const { rows } = await gateway.listConnectors('azure');
  const home = rows.find(({ members, state }) => (members ?? 0) > 0 && state === 'succeeded');
  const member = (await gateway.listAzureMembers(home?.id ?? '')).rows[0];

  await gateway.detachAzureMembers([member?.id ?? '']);
  const left = await gateway.listAzureMembers(home?.id ?? '');
  expect(left.rows.map(({ id }) => id)).not.toContain(member?.id);

  const targets = await gateway.listAzureTargets(member?.id ?? '');
  expect(targets.rows.map(({ id }) => id)).toContain(home?.id);
  await gateway.attachAzureMember(member?.id ?? '', home?.id ?? '');
  const again = await gateway.listAzureMembers(home?.id ?? '');
  expect(again.rows.map(({ id }) => id)).toContain(member?.id);
});

test('a connector is switched off and on, whatever the answer says', async () => {
  await using world = await startWorld();
  const { gateway } = world;
  const disabled = await gateway.listDisabledIds('azure');
  const { rows } = await gateway.listConnectors('azure');
  const id = rows.find((row) => !disabled.has(row.id))?.id ?? '';

  await gateway.setAzureEnabled([id], false);
  expect((await gateway.readConnector('azure', id)).enabled).toBe(false);
  await gateway.setAzureEnabled([id], true);
  expect((await gateway.readConnector('azure', id)).enabled).toBe(true);
});

test('FLT-06 tokens that all expire in mid-session are replaced unseen', async () => {
  await using world = await startWorld();
  await world.gateway.listConnectors('azure');

  world.control.setSettings({ expireTokens: true });
  world.control.clearJournal();
  await Promise.all([world.gateway.listConnectors('azure'), world.gateway.listConnectors('aws')]);

  expect(world.asked('T1')).toHaveLength(1);
  expect(world.asked('A5').map(({ status }) => status)).toEqual([401, 200]);
});

test.each(['text', 'folded', 'quoted', 'json'] as const)(
  'FLT-08 a token written as %s opens the gateway',
  async (tokenForm) => {
    await using world = await startWorld({ settings: { tokenForm } });
    expect(await world.gateway.countFirstPage('azure')).toBeGreaterThan(0);
  },
);

test('a wrong client secret is refused as such', async () => {
  await using world = await startWorld();
  const stranger = world.gateways.of(accessTo(world.url, { workspaceId: 'other' }, 'not-the-secret'));

  expect(await gatewayErrorOf(stranger.mintToken())).toMatchObject({
    kind: 'credentials-refused',
    acted: 'no',
  });
});

test('a create whose answer is lost may have been done, is not repeated, and is found by its name', async () => {
  await using world = await startWorld({ seed: 'empty' });
  await world.gateway.testAzure(credentials);
  world.control.setFaults([{ operation: 'A3', nth: 1, fault: { drop: 'after-commit' } }]);

  expect(await gatewayErrorOf(world.gateway.createAzure(sampleSpec, azureSecret))).toMatchObject({
    acted: 'maybe',
  });

  expect(world.asked('A3')).toHaveLength(1);
  expect(await world.gateway.findByName('azure', sampleSpec.name)).toHaveLength(1);
});

test('FLT-10 the two kinds of 409 are told apart', async () => {
  await using world = await startWorld({ seed: 'empty' });
  await world.gateway.testAzure(credentials);
  await world.gateway.createAzure(sampleSpec, azureSecret);

  expect(await gatewayErrorOf(world.gateway.createAzure(sampleSpec, azureSecret))).toMatchObject({
    kind: 'conflict',
    acted: 'no',
  });
  world.control.setSettings({ rateLimit: { limit: 1, windowSeconds: 60 } });
  const error = await gatewayErrorOf(world.gateway.createAzure(sampleSpec, azureSecret));
  expect(error).toMatchObject({ kind: 'rate-limited', acted: 'no' });
  expect(error.retryAfterSeconds).toBeGreaterThan(0);
});

test('a licence that is used up and a tenant secret that is refused are told as such', async () => {
  await using world = await startWorld({ seed: 'empty', settings: { pace: 0, licenceLimit: 0 } });
  await world.gateway.testAzure(credentials);

  expect(await gatewayErrorOf(world.gateway.createAzure(sampleSpec, azureSecret))).toMatchObject({
    kind: 'licence',
  });
  const refused = { ...credentials, secretValue: new Secret('refused~canary') };
  expect(await gatewayErrorOf(world.gateway.testAzure(refused))).toMatchObject({
    kind: 'gateway-or-cloud-refused',
  });
});

test.each(['truncate', 'html', 'empty', 'null', 'ndjson', 'no-content'] as const)(
  'FLT-12 a create whose answer arrives as %s may have been done',
  async (mutate) => {
    await using world = await startWorld({ seed: 'empty' });
    await world.gateway.testAzure(credentials);
    world.control.setFaults([{ operation: 'A3', fault: { mutate } }]);

    expect(await gatewayErrorOf(world.gateway.createAzure(sampleSpec, azureSecret))).toMatchObject({
      kind: 'unreadable',
      acted: 'maybe',
    });
    expect(await world.gateway.findByName('azure', sampleSpec.name)).toHaveLength(1);
  },
);

test('the budget of the demo vendor is told', async () => {
  await using world = await startWorld();
  const reported = vi.fn();
  world.gateways.keepWithin({ take: async () => 0, reported });

  await world.gateway.listConnectors('azure');

  expect(reported).toHaveBeenCalledWith(expect.any(String), 'A5', {
    budget: { limit: 2_000, remaining: 1_999, windowSeconds: 3_600 },
    atOnce: 10,
    waitSeconds: null,
  });
});

test('the units of an organization form one tree under its root', async () => {
  await using world = await startWorld();
  const { rows } = await world.gateway.listConnectors('aws');
  const organization = rows.find(({ organizationId }) => organizationId?.startsWith('r-'));
  const { name = '', organizationId } = organization ?? {};

  const units = await world.gateway.listOrganizationalUnits(name, organizationId ?? '');

  expect(units.incomplete).toBe(false);
  expect(units.rows[0]).toMatchObject({ id: organizationId, path: '' });
  const places = new Set(units.rows.map((unit) => `${unit.path}/${unit.name}`));
  for (const unit of units.rows.slice(1)) expect(places).toContain(unit.path);
});
