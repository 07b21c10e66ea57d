import { createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { Secret } from '../../../ports/secret.ts';
import { aPage, connect, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';
import { sampleSpec } from '../test-bench/sample-spec.ts';
import { createAddressPolicy, type ResolveName } from './address-policy.ts';

const id = '406118';

test.each([301, 302, 303, 307, 308])(
  'SSRF-04 a %i is not followed, neither with the token nor with the client secret',
  async (status) => {
    await using evil = await startFakeGateway(
      () => ({}),
      () => ({}),
    );
    const away = () => ({ status, headers: { location: `${evil.url}/auth/oidc` } });
    await using redirecting = await startFakeGateway(away);
    await using redirectingMint = await startFakeGateway(away, away);
    await using withToken = connect(redirecting, { allowedHosts: [redirecting.host, evil.host] });
    await using withSecret = connect(redirectingMint, { allowedHosts: [redirectingMint.host, evil.host] });

    expect(await gatewayErrorOf(withToken.gateway.listConnectors('aws'))).toMatchObject({
      kind: 'redirected',
    });
    expect(await gatewayErrorOf(withToken.gateway.deleteConnector('azure', id))).toMatchObject({
      kind: 'redirected',
      acted: 'maybe',
    });
    expect(await gatewayErrorOf(withSecret.gateway.mintToken())).toMatchObject({
      kind: 'redirected',
      acted: 'no',
    });
    expect(evil.journal).toEqual([]);
    expect(redirecting.calls()).toHaveLength(2);
  },
);

test('SEC-09 a call carries these headers and no others', async () => {
  await using fake = await startFakeGateway(() => ({ body: 'A total of 1' }));
  await using console = connect(fake);

  await console.gateway.runAzure([id]);
  await console.gateway.deleteConnector('azure', id);

  const names = fake.journal.map(({ rawHeaders }) =>
    rawHeaders.filter((_header, index) => index % 2 === 0).sort(),
  );
  const always = ['accept', 'connection', 'content-length', 'host', 'user-agent', 'x-request-id'];
  expect(names).toEqual([
    [...always, 'clientId', 'clientSecret'].sort(),
    [...always, 'authorization', 'content-type'].sort(),
    always
      .concat('authorization')
      .filter((name) => name !== 'content-length')
      .sort(),
  ]);
  const [mint, run] = fake.journal;
  expect(mint?.headers).toMatchObject({ clientid: 'client-1', clientsecret: 'client-secret-canary' });
  expect(run?.headers).toMatchObject({
    'user-agent': 'connector-console',
    'content-type': 'application/json',
    accept: 'application/json, text/plain, */*;q=0.5',
  });
  expect(new Set(fake.journal.map(({ headers }) => headers['x-request-id'])).size).toBe(3);
});

test('SSRF-05 a proxy named in the environment is not used', async () => {
  await using proxy = await startFakeGateway(
    () => ({}),
    () => ({}),
  );
  await using fake = await startFakeGateway(() => aPage([]));
  vi.stubEnv('HTTP_PROXY', proxy.url);
  await using console = connect(fake);
  await console.gateway.listConnectors('azure');
  vi.unstubAllEnvs();

  expect(proxy.journal).toEqual([]);
});

test('FLT-02 a gateway that is not there surely did nothing', async () => {
  const gone = await startFakeGateway(() => ({}));
  await using fake = await startFakeGateway(() => ({}));
  await gone[Symbol.asyncDispose]();
  await using console = connect(fake, { gatewayUrl: gone.url, allowedHosts: [fake.host, gone.host] });

  expect(await gatewayErrorOf(console.gateway.runAzure([id]))).toMatchObject({
    kind: 'unavailable',
    acted: 'no',
    status: null,
  });
});

test('FLT-01 FLT-02 a write that is cut off or answered too late may have been done, and is not repeated', async () => {
  await using cutting = await startFakeGateway((_arrived, response) => {
    response.destroy();
    return undefined;
  });
  await using silent = await startFakeGateway(() => undefined);
  await using half = await startFakeGateway((_arrived, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('A total of');
    setTimeout(() => response.destroy(), 20);
    return undefined;
  });
  await using cut = connect(cutting);
  await using late = connect(silent, { deadlines: { write: 150 } });
  await using torn = connect(half);

  expect(await gatewayErrorOf(cut.gateway.runAzure([id]))).toMatchObject({
    kind: 'unavailable',
    acted: 'maybe',
  });
  expect(await gatewayErrorOf(late.gateway.runAzure([id]))).toMatchObject({
    kind: 'timeout',
    acted: 'maybe',
  });
  expect(await gatewayErrorOf(torn.gateway.runAzure([id]))).toMatchObject({
    kind: 'unavailable',
    acted: 'maybe',
  });
  expect([cutting, silent, half].map((fake) => fake.calls().length)).toEqual([1, 1, 1]);
});

test('FLT-02 a read is tried three times through resets and 5xx, and not again after a 4xx', async () => {
  let calls = 0;
  await using flaky = await startFakeGateway((_arrived, response) => {
    calls += 1;
    if (calls === 1) {
      response.destroy();
      return undefined;
    }
    return calls === 2 ? { status: 503, body: 'later' } : aPage([]);
  });
  await using broken = await startFakeGateway(() => ({ status: 500, body: 'INTERNAL_ERROR' }));
  await using refusing = await startFakeGateway(() => ({ status: 400, body: 'BAD_REQUEST' }));
  await using first = connect(flaky);
  await using second = connect(broken);
  await using third = connect(refusing);

  expect((await first.gateway.listConnectors('azure')).incomplete).toBe(false);
  expect(await gatewayErrorOf(second.gateway.listConnectors('azure'))).toMatchObject({
    kind: 'unavailable',
    acted: 'no',
    status: 500,
    detail: 'INTERNAL_ERROR',
  });
  expect(await gatewayErrorOf(third.gateway.listConnectors('azure'))).toMatchObject({ kind: 'rejected' });
  expect([flaky, broken, refusing].map((fake) => fake.calls().length)).toEqual([3, 3, 1]);
});

test('FLT-01 a read ends at its deadline however slowly the gateway drips', async () => {
  await using dripping = await startFakeGateway((_arrived, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
    return undefined;
  });
  await using console = connect(dripping, { deadlines: { read: 400 } });

  // The dripping never ends by itself: only the deadline can.
  expect(await gatewayErrorOf(console.gateway.listConnectors('azure'))).toMatchObject({
    kind: 'timeout',
    acted: 'no',
  });
});

test('DOS-07 an answer beyond eight MiB is not read to its end', async () => {
  await using fake = await startFakeGateway(() => ({ body: Buffer.alloc(9 * 1024 * 1024, 0x20) }));
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.readConnector('azure', id))).toMatchObject({
    kind: 'unreadable',
  });
  expect(await gatewayErrorOf(console.gateway.runAzure([id]))).toMatchObject({
    kind: 'unreadable',
    acted: 'maybe',
  });
});

test('SSRF-02 a name that leads to a private address is refused while connecting', async () => {
  const dialled: Socket[] = [];
  const listener = createServer((socket) => dialled.push(socket.destroy()));
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  for (const inside of [
    '127.0.0.1',
    '169.254.169.254',
    '10.0.0.1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
  ]) {
    await using console = connect(
      { host: 'unused', url: `https://gateway.example.com:${port}` },
      {
        allowedHosts: [],
        resolveName: (_name, _options, answer) =>
          answer(null, [{ address: inside, family: inside.includes(':') ? 6 : 4 }]),
      },
    );
    expect(await gatewayErrorOf(console.gateway.mintToken())).toMatchObject({
      kind: 'unavailable',
      acted: 'no',
    });
  }
  listener.close();
  expect(dialled).toEqual([]);
});

test.each([
  '169.254.169.254',
  '169.254.1.1',
  'fe80::1',
  'fd00:ec2::254',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '100.100.100.200',
  '168.63.129.16',
  '0.0.0.0',
])('SSRF-02 an allowed host whose name leads to %s is refused while connecting', async (inside) => {
  const resolveName: ResolveName = (_name, _options, answer) =>
    answer(null, [{ address: inside, family: inside.includes(':') ? 6 : 4 }]);
  const allowedHosts = ['gateway.internal'];
  const dial = createAddressPolicy(allowedHosts, resolveName).lookupFor('https://gateway.internal');
  await using console = connect(
    { host: 'unused', url: 'https://gateway.internal' },
    { allowedHosts, resolveName },
  );

  expect(await gatewayErrorOf(console.gateway.mintToken())).toMatchObject({
    kind: 'unavailable',
    cut: false,
  });
  // From here such an address may answer no call anyway: what the socket is given tells.
  dial('gateway.internal', { all: true }, (error, addresses) => {
    expect([error?.code, addresses]).toEqual(['ADDRESS_NOT_PUBLIC', '']);
  });
  expect.assertions(2);
});

test('SSRF-02 an allowed host whose name leads to a private address is dialed there', () => {
  const inside = [{ address: '10.1.2.3', family: 4 }];
  const policy = createAddressPolicy(['gateway.internal'], (_name, _options, answer) => answer(null, inside));

  policy.lookupFor('https://gateway.internal')('gateway.internal', { all: true }, (error, addresses) => {
    expect([error, addresses]).toEqual([null, inside]);
  });
  expect.assertions(1);
});

test('SSRF-02 neither is the address itself dialed when it was allowed', async () => {
  for (const host of ['169.254.169.254', '[fd00:ec2::254]', '[fe80::1]']) {
    await using console = connect({ host, url: `https://${host}` }, { allowedHosts: [host] });
    expect(await gatewayErrorOf(console.gateway.mintToken())).toMatchObject({
      tried: false,
      note: 'The console does not call this API server.',
    });
  }
});

test.each([
  ['plain http to a public host', 'http://gateway.example.com'],
  ['plain http to an allowed host that is not this machine', 'http://10.1.2.3'],
  ['a private address in figures', 'https://10.0.0.1'],
  ['this machine, not on the list', 'https://127.0.0.1:8443'],
  ['this machine in another spelling', 'https://0x7f.1'],
  ['this machine over IPv6', 'https://[::1]'],
  ['a user name in the address', 'https://user@gateway.example.com'],
  ['another scheme', 'file:///etc/passwd'],
  ['no address', 'gateway'],
])('the console does not dial %s', async (_what, url) => {
  await using fake = await startFakeGateway(() => aPage([]));
  await using console = connect(fake, { gatewayUrl: url, allowedHosts: [fake.host, '10.1.2.3'] });

  const error = await gatewayErrorOf(
    console.gateway.createAzure(sampleSpec, new Secret('azure-secret-canary')),
  );

  expect(error).toMatchObject({
    kind: 'unavailable',
    acted: 'no',
    note: 'The console does not call this gateway.',
  });
  expect(fake.journal).toEqual([]);
});
