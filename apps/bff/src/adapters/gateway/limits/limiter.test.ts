import { expect, test } from 'vitest';
import type { CallBudgets, CallLimits } from '../../../ports/call-budgets.ts';
import { Secret } from '../../../ports/secret.ts';
import { accessTo, aPage, connect, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';
import { sampleSpec } from '../test-bench/sample-spec.ts';

/** A clock that moves only when told to, or while the adapter pauses. */
function movedClock() {
  let now = 0;
  const timing = {
    monotonic: () => now,
    sleep: async (milliseconds: number) => pass(milliseconds / 1000),
  };
  function pass(seconds: number): void {
    now += seconds * 1000;
  }
  return { timing, pass };
}

test.each([500, 502, 503, 504])(
  'FLT-11 a burst of %i opens the breaker: calls fail at once and say when, one probe closes it within 30 s',
  async (status) => {
    let broken = true;
    await using fake = await startFakeGateway(() => (broken ? { status } : aPage([])));
    const clock = movedClock();
    await using console = connect(fake, { timing: clock.timing });
    const read = () => console.gateway.countFirstPage('azure');

    for (let call = 0; call < 5; call += 1) await gatewayErrorOf(read());
    const asked = fake.calls().length;
    const refused = await gatewayErrorOf(read());

    expect(refused).toMatchObject({ kind: 'unavailable', acted: 'no' });
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    expect(fake.calls()).toHaveLength(asked);

    clock.pass(6);
    await Promise.all([gatewayErrorOf(read()), gatewayErrorOf(read()), gatewayErrorOf(read())]);
    expect(fake.calls()).toHaveLength(asked + 1);

    broken = false;
    clock.pass(30);
    expect(await read()).toBe(0);
    expect(await Promise.all([read(), read()])).toEqual([0, 0]);
  },
);

test('a refusal, however often it comes, opens no breaker: the gateway is there', async () => {
  await using fake = await startFakeGateway(() => ({ status: 404 }));
  await using console = connect(fake);

  for (let call = 0; call < 12; call += 1) await gatewayErrorOf(console.gateway.readConnector('aws', '1'));

  expect(fake.calls()).toHaveLength(12);
});

test('reads that fail leave writes alone: each class has a breaker of its own', async () => {
  await using fake = await startFakeGateway(({ method }) =>
    method === 'GET' ? { status: 500 } : { json: { responseMessage: 'A total of 1 …' } },
  );
  const clock = movedClock();
  await using console = connect(fake, { timing: clock.timing });

  for (let call = 0; call < 6; call += 1) await gatewayErrorOf(console.gateway.readConnector('aws', '1'));
  await console.gateway.runConnector('aws', '1');

  expect(fake.calls().at(-1)?.path).toContain('/run');
});

test.each([
  ['while the gateway says nothing', {}, 2],
  ['when it allows three', { 'X-Concurrency-Limit-Limit': '3' }, 3],
  ['when it allows one', { 'X-Concurrency-Limit-Limit': '1' }, 1],
  ['when it allows ten, which is mostly for people', { 'X-Concurrency-Limit-Limit': '10' }, 4],
])('background work has no more calls under way than allowed %s', async (_when, headers, most) => {
  const waiting: (() => void)[] = [];
  await using fake = await startFakeGateway((_arrived, response) => {
    waiting.push(() => response.writeHead(200, headers).end(JSON.stringify(aPage([]).json)));
    return undefined;
  });
  await using console = connect(fake);
  const background = console.gateways.of(accessTo(fake.url), 'background');
  const first = background.countFirstPage('azure');
  await expect.poll(() => waiting).toHaveLength(1);
  waiting.shift()?.();
  await first;

  const calls = Promise.all(Array.from({ length: 12 }, () => background.countFirstPage('azure')));
  for (let answered = 0; answered < 12; answered += 1) {
    const underWay = Math.min(most, 12 - answered);
    await expect.poll(() => waiting.length).toBe(underWay);
    // Time for one too many to come.
    if (answered === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(waiting).toHaveLength(underWay);
    waiting.shift()?.();
  }
  await calls;
});

test('background work asks the budget before every call and sends nothing while it has to wait; people never ask', async () => {
  await using fake = await startFakeGateway(() => aPage([]));
  await using console = connect(fake);
  const asked: string[] = [];
  console.gateways.keepWithin({ ...openBudget, take: async (_workspace, call) => asked.push(call) * 0 + 42 });
  const background = console.gateways.of(accessTo(fake.url), 'background');

  const refused = await gatewayErrorOf(background.countFirstPage('aws'));
  const byPerson = await console.gateway.countFirstPage('aws');

  expect(refused).toMatchObject({ kind: 'rate-limited', acted: 'no', retryAfterSeconds: 42 });
  const inMilliseconds = (refused.retryAt?.getTime() ?? 0) - Date.now();
  expect([inMilliseconds > 20_000, inMilliseconds <= 42_000]).toEqual([true, true]);
  expect(byPerson).toBe(0);
  expect(asked).toEqual(['W3']);
  expect(fake.calls()).toHaveLength(1);
});

test('a budget that cannot be asked lets nothing through, and says that nothing was sent', async () => {
  await using fake = await startFakeGateway(() => aPage([]));
  await using console = connect(fake);
  console.gateways.keepWithin({ ...openBudget, take: () => Promise.reject(new Error('no database')) });

  const refused = await gatewayErrorOf(
    console.gateways.of(accessTo(fake.url), 'background').runConnector('aws', '1'),
  );

  expect(refused).toMatchObject({ kind: 'unavailable', acted: 'no' });
  expect(fake.calls()).toEqual([]);
});

test.each([
  ['429 with both', 429, { 'X-RateLimit-ToWait-Sec': '7', 'Retry-After': '30' }, 30],
  ['429 beyond reason', 429, { 'Retry-After': '86400' }, 900],
  ['429 with nonsense', 429, { 'X-RateLimit-ToWait-Sec': 'NaN', 'Retry-After': '-5' }, 60],
  ['409 of a crowd', 409, { 'X-Concurrency-Limit-Limit': '2', 'X-Concurrency-Limit-Running': '2' }, 5],
  ['409 that tells nothing of a run', 409, {}, 60],
  ['503 that names a time', 503, { 'Retry-After': '12' }, 12],
])('of %s the budget is told the wait', async (_what, status, headers, waitSeconds) => {
  await using fake = await startFakeGateway(() => ({ status, headers }));
  await using console = connect(fake);
  const reported: CallLimits[] = [];
  console.gateways.keepWithin({
    ...openBudget,
    reported: async (_workspace, _call, limits) => void reported.push(limits),
  });

  await gatewayErrorOf(console.gateway.runConnector('aws', '1'));

  expect(reported.at(-1)?.waitSeconds).toBe(waitSeconds);
});

test('of 409 about a name the budget is told no wait', async () => {
  await using fake = await startFakeGateway(() => ({ status: 409 }));
  await using console = connect(fake);
  const reported: CallLimits[] = [];
  console.gateways.keepWithin({
    ...openBudget,
    reported: async (_workspace, _call, limits) => void reported.push(limits),
  });

  await gatewayErrorOf(console.gateway.createAzure(sampleSpec, new Secret('any')));

  expect(reported.at(-1)?.waitSeconds).toBeNull();
});

const openBudget: CallBudgets = { take: async () => 0, reported: async () => {} };
