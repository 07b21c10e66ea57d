import { type BulkKind, type Cloud, endpoints } from '@console/console-contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  answerUntilReleased,
  type ConnectedConsole,
  eventually,
  startConnected,
} from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  // Jobs stand still until a test lets time pass.
  client = await startConnected({ seed: 'demo', simulated: { pace: 100 } });
  await client.wholeList();
});
afterEach(() => {
  client.vendor.clearFaults();
  client.advance(10);
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const rows = async () => (await client.ask(endpoints.listConnectors, here())).connectors;
const at = (cloud: Cloud, id: string) => ({ params: { ...here().params, cloud, id } });

/** Two that are enabled and do nothing at this moment. */
const idsOf = async (cloud: Cloud) =>
  (await rows())
    .filter((row) => row.cloud === cloud && row.enabled && row.state === 'succeeded')
    .slice(0, 2)
    .map(({ id }) => id);
const changeAll = async (kind: BulkKind, cloud: Cloud, ids: string[]) => {
  const connectors = ids.map((id) => ({ cloud, id }));
  return client.settled(
    await client.ask(endpoints.startBulk, {
      ...here(),
      body: { ...key(), kind, connectors, ...(kind === 'delete-connectors' && { confirmation: ids.length }) },
    }),
  );
};

test('what a bulk of Azure connectors came to is in the list as soon as it has ended', async () => {
  const ids = await idsOf('azure');
  const enabled = async () => (await rows()).filter(({ id }) => ids.includes(id)).map((row) => row.enabled);

  await changeAll('disable-connectors', 'azure', ids);
  expect(await enabled()).toEqual([false, false]);

  await changeAll('enable-connectors', 'azure', ids);
  expect(await enabled()).toEqual([true, true]);
});

/** The gateway has read what it will answer before `meanwhile` begins, and sends it after that has ended. */
async function whileAnswerIsOnItsWay(
  { operation, nth = 1 }: { operation: string; nth?: number },
  asking: () => Promise<unknown>,
  meanwhile: () => Promise<void>,
) {
  await client.wholeList();
  client.vendor.setFaults([{ operation, nth, fault: answerUntilReleased }]);
  const asked = asking();
  await eventually(
    async () => client.vendor.arrived(operation),
    (calls) => calls >= nth,
  );
  await meanwhile();
  client.vendor.clearFaults();
  await asked;
}

const refresh = () => client.ask(endpoints.refreshConnectors, here());

test.each<[Cloud, string, string]>([
  ['azure', 'A5', 'list'],
  ['aws', 'W3', 'list'],
  ['azure', 'A6', 'page'],
  ['aws', 'W4', 'page'],
])(
  'what was asked of %s before a change (%s, for the %s) does not undo what was seen since',
  async (cloud, operation, place) => {
    const [id = ''] = await idsOf(cloud);
    const readPage = () => client.ask(endpoints.readConnector, at(cloud, id));
    const isEnabled = async () => (await rows()).find((row) => row.cloud === cloud && row.id === id)?.enabled;

    // Which connectors are disabled is the second answer of a list.
    const held = { operation, nth: place === 'list' ? 2 : 1 };
    await whileAnswerIsOnItsWay(held, place === 'list' ? refresh : readPage, async () => {
      await changeAll('disable-connectors', cloud, [id]);
      expect(await isEnabled()).toBe(false);
    });

    expect(await isEnabled()).toBe(false);
    expect((await readPage()).connector.enabled).toBe(false);
  },
);

test.each<[Cloud, string]>([
  ['azure', 'A6'],
  ['aws', 'W4'],
])(
  'a connector of %s that is deleted while its page is read does not come back with the answer',
  async (cloud, operation) => {
    const [id = ''] = await idsOf(cloud);
    const listed = async () => (await rows()).some((row) => row.cloud === cloud && row.id === id);

    await whileAnswerIsOnItsWay(
      { operation },
      () => client.send(endpoints.readConnector, at(cloud, id)),
      async () => {
        await changeAll('delete-connectors', cloud, [id]);
        expect(await listed()).toBe(false);
      },
    );

    expect(await listed()).toBe(false);
  },
);
