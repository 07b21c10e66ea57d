import { type ConnectorState, endpoints } from '@console/console-contract';
import type { FaultRule } from '@console/gateway-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo', simulated: { pace: 100 } });
});
afterAll(() => client[Symbol.asyncDispose]());

const params = () => ({ workspace: client.workspace.id });
const list = () => client.ask(endpoints.listConnectors, { params: params() });

/** The steps of a job at the simulator's pace, and the seconds until each. */
const steps: [ConnectorState, number][] = [
  ['pending', 0],
  ['queued', 150],
  ['running', 250],
];

/** A connector's row and page, and its job step by step. */
async function watch(cloud: string, wanted: string) {
  const { connectors } = await client.wholeList();
  const id = connectors.find(({ name }) => name === wanted)?.id ?? '';
  const address = { params: { ...params(), cloud, id } };
  const page = async () => (await client.ask(endpoints.readConnector, address)).connector;
  const row = async () => (await list()).connectors.find((one) => one.cloud === cloud && one.id === id);
  return {
    page,
    row,
    start: () =>
      client.ask(endpoints.runConnector, { ...address, body: { idempotencyKey: crypto.randomUUID() } }),
    lastJob: () => client.ask(endpoints.readLastJob, address),
    /** What page and list say of the last job in this state, the list freshly read from the gateway as well. */
    async known(state: ConnectorState) {
      // What was read or refreshed a moment ago is no answer any more.
      client.advance(5);
      const { lastSync, lastSuccessfulSync, lastError } = await eventually(
        page,
        (one) => one.state === state,
      );
      await client.ask(endpoints.refreshConnectors, { params: params() });
      const listed = await eventually(row, (one) => one?.state === state);
      return {
        page: { lastSync, lastSuccessfulSync, lastError },
        list: { lastSync: listed?.lastSync, newestError: listed?.newestError },
      };
    },
  };
}

test.each([
  ['azure', 'Tailspin Tenant'],
  ['aws', 'Tailspin Games'],
])(
  'while a job of %s waits and runs, what is known of the last one stays, on the page as in the list',
  async (cloud, name) => {
    const connector = await watch(cloud, name);
    await eventually(connector.row, (row) => row?.newestError != null);
    const before = await connector.known('errors');
    await connector.start();

    for (const [state, seconds] of steps) {
      client.vendor.advance(seconds);
      expect({ state, ...(await connector.known(state)) }).toEqual({ state, ...before });
    }

    expect(before.page.lastSuccessfulSync).not.toBeNull();
    expect(before.list).toEqual({ lastSync: before.page.lastSync, newestError: before.page.lastError });
    client.vendor.advance(700);
    const after = await connector.known('errors');
    expect(Date.parse(after.page.lastSync ?? '')).toBeGreaterThan(Date.parse(before.page.lastSync ?? ''));
  },
);

test('a connector that never synced has no last sync until its first job has ended', async () => {
  const connector = await watch('azure', 'Margie Travel Onboarding');
  const never = {
    page: { lastSync: null, lastSuccessfulSync: null, lastError: null },
    list: { lastSync: null, newestError: null },
  };
  await connector.start();

  for (const [state, seconds] of steps) {
    client.vendor.advance(seconds);
    expect({ state, ...(await connector.known(state)) }).toEqual({ state, ...never });
    expect((await connector.lastJob()).ran, state).toBe(false);
  }

  client.vendor.advance(700);
  client.advance(5);
  const ended = await eventually(connector.page, ({ lastSync }) => lastSync !== null);
  expect(['succeeded', 'errors']).toContain(ended.state);
});

test('the error of a job is read even where its end shows no other time than that of the job before', async () => {
  const workspace = await client.connect('Same time');
  const detail = { id: 7_100_001, name: 'Same time' };
  const gatewayShows = (state: string, ...details: FaultRule[]) =>
    client.vendor.setFaults([
      { operation: 'A5', fault: { status: 200, body: { content: [{ ...detail, state }], hasNext: false } } },
      ...details,
    ]);
  const withError = (errorMsg: string): FaultRule[] => [
    { operation: 'A6', fault: { status: 200, body: { ...detail, state: 'FINISHED_ERRORS' } } },
    { operation: 'A15', fault: { status: 200, body: { content: [{ errorMsg }], hasNext: false } } },
  ];
  const until = (state: ConnectorState, newestError: string) =>
    eventually(
      async () => {
        client.advance(30);
        await client.ask(endpoints.refreshConnectors, { params: { workspace } });
        const { connectors } = await client.ask(endpoints.listConnectors, { params: { workspace } });
        return connectors.find(({ id }) => id === '7100001');
      },
      (row) => row?.state === state && row.newestError === newestError,
    );

  gatewayShows('FINISHED_ERRORS', ...withError('Of the first job'));
  await until('errors', 'Of the first job');
  gatewayShows('RUNNING', { operation: 'A6', fault: { status: 503 } });
  await until('running', 'Of the first job');
  gatewayShows('FINISHED_ERRORS', ...withError('Of the second job'));

  expect(await until('errors', 'Of the second job')).toMatchObject({ lastSync: null });
  client.vendor.clearFaults();
});
