import { expect, test } from 'vitest';
import { createTestClock } from '../../../test-bench/test-clock.ts';
import { timingOf, usualDeadlines } from '../calls/timing.ts';
import {
  accessTo,
  aPage,
  aToken,
  connect,
  type Script,
  startFakeGateway,
} from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';

const poor = { workspaceId: '0b0f7d3e-5d0f-4f5c-9a59-6a1c3c1f6a02', clientId: 'client-of-the-poor' };
const cut: Script = (_arrived, response) => void response.destroy();
const clock = createTestClock();
/** No answer, and in the same moment the time is over in which there should have been one. */
const silent: Script = () => {
  clock.passDeadlines(usualDeadlines.read / 1000);
  return undefined;
};

/** One host with two workspaces, of which one gets these answers and the other a good one always. */
async function host(forThePoor: { token?: Script; call?: Script }, deadline = usualDeadlines.read) {
  const tokens = new Set<string>();
  const fake = await startFakeGateway(
    (arrived, response) => {
      const isPoor = tokens.has(String(arrived.headers.authorization));
      return isPoor && forThePoor.call ? forThePoor.call(arrived, response) : aPage([]);
    },
    (arrived, response) => {
      const isPoor = arrived.headers['clientid'] === poor.clientId;
      if (isPoor && forThePoor.token) return forThePoor.token(arrived, response);
      const body = aToken();
      if (isPoor) tokens.add(`Bearer ${body}`);
      return { body };
    },
  );
  const console = connect(fake, {
    deadlines: { read: deadline, token: deadline },
    timing: { ...timingOf(clock), sleep: async () => {} },
  });
  return {
    mine: console.gateway,
    poors: console.gateways.of(accessTo(fake.url, poor)),
    /** Ends the gateway: connections to its host are refused from then on. */
    leave: () => fake[Symbol.asyncDispose](),
    async [Symbol.asyncDispose]() {
      await console[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    },
  };
}

const answering =
  (status: number): Script =>
  () => ({ status });

test.each<[string, Parameters<typeof host>[0]]>([
  ['whose every call is answered with 500', { call: answering(500) }],
  ['whose every call takes too long', { call: silent }],
  ['whose every call is cut off', { call: cut }],
  ['whose call limit is used up', { call: answering(429) }],
  ['that may do nothing', { call: answering(403) }],
  ['whose credentials are refused', { token: answering(401) }],
  ['whose tokens are answered with 500', { token: answering(500) }],
])('a workspace %s keeps no other from the same host', async (_which, forThePoor) => {
  await using two = await host(forThePoor);

  for (let call = 0; call < 8; call += 1) await gatewayErrorOf(two.poors.countFirstPage('azure'));

  expect(await two.mine.countFirstPage('azure')).toBe(0);
});

test('a host that refuses connections is left alone by every workspace, whichever workspace found out', async () => {
  await using two = await host({});
  for (const workspace of [two.poors, two.mine]) await workspace.countFirstPage('azure');
  await two.leave();

  for (let call = 0; call < 5; call += 1) await gatewayErrorOf(two.poors.countFirstPage('azure'));

  expect(await gatewayErrorOf(two.mine.countFirstPage('azure'))).toMatchObject({
    kind: 'unavailable',
    acted: 'no',
    retryAfterSeconds: expect.any(Number),
  });
});

test('a workspace that waits for as many answers as it may keeps no other waiting', async () => {
  await using two = await host({ call: () => undefined }, 300_000);
  const waiting = Array.from({ length: 300 }, () => gatewayErrorOf(two.poors.countFirstPage('azure')));

  expect(await two.mine.countFirstPage('azure')).toBe(0);

  await two.leave();
  expect((await Promise.all(waiting)).at(-1)).toMatchObject({ kind: 'unavailable', tried: false });
});

test('what the console itself does not send, for whichever workspaces, says nothing of the host', async () => {
  await using fake = await startFakeGateway(() => aPage([]));
  await using console = connect(fake);
  const apiServerUrl = 'https://10.0.0.1';

  for (let call = 0; call < 5; call += 1) {
    const lost = console.gateways.of(accessTo(fake.url, { workspaceId: crypto.randomUUID(), apiServerUrl }));
    expect(await gatewayErrorOf(lost.countFirstPage('azure'))).toMatchObject({ tried: false });
  }

  expect(await console.gateway.countFirstPage('azure')).toBe(0);
});
