import { type BulkKind, endpoints, settledStates } from '@console/console-contract';
import { expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../../test-bench/connected-console.ts';
import { passedWaits, type Waits } from '../../test-bench/passed-waits.ts';

test('500 connectors of AWS with 300 calls an hour: every one is run once, within the limit, over some hours', async () => {
  const rateLimit = { limit: 300, windowSeconds: 3600 };
  // Jobs that end would make members; these do not end today.
  const simulated = { rateLimit, pace: 1000 };
  await using client = await startConnected({ seed: 'crowd', simulated });
  const time = passedWaits(client);

  const bulk = await runMany(client, 500, time);

  expect(bulk).toMatchObject({ state: 'succeeded', items: { total: 500, done: 500, failed: 0, open: 0 } });
  const calls = client.calls('W6');
  expect(calls.map(({ status }) => status)).toEqual(calls.map(() => 200));
  expect(calls).toHaveLength(500);
  expect(new Set(calls.map(({ body }) => JSON.stringify(body))).size).toBe(500);
  // The last fifth of every hour's calls is left to people, but for the few that look whether there are more.
  expect(time.passed()).toBeGreaterThan(3600);
  expect(time.passed()).toBeLessThan(4 * 3600);
});

test('FLT-09 a refused item waits as long as the gateway asks, within reason, and is then sent: every item once', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const time = passedWaits(client);
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
  const asked: [() => Record<string, string>, number, number][] = [
    [() => ({ 'X-RateLimit-ToWait-Sec': '5' }), 5, 5],
    [() => ({ 'X-RateLimit-ToWait-Sec': '3600' }), 900, 900],
    [() => ({ 'X-RateLimit-ToWait-Sec': '0' }), 60, 60],
    [() => ({ 'X-RateLimit-ToWait-Sec': '-1' }), 60, 60],
    [() => ({ 'X-RateLimit-ToWait-Sec': 'abc' }), 60, 60],
    [() => ({}), 60, 60],
    [() => ({ 'Retry-After': '20' }), 20, 20],
    // A moment, which comes nearer until the call is made.
    [() => ({ 'Retry-After': inSeconds(600) }), 300, 600],
    [() => ({ 'Retry-After': inSeconds(-120) }), 60, 60],
    [() => ({ 'X-RateLimit-ToWait-Sec': '5', 'Retry-After': '30' }), 30, 30],
  ];
  for (const [headersOf, atLeast, atMost] of asked) {
    const headers = headersOf();
    time.forget();
    client.vendor.clearJournal();
    client.vendor.setFaults([{ operation: 'W6', nth: 2, fault: { status: 429, headers } }]);

    const bulk = await runMany(client, 3, time);

    expect({ headers, state: bulk.state }).toEqual({ headers, state: 'succeeded' });
    const done = client.calls('W6').filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(3);
    expect(done).toHaveLength(3);
    expect(time.passed()).toBeGreaterThanOrEqual(atLeast - 1);
    expect(time.passed()).toBeLessThanOrEqual(atMost + 1);
  }
});

test('FLT-10 a 409 with rate headers is sent again later; a 409 without is about the connector and is shown', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const time = passedWaits(client);
  const crowded = { 'X-Concurrency-Limit-Limit': '2', 'X-Concurrency-Limit-Running': '2' };
  client.vendor.setFaults([
    { operation: 'W6', nth: 1, fault: { status: 409, headers: crowded } },
    { operation: 'W6', nth: 4, fault: { status: 409, body: { message: 'Connector is busy' } } },
  ]);

  const bulk = await runMany(client, 4, time);

  expect(bulk).toMatchObject({ state: 'failed', items: { done: 3, failed: 1 } });
  const { items } = await client.ask(endpoints.listOperationItems, {
    params: { workspace: client.workspace.id, operation: bulk.id },
  });
  expect(items.find(({ state }) => state === 'failed')?.problem).toMatchObject({
    code: 'gateway-conflict',
    detail: expect.stringContaining('busy'),
  });
  expect(client.calls('W6').filter(({ status }) => status === 200)).toHaveLength(3);
  expect(time.passed()).toBeGreaterThanOrEqual(4);
});

test('a wait is shown with the bulk and with the budget, and people are not held up by it', async () => {
  await using client = await startConnected({ seed: 'demo' });
  client.vendor.setFaults([
    { operation: 'W6', nth: 1, fault: { status: 429, headers: { 'Retry-After': '600' } } },
  ]);

  const { id } = await startMany(client, 'run-connectors', 4);
  const waiting = await eventually(
    () => client.ask(endpoints.readOperation, at(client, id)),
    ({ items }) => items?.waitingUntil != null,
  );
  const { budget } = await client.ask(endpoints.readFreshness, {
    params: { workspace: client.workspace.id },
  });
  const byPerson = await runOne(client);

  const inMinutes = (time: string | null | undefined) => (Date.parse(time ?? '') - Date.now()) / 60_000;
  expect(waiting).toMatchObject({ state: 'running', items: { failed: 0 } });
  expect(inMinutes(waiting.items?.waitingUntil)).toBeGreaterThan(8);
  expect(inMinutes(budget?.waitingUntil)).toBeGreaterThan(8);
  expect(byPerson.state).toBe('succeeded');
});

test('once the wait that the gateway asked for is over, one call looks, and the rest follows when it is free again', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const time = passedWaits(client);
  const spent = {
    'X-RateLimit-Limit': '300',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Window-Sec': '3600',
    'X-RateLimit-ToWait-Sec': '20',
  };
  client.vendor.setFaults([{ operation: 'W6', nth: 1, fault: { status: 409, headers: spent } }]);
  const refused = await runOne(client);

  const bulk = await runMany(client, 5, time);

  expect(refused.problem).toMatchObject({ code: 'gateway-rate-limited' });

  expect(bulk).toMatchObject({ state: 'succeeded', items: { done: 5 } });
  expect(time.passed()).toBeGreaterThanOrEqual(19);
  expect(time.passed()).toBeLessThan(60);
});

test('a bulk that is resumed while it waits says anew until when', async () => {
  await using client = await startConnected({ seed: 'demo' });
  client.vendor.setFaults([
    { operation: 'W6', nth: 1, fault: { status: 429, headers: { 'Retry-After': '600' } } },
  ]);
  const { id } = await startMany(client, 'run-connectors', 4);
  const untilItWaits = () =>
    eventually(
      () => client.ask(endpoints.readOperation, at(client, id)),
      ({ items }) => items?.waitingUntil != null,
    );
  const first = await untilItWaits();
  const sent = client.calls('W6').length;

  await client.ask(endpoints.pauseOperation, at(client, id));
  await client.ask(endpoints.resumeOperation, at(client, id));
  const second = await untilItWaits();

  const moment = ({ items }: typeof first) => Date.parse(items?.waitingUntil ?? '');
  expect(Math.abs(moment(second) - moment(first))).toBeLessThan(5000);
  expect(client.calls('W6')).toHaveLength(sent);
});

const at = (client: ConnectedConsole, operation: string) => ({
  params: { workspace: client.workspace.id, operation },
});

/** As a person does: the last of AWS, which is not among the first few that a bulk takes. */
async function runOne(client: ConnectedConsole) {
  const { connectors } = await client.ask(endpoints.listConnectors, {
    params: { workspace: client.workspace.id },
  });
  const last = connectors.findLast(({ cloud, enabled }) => cloud === 'aws' && enabled === true)?.id ?? '';
  return client.ask(endpoints.runConnector, {
    params: { workspace: client.workspace.id, cloud: 'aws', id: last },
    body: { idempotencyKey: crypto.randomUUID() },
  });
}

/** Lets each wait of the bulk pass as soon as it is shown. */
async function runMany(client: ConnectedConsole, count: number, time: Waits) {
  const { id } = await startMany(client, 'run-connectors', count);
  return eventually(
    async () => {
      const bulk = await client.ask(endpoints.readOperation, at(client, id));
      if (bulk.items?.waitingUntil) time.passUntil(bulk.items.waitingUntil);
      return bulk;
    },
    ({ state }) => settledStates.includes(state),
    400_000,
  );
}

async function startMany(client: ConnectedConsole, kind: BulkKind, count: number) {
  const here = { params: { workspace: client.workspace.id } };
  const { connectors } = await client.wholeList();
  const chosen = connectors
    .filter(({ cloud, enabled }) => cloud === 'aws' && enabled !== false)
    .slice(0, count)
    .map(({ cloud, id }) => ({ cloud, id }));
  const body = { idempotencyKey: crypto.randomUUID(), kind, connectors: chosen };
  return client.ask(endpoints.startBulk, { ...here, body });
}
