import { expect, test } from 'vitest';
import { accessTo, aPage, aToken, connect, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';

const hour = 60 * 60 * 1000;
const emptyList = () => aPage([]);

/** A clock that the test turns. */
function handClock() {
  const clock = { now: 1_000, monotonic: () => clock.now };
  return clock;
}

function bearer(headers: { authorization?: string | undefined }): string {
  return headers.authorization ?? '';
}

test('FLT-07 fifty calls at once wait for one token', async () => {
  await using fake = await startFakeGateway(emptyList);
  await using console = connect(fake);

  await Promise.all(Array.from({ length: 50 }, () => console.gateway.listConnectors('azure')));

  expect(fake.mints()).toBe(1);
  expect(fake.calls()).toHaveLength(50);
});

test('a token is renewed at 80 % of its life, counted from its receipt and never from the dates it names', async () => {
  const clock = handClock();
  // Both dates lie far in the past: only their distance, four hours, counts.
  await using fake = await startFakeGateway(emptyList, () => ({ body: aToken({ iat: 1_000, exp: 15_400 }) }));
  await using console = connect(fake, { timing: { monotonic: clock.monotonic } });

  await console.gateway.listConnectors('azure');
  clock.now += 3.1 * hour;
  await console.gateway.listConnectors('azure');
  expect(fake.mints()).toBe(1);

  clock.now += 0.2 * hour;
  await console.gateway.listConnectors('azure');
  expect(fake.mints()).toBe(2);
});

test('an old token that still lives is used when a new one cannot be had', async () => {
  const clock = handClock();
  let broken = false;
  await using fake = await startFakeGateway(emptyList, () =>
    broken ? { status: 400, body: 'BAD_REQUEST' } : { body: aToken() },
  );
  await using console = connect(fake, { timing: { monotonic: clock.monotonic } });
  await console.gateway.mintToken();

  broken = true;
  clock.now += 3.5 * hour;

  expect((await console.gateway.listConnectors('aws')).rows).toEqual([]);
});

test.each([
  ['folded over lines', (jwt: string) => jwt.replace(/.{20}/g, '$&\r\n ')],
  ['a quoted JSON string', (jwt: string) => JSON.stringify(jwt)],
  ['with the prefix Bearer', (jwt: string) => `Bearer ${jwt}`],
  ['{token}', (token: string) => JSON.stringify({ token })],
  ['{access_token}', (access_token: string) => JSON.stringify({ access_token, expires_in: 14_400 })],
  ['behind a byte order mark', (jwt: string) => `\uFEFF${jwt}\n`],
])('FLT-08 a token %s is understood', async (_form, write) => {
  const jwt = aToken();
  await using fake = await startFakeGateway(emptyList, () => ({ body: write(jwt) }));
  await using console = connect(fake);

  await console.gateway.listConnectors('azure');

  expect(bearer(fake.calls()[0]?.headers ?? {})).toBe(`Bearer ${jwt}`);
});

test.each([
  ['a page of HTML', '<!doctype html><title>Sign in</title>'],
  ['nothing', ''],
  ['100 KB', 'a'.repeat(100_000)],
  ['an object without a token', '{"status":"ok"}'],
  ['null', 'null'],
  ['a token with a NUL in it', `${'eyJhbGciOiJSUzI1NiJ9'}.\u0000.x`],
])('FLT-08 %s instead of a token is unreadable, and never sent on', async (_what, body) => {
  await using fake = await startFakeGateway(emptyList, () => ({ body }));
  await using console = connect(fake);

  const error = await gatewayErrorOf(console.gateway.listConnectors('azure'));

  expect(error).toMatchObject({ kind: 'unreadable', acted: 'no' });
  expect(error.note).toMatch(
    /^The answer is (not as documented: the answer|markup instead of data|empty)\.$/,
  );
  expect(fake.calls()).toEqual([]);
});

test.each([
  ['has no dates', {}],
  ['expired before it was issued', { iat: 2_000, exp: 1_000 }],
  ['lives ten years', { iat: 1_000, exp: 315_361_000 }],
  ['writes its expiry as a word', { iat: 1_000, exp: 'tomorrow' }],
  ['has no date of issue', { exp: 99_999_999_999 }],
])('FLT-08 a token that %s is believed for ten minutes', async (_what, claims) => {
  const clock = handClock();
  await using fake = await startFakeGateway(emptyList, () => ({ body: aToken(claims) }));
  await using console = connect(fake, { timing: { monotonic: clock.monotonic } });

  await console.gateway.listConnectors('azure');
  clock.now += 7 * 60_000;
  await console.gateway.listConnectors('azure');
  expect(fake.mints()).toBe(1);

  clock.now += 3 * 60_000;
  await console.gateway.listConnectors('azure');
  expect(fake.mints()).toBe(2);
});

test('refused credentials are not tried again until the secret changes or a user asks on purpose', async () => {
  const clock = handClock();
  await using fake = await startFakeGateway(emptyList, () => ({
    status: 401,
    json: { message: 'Unauthorized' },
  }));
  await using console = connect(fake, { timing: { monotonic: clock.monotonic } });

  expect(await gatewayErrorOf(console.gateway.listConnectors('azure'))).toMatchObject({
    kind: 'credentials-refused',
    acted: 'no',
  });
  clock.now += 100 * hour;
  await gatewayErrorOf(console.gateway.listConnectors('azure'));
  expect(fake.mints()).toBe(1);

  await gatewayErrorOf(console.gateway.mintToken());
  expect(fake.mints()).toBe(2);

  const withNewSecret = console.gateways.of(accessTo(fake.url, { secretVersion: 2 }));
  await gatewayErrorOf(withNewSecret.listConnectors('azure'));
  expect(fake.mints()).toBe(3);
});

test('any other failure to mint is shared, and remembered for two seconds', async () => {
  const clock = handClock();
  await using fake = await startFakeGateway(emptyList, () => ({ status: 400, body: 'BAD_REQUEST' }));
  await using console = connect(fake, { timing: { monotonic: clock.monotonic } });

  const errors = await Promise.all(
    Array.from({ length: 5 }, () => gatewayErrorOf(console.gateway.listConnectors('azure'))),
  );
  expect(errors.map(({ kind }) => kind)).toEqual(Array(5).fill('rejected'));
  await gatewayErrorOf(console.gateway.listConnectors('aws'));
  expect(fake.mints()).toBe(1);

  clock.now += 2_100;
  await gatewayErrorOf(console.gateway.listConnectors('aws'));
  expect(fake.mints()).toBe(2);
});

test('a token is asked for on the path that the workspace names', async () => {
  await using fake = await startFakeGateway(emptyList);
  await using console = connect(fake, { authPath: '/auth/oauth' });

  await console.gateway.mintToken();

  expect(fake.journal.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /auth/oauth']);
});
