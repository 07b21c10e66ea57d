import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  await client.wholeList();
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });

/** As if everything had been asked for so long ago. */
const age = async (hours: number) => {
  const { db } = client.bff.database;
  for (const table of ['operations', 'bulks']) {
    await db.execute(
      sql`update ${sql.identifier(table)} set requested_at = now() - make_interval(mins => ${hours * 60})`,
    );
  }
};

test('REL-19 a key stands for its request for a day; after that it is refused, and nothing is created a second time', async () => {
  const spec = { ...sampleSpec, name: 'Once' };
  const rest = { secretValue: sampleSecret, runNow: false, draftId: null };
  const create = { ...here(), body: { idempotencyKey: crypto.randomUUID(), spec, ...rest } };
  const created = await client.ask(endpoints.createAzureConnector, create);

  await age(23.9);
  const within = await client.ask(endpoints.createAzureConnector, create);
  await age(24.1);
  const refused = await client.refused(endpoints.createAzureConnector, create);

  expect(within).toMatchObject({ id: created.id, state: 'succeeded' });
  expect(refused).toMatchObject({ status: 422, code: 'key-in-use' });
  expect(refused.message).toContain('more than a day ago');
  expect(refused.next).toContain('new key');
  expect(client.calls('A3')).toHaveLength(1);
});

test('REL-19 so does the key of a bulk', async () => {
  const { connectors } = await client.ask(endpoints.listConnectors, here());
  const chosen = connectors.filter(({ cloud, enabled }) => cloud === 'aws' && enabled).slice(0, 2);
  const asked = {
    ...here(),
    body: {
      idempotencyKey: crypto.randomUUID(),
      kind: 'run-connectors' as const,
      connectors: chosen.map(({ cloud, id }) => ({ cloud, id })),
    },
  };
  const bulk = await client.ask(endpoints.startBulk, asked);

  await age(23.9);
  expect((await client.ask(endpoints.startBulk, asked)).id).toBe(bulk.id);
  await age(24.1);
  expect(await client.refused(endpoints.startBulk, asked)).toMatchObject({ status: 422, code: 'key-in-use' });
});
