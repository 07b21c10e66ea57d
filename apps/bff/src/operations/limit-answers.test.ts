/** A call limit is told in many ways, and a 409 may mean one or something else: what users are told, and what a bulk does about it. */
import { type BulkKind, endpoints, settledStates } from '@console/console-contract';
import type { FaultRule, SimulatorOptions } from '@console/gateway-simulator';
import { expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';
import { creatingClient } from '../test-bench/creating-client.ts';
import { passedWaits, type Waits } from '../test-bench/passed-waits.ts';

type Fault = FaultRule['fault'];
type LimitStyle = NonNullable<NonNullable<SimulatorOptions['settings']>['limitStyle']>;

const inTwoMinutes = 'This API cannot be run again for another 120 seconds.';
const running = 'This API cannot be run until 2 currently running instance(s) have finished.';
const inXml = `<?xml version="1.0"?><SIMPLE_RETURN><RESPONSE><CODE>1960</CODE><TEXT>${running}</TEXT></RESPONSE></SIMPLE_RETURN>`;
/** With how many seconds of waiting each is told; `null` when it names none. */
const limits: [string, Fault, number | null][] = [
  ['429 alone', { status: 429 }, null],
  ['the code 1965', { status: 409, body: { errorCode: 1965, message: inTwoMinutes } }, 120],
  ['the code 1960 in XML', { status: 409, bodyText: inXml }, 5],
  ['plain text', { status: 409, bodyText: inTwoMinutes }, 120],
  ['plain text under 429', { status: 429, bodyText: inTwoMinutes }, 120],
];
const nothing: [string, Fault][] = [
  ['no body', { status: 409, bodyText: '' }],
  ['its own name', { status: 409, body: { status: 409, error: 'Conflict', message: 'CONFLICT' } }],
  ['the page of a proxy', { status: 409, bodyText: '<html><body><h1>409 Conflict</h1>nginx</body></html>' }],
];

test.each(limits)(
  'FLT-10 a limit told by %s is a limit for every kind of change, and never a name',
  async (_how, fault, wait) => {
    await using client = await startConnected({ seed: 'demo' });
    const reported = wait === null ? {} : { retryAfter: wait };

    for (const [call, change] of changesOf(client)) {
      client.vendor.setFaults([{ operation: call, fault }]);
      expect({ call, problem: await change() }).toMatchObject({
        call,
        problem: { code: 'gateway-rate-limited', ...reported },
      });
    }
  },
);

test.each(nothing)(
  'FLT-10 a 409 with %s is a limit where no name is sent, and a name where one is',
  async (_what, fault) => {
    await using client = await startConnected({ seed: 'demo', simulated: { limitStyle: '409-json' } });

    for (const [call, change] of changesOf(client)) {
      client.vendor.setFaults([{ operation: call, fault }]);
      const { code, next } = (await change()) ?? {};
      const creates = call === 'A3';
      expect({ call, code }).toEqual({
        call,
        code: creates ? 'gateway-conflict' : 'gateway-rate-limited',
      });
      if (!creates) expect(next).toContain('most likely means a call limit');
    }
  },
);

test('FLT-10 a 409 that names another reason is told in its words, and not as a name', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const [[call, run] = []] = changesOf(client).filter(([operation]) => operation === 'A7');
  client.vendor.setFaults([{ operation: call ?? '', fault: { status: 409, body: { message: 'Busy now' } } }]);

  const problem = await run?.();

  expect(problem).toMatchObject({ code: 'gateway-conflict', detail: 'Busy now' });
  expect(JSON.stringify(problem)).not.toMatch(/name/i);
});

test('FLT-10 a connector whose name speaks of a limit may be taken like any other', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const message = 'An organization connector named "API rate limit exceeded" already exists.';
  client.vendor.setFaults([{ operation: 'A3', fault: { status: 409, body: { message } } }]);

  const { problem } = await creatingClient(client).createAzure('API rate limit exceeded');

  expect(problem).toMatchObject({ code: 'gateway-conflict', detail: message });
});

test.each<LimitStyle>(['409', '429', '429-bare', '409-json', '409-xml', '409-text'])(
  'FLT-10 a bulk waits out limits told as %s and runs every connector once',
  async (limitStyle) => {
    const simulated = { limitStyle, rateLimit: { limit: 4, windowSeconds: 600 } };
    await using client = await startConnected({ seed: 'demo', simulated });
    const time = passedWaits(client);

    const bulk = await runMany(client, 'run-connectors', 7, time);

    expect(bulk).toMatchObject({ state: 'succeeded', items: { total: 7, done: 7, failed: 0 } });
    const done = client.calls('W6').filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(7);
    expect(done).toHaveLength(7);
  },
);

test.each(nothing)(
  'FLT-10 a bulk of seven waits after a 409 with %s instead of failing',
  async (_what, fault) => {
    const simulated = { limitStyle: '409-json' } as const;
    await using client = await startConnected({ seed: 'demo', simulated });
    const time = passedWaits(client);
    client.vendor.setFaults([{ operation: 'W6', times: 5, fault }]);

    const bulk = await runMany(client, 'run-connectors', 7, time);

    expect(bulk).toMatchObject({ state: 'succeeded', items: { total: 7, done: 7, failed: 0 } });
    expect(time.passed()).toBeGreaterThanOrEqual(59);
  },
);

test('a limit without a window is shown and kept', async () => {
  await using client = await startConnected({ seed: 'demo', simulated: { limitStyle: '429-bare' } });
  await client.wholeList();

  const { budget } = await client.ask(endpoints.readFreshness, {
    params: { workspace: client.workspace.id },
  });

  expect(budget).toMatchObject({ limit: 2000, windowSeconds: null });
});

/** A change of each kind that a 409 may answer, by the call it makes; each gives the problem it ends with. */
function changesOf(client: ConnectedConsole) {
  const workspace = client.workspace.id;
  const creating = creatingClient(client);
  const key = () => ({ idempotencyKey: crypto.randomUUID() });
  const first = async (cloud: 'azure' | 'aws') => {
    const { connectors } = await client.wholeList();
    const id = connectors.find((row) => row.cloud === cloud && row.enabled === true)?.id ?? '';
    return { params: { workspace, cloud, id } };
  };
  const { tenantId, applicationId } = sampleSpec;
  const credentials = { tenantId, applicationId, secretValue: sampleSecret };
  const run = async (cloud: 'azure' | 'aws') =>
    (await client.ask(endpoints.runConnector, { ...(await first(cloud)), body: key() })).problem;
  const disable = async (cloud: 'azure' | 'aws') =>
    (await client.ask(endpoints.disableConnector, { ...(await first(cloud)), body: key() })).problem;
  const changes: [string, () => Promise<{ code: string; next?: string | undefined } | null>][] = [
    ['A7', () => run('azure')],
    ['W6', () => run('aws')],
    ['A10', () => disable('azure')],
    ['W7', () => disable('aws')],
    ['A1', () => client.refused(endpoints.testAzureConnection, { params: { workspace }, body: credentials })],
    ['A3', async () => (await creating.createAzure('One more')).problem],
  ];
  return changes;
}

/** Lets each wait of the bulk pass as soon as it is shown. */
async function runMany(client: ConnectedConsole, kind: BulkKind, count: number, time: Waits) {
  const { connectors } = await client.wholeList();
  const chosen = connectors
    .filter(({ cloud, enabled }) => cloud === 'aws' && enabled !== false)
    .slice(0, count)
    .map(({ cloud, id }) => ({ cloud, id }));
  const here = { params: { workspace: client.workspace.id } };
  const body = { idempotencyKey: crypto.randomUUID(), kind, connectors: chosen };
  const { id } = await client.ask(endpoints.startBulk, { ...here, body });
  return eventually(
    async () => {
      const bulk = await client.ask(endpoints.readOperation, {
        params: { workspace: client.workspace.id, operation: id },
      });
      if (bulk.items?.waitingUntil) time.passUntil(bulk.items.waitingUntil);
      return bulk;
    },
    ({ state }) => settledStates.includes(state),
    400_000,
  );
}
