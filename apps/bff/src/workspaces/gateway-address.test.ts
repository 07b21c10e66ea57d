import { createServer, type Server } from 'node:net';
import { endpoints } from '@console/console-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBff, type TestBff } from '../test-bench/bff.ts';
import { clientOf, workspaceAt } from '../test-bench/connected-console.ts';
import { listPlatforms } from './platforms.ts';

let bff: TestBff;
let client: ReturnType<typeof clientOf>;
let listener: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  const address = listener.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  bff = await startBff({
    gatewayHosts: ['allowed.example.test', 'other.example.test:8443', '127.0.0.1:4100'],
  });
  client = clientOf(bff, await bff.signIn());
});
afterAll(async () => {
  await bff.close();
  await new Promise((resolve) => {
    listener.close(resolve);
  });
});

const create = (url: string) =>
  client.send(endpoints.createWorkspace, { body: workspaceAt(url, { name: nextName() }) });

let names = 0;
function nextName(): string {
  names += 1;
  return `Workspace ${names}`;
}

test('SSRF-01 no spelling of an address that was not allowed gets through, and no socket is opened', async () => {
  const hosts = [
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '①②⑦.0.0.1',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[fd00::1]',
    '100.64.0.1',
    '169.254.169.254',
    '10.0.0.1',
    '192.168.0.1',
    'evil.example.test',
    'allowed.example.test.',
    'allowed.example.test.evil.test',
    'allowed.example.test@127.0.0.1',
    'bücher.example.test',
    'ａllowed.example.test',
  ];
  const spellings = hosts.flatMap((host) => [`http://${host}:${port}`, `https://${host}:${port}`]);
  const others = [
    'file:///etc/passwd',
    'gopher://allowed.example.test',
    'javascript:alert(1)',
    'allowed.example.test',
    'http://allowed.example.test',
    'https://allowed.example.test:22',
    'https://allowed.example.test:5432',
    'https://other.example.test',
    'https://user:secret@allowed.example.test',
    'https://allowed.example.test/path',
    'https://allowed.example.test/?query',
    'https://allowed.example.test/#fragment',
    'https://allowed.example.test\\@evil.test',
    'https://allowed.exam\tple.test',
    'https:allowed.example.test',
    'https://gateway.qg1.apps.qualys.com:8443',
    'http://gateway.qg1.apps.qualys.com',
    `https://allowed.example.test/${'a'.repeat(250)}`,
  ];

  for (const spelling of [...spellings, ...others]) {
    const { status, body } = await create(spelling);
    expect({ spelling, status, body }).toMatchObject({
      spelling,
      status: 422,
      body: { code: 'host-not-allowed' },
    });
  }
  expect((await create(`https://allowed.example.test/${'a'.repeat(3000)}`)).status).toBe(400);
  expect(connections).toBe(0);
});

test('a refused host is named, together with what to do about it', async () => {
  const problem = await client.refused(endpoints.createWorkspace, {
    body: workspaceAt('https://evil.example.test'),
  });

  expect(problem.message).toContain('evil.example.test');
  expect(problem.next).toContain('CONSOLE_GATEWAY_HOSTS');
  expect(problem.fields?.apiServerUrl).toBeDefined();
});

test('hosts the operator listed are taken, plain http on loopback alone, and kept as origins', async () => {
  const taken = {
    'https://allowed.example.test': 'https://allowed.example.test',
    'HTTPS://Allowed.Example.test:443/': 'https://allowed.example.test',
    'https://other.example.test:8443': 'https://other.example.test:8443',
    'http://127.0.0.1:4100/': 'http://127.0.0.1:4100',
  };
  for (const [written, origin] of Object.entries(taken)) {
    const { body } = await create(written);
    expect(body).toMatchObject({ gatewayUrl: origin, apiServerUrl: origin });
  }
});

test('every known platform brings its two addresses along', async () => {
  const { platforms } = await client.ask(endpoints.listPlatforms, {});

  expect(platforms).toHaveLength(14);
  expect(platforms).toEqual(listPlatforms());
  const { platform, clientId, clientSecret } = { ...workspaceAt(''), platform: 'EU1' as const };
  const created = await client.ask(endpoints.createWorkspace, {
    body: { name: 'Europe', platform, clientId, clientSecret },
  });
  expect(created).toMatchObject({
    apiServerUrl: 'https://qualysapi.qualys.eu',
    gatewayUrl: 'https://gateway.qg1.apps.qualys.eu',
  });
});

test('a known platform takes no addresses, and a custom one needs both', async () => {
  const { clientId, clientSecret } = workspaceAt('');
  const body = { name: 'Mixed', clientId, clientSecret, gatewayUrl: 'https://allowed.example.test' };

  const fixed = await client.refused(endpoints.createWorkspace, { body: { ...body, platform: 'US1' } });
  const missing = await client.refused(endpoints.createWorkspace, { body: { ...body, platform: 'custom' } });

  expect(fixed).toMatchObject({ status: 400, fields: { gatewayUrl: expect.any(String) } });
  expect(missing).toMatchObject({ status: 400, fields: { apiServerUrl: expect.any(String) } });
});
