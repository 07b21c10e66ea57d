import { expect, test } from 'vitest';
import { Secret } from '../../../ports/secret.ts';
import { aPage, aToken, connect, type Scripted, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';

const unauthorized: Scripted = { status: 401, json: { message: 'Unauthorized error' } };
const credentials = {
  tenantId: '5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34',
  applicationId: '0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10',
  secretValue: new Secret('azure-secret-canary'),
};

/** Knows only tokens minted after it was told to forget. */
async function forgetfulGateway(answer: Scripted) {
  const valid = new Set<string>();
  const fake = await startFakeGateway(
    ({ headers }) => (valid.has(headers.authorization ?? '') ? answer : unauthorized),
    () => {
      const jwt = aToken();
      valid.add(`Bearer ${jwt}`);
      return { body: jwt };
    },
  );
  return Object.assign(fake, { forgetTokens: () => valid.clear() });
}

test('FLT-06 a token that dies in mid-session costs a read one mint and one replay', async () => {
  await using fake = await forgetfulGateway(aPage([]));
  await using console = connect(fake);
  await console.gateway.listConnectors('azure');

  fake.forgetTokens();
  await console.gateway.listConnectors('azure');

  expect(fake.mints()).toBe(2);
  expect(fake.calls()).toHaveLength(3);
});

test('FLT-06 a write is replayed once as well, because a 401 was not accepted', async () => {
  await using fake = await forgetfulGateway({
    body: 'A total of 1 Organization connectors have been marked.',
  });
  await using console = connect(fake);
  await console.gateway.mintToken();

  fake.forgetTokens();

  expect(await console.gateway.runAzure(['1'])).toEqual({ marked: 1 });
  expect(fake.mints()).toBe(2);
  expect(fake.calls().map(({ body }) => body)).toEqual(['[1]', '[1]']);
});

test('FLT-06 ten calls whose token died share one new token', async () => {
  await using fake = await forgetfulGateway(aPage([]));
  await using console = connect(fake);
  await console.gateway.mintToken();

  fake.forgetTokens();
  await Promise.all(Array.from({ length: 10 }, () => console.gateway.listConnectors('azure')));

  expect(fake.mints()).toBe(2);
});

test('FLT-06 a 401 for ever is surfaced after two calls, and later calls mint nothing', async () => {
  await using fake = await startFakeGateway(() => unauthorized);
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.listConnectors('azure'))).toMatchObject({
    kind: 'forbidden',
    acted: 'no',
    status: 401,
  });
  expect([fake.mints(), fake.calls().length]).toEqual([2, 2]);

  await gatewayErrorOf(console.gateway.listConnectors('azure'));
  expect([fake.mints(), fake.calls().length]).toEqual([2, 3]);
});

test('FLT-06 after a while another token is tried, for the user may have been given the right', async () => {
  const clock = { now: 0 };
  await using fake = await startFakeGateway(() => unauthorized);
  await using console = connect(fake, { timing: { monotonic: () => clock.now } });

  await gatewayErrorOf(console.gateway.listConnectors('azure'));
  clock.now += 31_000;
  await gatewayErrorOf(console.gateway.listConnectors('azure'));

  expect(fake.mints()).toBe(3);
});

test('FLT-06 a 401 where cloud credentials are handed over may be the cloud’s own', async () => {
  await using fake = await startFakeGateway(() => unauthorized);
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.testAzure(credentials))).toMatchObject({
    kind: 'gateway-or-cloud-refused',
    acted: 'no',
    detail: 'Unauthorized error',
  });
  expect([fake.mints(), fake.calls().length]).toEqual([2, 2]);
});

test('a connection test that fails under HTTP 200 fails', async () => {
  await using fake = await startFakeGateway(() => ({
    json: { responseMessage: 'AADSTS7000215: Invalid client secret provided.', responseCode: 'FAILURE' },
  }));
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.testAzure(credentials))).toMatchObject({
    kind: 'gateway-or-cloud-refused',
    detail: 'AADSTS7000215: Invalid client secret provided.',
  });
});
