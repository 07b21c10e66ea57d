import { type Connector, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleSpec,
  startConnected,
} from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
let workspace: string;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  workspace = client.workspace.id;
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

/** What Postgres does not take: a NUL, and half of a character that consists of two. */
const broken = String.raw`left\u0000right\ud800`;
const kept = 'left\uFFFDright\uFFFD';

function answersWith(operation: string, bodyText: string, status = 200): void {
  client.vendor.setFaults([{ operation, fault: { status, bodyText } }]);
}

async function someConnector(cloud: Connector['cloud']) {
  const { connectors } = await client.ask(endpoints.listConnectors, { params: { workspace } });
  const found = connectors.find((connector) => connector.cloud === cloud && connector.enabled === true);
  if (found === undefined) throw new Error('The demo world has no such connector.');
  return { params: { workspace, cloud, id: found.id } };
}

test('FLT-13 units and groups with broken characters are listed, and none of them goes by the id of another', async () => {
  const units = { params: { workspace }, body: { connectorName: 'Contoso', rootId: 'r-zar5' } };
  const { tenantId, applicationId } = sampleSpec;
  answersWith(
    'W13',
    `{"content":[{"ouId":"${broken}","ouName":"Root\\u0000","ouPath":"/A\\u0000/B"}],"hasNext":false}`,
  );
  expect(await client.ask(endpoints.listOrganizationalUnits, units)).toEqual({
    units: [{ id: kept, name: 'Root', path: '/A/B' }],
    incomplete: false,
  });

  answersWith('A8', `{"content":["${broken}","whole"],"hasNext":false}`);
  const groups = { params: { workspace }, body: { tenantId, applicationId } };
  expect(await client.ask(endpoints.listManagementGroups, groups)).toEqual({
    groups: [kept, 'whole'],
    alike: [],
    incomplete: false,
  });
});

test.each(['azure', 'aws'] as const)(
  'FLT-13 a connector of %s whose scope has broken characters is read, and its scope names nothing else',
  async (cloud) => {
    const connector = await someConnector(cloud);
    const { id } = connector.params;
    const detail = `{"id":${id},"name":"Odd","includedMem":["${broken}"],"excludedMem":["\\u0000"],"defaultTagIds":["${broken}"]}`;
    const scope = { included: [kept], excluded: ['\uFFFD'] };
    answersWith(cloud === 'azure' ? 'A6' : 'W4', detail);

    const read = await client.ask(endpoints.readConnector, connector);
    const remembered = await client.bff.database.db.execute<{ scope: unknown }>(
      sql`select detail -> 'scope' as scope from connectors where id = ${id}`,
    );

    expect(read).toMatchObject({ source: 'gateway', connector: { scope, tagIds: [kept] } });
    expect(remembered.rows).toEqual([{ scope }]);
  },
);

test('FLT-13 the scope of Azure (A9) with broken characters names nothing else', async () => {
  answersWith('A9', `{"includedMembers":["${broken}"],"excludedMembers":[]}`);
  const { scope } = await client.ask(endpoints.readScope, await someConnector('azure'));
  expect(scope).toEqual({ included: [kept], excluded: [] });
});

test.each([
  ['halves of characters', `{"message":"${broken}"}`],
  [
    'a character of two halves where the message is cut',
    JSON.stringify({ message: `${'x'.repeat(298)}😀😀` }),
  ],
])('FLT-13 a refusal whose words hold %s is a refusal, and needs no review', async (_what, words) => {
  const run = { ...(await someConnector('azure')), body: { idempotencyKey: crypto.randomUUID() } };
  answersWith('A7', words, 400);

  const asked = await client.ask(endpoints.runConnector, run);
  const params = { workspace, operation: asked.id };
  const settled = await eventually(
    () => client.ask(endpoints.readOperation, { params }),
    ({ settledAt }) => settledAt !== null,
  );

  expect(settled).toMatchObject({ state: 'failed', problem: { code: 'gateway-rejected' } });
  expect(settled.problem?.detail?.isWellFormed()).toBe(true);
});
