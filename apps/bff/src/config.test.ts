import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ConfigProblems, type Environment, readConfig } from './config.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

test('an empty environment gives a console for this machine', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    publicOrigin: 'http://127.0.0.1:4000',
    databaseUrl: undefined,
    keys: undefined,
    admin: undefined,
    demo: undefined,
    gatewayHosts: [],
    trustedProxies: [],
    refreshSeconds: 300,
    logLevel: 'info',
  });
});

test('every problem is listed at once, in sentences', () => {
  const problems = problemsOf({
    CONSOLE_PORT: 'http',
    CONSOLE_LOG_LEVEL: 'loud',
    CONSOLE_ADMIN_EMAIL: 'root@console.example',
    CONSOLE_DEMO: '1',
    CONSOLE_DATABASE_URL: 'mysql://root:hunter2@db/console',
    CONSOLE_REFRESH_SECONDS: '1',
  });
  expect(problems).toEqual([
    'CONSOLE_PORT must be a whole number from 1 to 65535.',
    'CONSOLE_DEMO_GATEWAY_URL must be set when CONSOLE_DEMO is 1.',
    'CONSOLE_DEMO_CLIENT_ID must be set when CONSOLE_DEMO is 1.',
    'CONSOLE_DEMO_CLIENT_SECRET must be set when CONSOLE_DEMO is 1.',
    'CONSOLE_DATABASE_URL must be a postgresql:// address.',
    'CONSOLE_ADMIN_EMAIL and CONSOLE_ADMIN_PASSWORD go together: set both or neither.',
    'CONSOLE_LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
    'CONSOLE_REFRESH_SECONDS must be a whole number from 5 to 86400.',
  ]);
});

test.each<[string, Environment, string]>([
  [
    'plain http on another host',
    { CONSOLE_PUBLIC_URL: 'http://console.example.com' },
    'plain http on another host',
  ],
  ['a path', { CONSOLE_PUBLIC_URL: 'https://example.com/console' }, 'must be an origin only'],
  ['a user', { CONSOLE_PUBLIC_URL: 'https://a@example.com' }, 'must be an origin only'],
  ['another scheme', { CONSOLE_PUBLIC_URL: 'ftp://example.com' }, 'must be an http or https address'],
  ['nothing a browser can open', { CONSOLE_HOST: '0.0.0.0' }, 'CONSOLE_PUBLIC_URL is not set'],
  [
    'https and unprotected cookies',
    { CONSOLE_PUBLIC_URL: 'https://a.example', CONSOLE_INSECURE_HTTP: '1' },
    'remove one',
  ],
  [
    'a loopback look-alike',
    { CONSOLE_PUBLIC_URL: 'http://127.0.0.1.example.com' },
    'plain http on another host',
  ],
])('SES-02 a contradictory public address refuses to boot: %s', (_what, environment, reason) => {
  expect(problemsOf(environment)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  'https://console.example.com',
  'https://console.example.com:8443',
  'http://localhost:4000',
  'http://[::1]:4000',
])('SES-02 the public address %s is accepted', (url) => {
  expect(readConfig({ CONSOLE_PUBLIC_URL: url })).toMatchObject({ publicOrigin: url, insecureHttp: false });
});

test('plain http beyond this machine has to be asked for by name', () => {
  const environment = { CONSOLE_PUBLIC_URL: 'http://console.lan:4000', CONSOLE_INSECURE_HTTP: '1' };
  expect(readConfig(environment)).toMatchObject({ insecureHttp: true });
});

test.each([['true'], ['*'], ['10.0.0.0/8, true'], ['0.0.0.0/0'], ['::/0'], ['proxy.example']])(
  'trusting the proxies "%s" refuses to boot',
  (value) => {
    expect(problemsOf({ CONSOLE_TRUSTED_PROXIES: value })).toEqual([
      expect.stringMatching(/^CONSOLE_TRUSTED_PROXIES has "/),
    ]);
  },
);

test('trusted proxies are networks, single addresses included', () => {
  const { trustedProxies } = readConfig({ CONSOLE_TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7, fd00::1' });
  expect(trustedProxies).toEqual(['10.0.0.0/8', '192.0.2.7/32', 'fd00::1/128']);
});

test('unchecked TLS refuses to boot', () => {
  expect(problemsOf({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual([
    expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED is 0'),
  ]);
});

test('gateway hosts are host or host:port, and the demo’s own is among them', () => {
  const demo = {
    CONSOLE_DEMO: '1',
    CONSOLE_DEMO_GATEWAY_URL: 'http://127.0.0.1:4100',
    CONSOLE_DEMO_CLIENT_ID: 'demo',
    CONSOLE_DEMO_CLIENT_SECRET: 'demo-secret',
  };
  expect(
    readConfig({ ...demo, CONSOLE_GATEWAY_HOSTS: 'Gateway.example, other.example:8443' }).gatewayHosts,
  ).toEqual(['gateway.example', 'other.example:8443', '127.0.0.1:4100']);
  for (const hostile of ['https://a.example', 'a.example/path', 'user@a.example', '*.example', 'a b']) {
    expect(problemsOf({ CONSOLE_GATEWAY_HOSTS: hostile }), hostile).toHaveLength(1);
  }
});

test('keys come newest first, 32 bytes each, every id once', () => {
  const { keys } = readConfig({ CONSOLE_KEYS: `new:${key(2)},old:${key(1)}` });
  expect(keys?.map(({ id }) => id)).toEqual(['new', 'old']);
  for (const broken of [
    'nocolon',
    `a:${key(1)},a:${key(2)}`,
    'a:c2hvcnQ=',
    `a.b:${key(1)}`,
    `a:${key(1)}!`,
    `a:${key(1)},`,
  ]) {
    expect(problemsOf({ CONSOLE_KEYS: broken }), broken).toHaveLength(1);
  }
});

test('AUTH-08 the first administrator’s password is held to the same rule whichever way it comes', () => {
  const asked = (password: string) => ({
    CONSOLE_ADMIN_EMAIL: 'admin@console.example',
    CONSOLE_ADMIN_PASSWORD: password,
  });
  for (const password of ['admin', 'x'.repeat(14), 'x'.repeat(1025), 'é'.repeat(513)]) {
    const [problem, ...others] = problemsOf(asked(password));
    expect(others).toEqual([]);
    expect(problem).toBe('CONSOLE_ADMIN_PASSWORD must be at least 15 characters and at most 1024 bytes.');
  }
  expect(readConfig(asked('x'.repeat(15))).admin?.email).toBe('admin@console.example');
});

test('SEC-03 no secret of the environment can be printed, nor does a problem repeat one', () => {
  const secrets = {
    CONSOLE_DATABASE_URL: 'postgresql://console:CANARY-database@db.example/console',
    CONSOLE_ADMIN_EMAIL: 'admin@console.example',
    CONSOLE_ADMIN_PASSWORD: ' CANARY-password ',
    CONSOLE_KEYS: `k1:${Buffer.from('CANARY-key-of-exactly-32-bytes!!').toString('base64')}`,
    CONSOLE_DEMO: '1',
    CONSOLE_DEMO_GATEWAY_URL: 'http://localhost:4100',
    CONSOLE_DEMO_CLIENT_ID: 'demo',
    CONSOLE_DEMO_CLIENT_SECRET: 'CANARY-client',
  };
  const config = readConfig(secrets);
  expect(config.admin?.password.exposeSecret()).toBe(' CANARY-password ');
  const printed = [
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    `${config.databaseUrl}`,
  ].join();
  expect(printed).not.toMatch(/CANARY|Q0FOQVJZ/);

  const problems = problemsOf({
    ...secrets,
    CONSOLE_DATABASE_URL: 'CANARY',
    CONSOLE_KEYS: 'CANARY',
    CONSOLE_PORT: 'x',
  });
  expect(problems.join()).not.toContain('CANARY');
});

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
  throw new Error('The environment was accepted.');
}
