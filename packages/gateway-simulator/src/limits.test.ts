import { gatewayOperations as on, readAnswer } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { startSimulator } from './simulator-under-test.ts';

const client = { clientId: 'client-under-test', clientSecret: 'secret-under-test' };

test('a token is plain text, signed RS256, and lives four hours', async () => {
  await using simulator = await startSimulator();
  const response = await simulator.ask(on.T1, { headers: client });
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  const [header = '', payload = '', signature] = text.split('.');
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(Buffer.from(signature ?? '', 'base64url')).toHaveLength(256);
  const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(exp - iat).toBe(4 * 60 * 60);
});

test.each(['text', 'folded', 'quoted', 'json'] as const)(
  'a token written as %s is good',
  async (tokenForm) => {
    await using simulator = await startSimulator({ settings: { tokenForm } });
    const answer = readAnswer(on.T1, await (await simulator.ask(on.T1, { headers: client })).text());
    const authorization = `Bearer ${answer.ok ? answer.answer.jwt : ''}`;
    expect((await simulator.ask(on.A5, { headers: { authorization } })).status).toBe(200);
  },
);

test('the alternative path mints too', async () => {
  await using simulator = await startSimulator();
  const response = await fetch(`${simulator.url}/auth/oauth`, { method: 'POST', headers: client });
  expect(readAnswer(on.T1, await response.text()).ok).toBe(true);
});

test.each([
  ['a wrong secret', { ...client, clientSecret: 'wrong' }],
  ['a wrong client', { ...client, clientId: 'wrong' }],
  ['nothing', {}],
])('%s gets no token', async (_name, headers) => {
  await using simulator = await startSimulator();
  expect(await simulator.refusal(on.T1, { headers })).toEqual({ status: 401, message: 'Unauthorized error' });
});

test('without a good token no operation answers', async () => {
  await using simulator = await startSimulator();
  const good = await simulator.mint();
  const [header, payload = '', signature] = good.split('.');
  const forged = `${header}.${Buffer.from('{"exp":9999999999}').toString('base64url')}.${signature}`;
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  for (const authorization of ['', 'Bearer ', `Basic ${good}`, `Bearer ${forged}`, `Bearer ${unsigned}`]) {
    expect((await simulator.ask(on.A5, { headers: { authorization } })).status).toBe(401);
  }
});

test('a token ends with its time, or when all tokens are declared void', async () => {
  await using simulator = await startSimulator({ settings: { tokenLifetimeSeconds: 60 } });
  expect((await simulator.ask(on.A5)).status).toBe(200);
  simulator.control.advance(61);
  expect((await simulator.ask(on.A5)).status).toBe(401);
  simulator.forgetToken();
  expect((await simulator.ask(on.A5)).status).toBe(200);
  simulator.control.setSettings({ expireTokens: true });
  expect((await simulator.ask(on.A5)).status).toBe(401);
});

test('every gateway answer tells the limits; the token is free', async () => {
  await using simulator = await startSimulator();
  const answer = await simulator.ask(on.A5);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-ratelimit-limit': '2000',
    'x-ratelimit-window-sec': '3600',
    'x-ratelimit-remaining': '1999',
    'x-ratelimit-towait-sec': '0',
    'x-concurrency-limit-limit': '10',
    'x-concurrency-limit-running': '1',
  });
  const refused = await simulator.ask(on.A6, { params: { id: '1' } });
  expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([404, '1999']);
  expect((await simulator.ask(on.T1, { headers: client })).headers.get('x-ratelimit-limit')).toBeNull();
});

test('beyond the rate the call is a conflict that says how long to wait, for this operation alone', async () => {
  await using simulator = await startSimulator({ settings: { rateLimit: { limit: 2, windowSeconds: 100 } } });
  await simulator.ask(on.A5);
  simulator.control.advance(30);
  await simulator.ask(on.A5);
  const blocked = await simulator.ask(on.A5);
  expect(blocked.status).toBe(409);
  expect(blocked.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(blocked.headers.get('x-ratelimit-towait-sec')).toBe('70');
  expect((await simulator.ask(on.W3)).status).toBe(200);
  simulator.control.advance(70);
  expect((await simulator.ask(on.A5)).status).toBe(200);
});

test('too many calls at once are a conflict with the running ones named', async () => {
  await using simulator = await startSimulator({ settings: { concurrencyLimit: 2 } });
  await simulator.ask(on.W3);
  simulator.control.setSettings({ latencyMs: 1_000 });
  const answers = await Promise.all([1, 2, 3].map(() => simulator.ask(on.A5)));
  const blocked = answers.filter((answer) => answer.status === 409);
  expect(blocked).toHaveLength(1);
  expect(blocked[0]?.headers.get('x-concurrency-limit-running')).toBe('2');
  simulator.control.setSettings({ latencyMs: 0 });
  expect((await simulator.ask(on.A5)).status).toBe(200);
});

const asText = 'This API cannot be run again for another 100 seconds.';

test.each([
  ['429', 429, '100', 'Too Many Requests'],
  ['429-bare', 429, null, ''],
  ['409-json', 409, null, '"errorCode":"1965"'],
  ['409-xml', 409, null, '<CODE>1965</CODE>'],
  ['409-text', 409, null, asText],
] as const)('a limit can be told as %s', async (limitStyle, status, toWait, body) => {
  const rateLimit = { limit: 1, windowSeconds: 100 };
  await using simulator = await startSimulator({ settings: { rateLimit, limitStyle } });
  await simulator.ask(on.A5);
  const blocked = await simulator.ask(on.A5);
  expect([blocked.status, blocked.headers.get('x-ratelimit-towait-sec')]).toEqual([status, toWait]);
  expect(blocked.headers.get('x-ratelimit-remaining')).toBe(limitStyle.startsWith('429') ? '0' : null);
  expect(await blocked.text()).toContain(body);
});

test('an answer that the caller does not accept is refused, and nothing is done', async () => {
  await using simulator = await startSimulator();
  const digest = simulator.control.digest();
  const run = (accept: string) => simulator.ask(on.A7, { body: [406_118], headers: { accept } });
  const strict = await run('application/json');
  expect(strict.status).toBe(406);
  expect(simulator.control.digest()).toBe(digest);
  expect((await run('application/json, text/plain')).status).toBe(200);
  expect((await simulator.ask(on.A5, { headers: { accept: 'text/plain' } })).status).toBe(406);
  expect((await simulator.ask(on.A5, { headers: { accept: '*/*' } })).status).toBe(200);
});

test('paths are taken as documented, trailing slashes and all', async () => {
  await using simulator = await startSimulator();
  const headers = { authorization: `Bearer ${await simulator.mint()}` };
  const statusOf = async (path: string) =>
    (await fetch(`${simulator.url}/connectors/v1.0${path}`, { headers })).status;
  expect(await statusOf('/org/azure/')).toBe(200);
  expect(await statusOf('/org/azure')).toBe(404);
  expect(await statusOf('/aws/org/connector')).toBe(200);
  expect(await statusOf('/aws/org/connector/')).toBe(404);
  expect(await statusOf('/ORG/azure/')).toBe(404);
  expect(await statusOf('/org/azure/abc')).toBe(400);
});

test('a body that is no JSON, or does not say that it is, is a bad request', async () => {
  await using simulator = await startSimulator();
  const headers = { authorization: `Bearer ${await simulator.mint()}`, 'content-type': 'application/json' };
  const path = `${simulator.url}${on.A7.template}`;
  const broken = await fetch(path, { method: 'POST', headers, body: '[1' });
  expect(broken.status).toBe(400);
  const form = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/plain' },
    body: '[1]',
  });
  expect(form.status).toBe(400);
});

test('a body beyond ten megabytes, or a path that cannot be decoded, is a bad request', async () => {
  await using simulator = await startSimulator();
  const body = 'x'.repeat(11 * 1024 * 1024);
  const large = await fetch(`${simulator.url}${on.A7.template}`, { method: 'POST', body });
  const garbled = await fetch(`${simulator.url}/connectors/v1.0/org/azure/%zz`);
  expect([large.status, garbled.status]).toEqual([400, 400]);
  expect(await garbled.json()).toMatchObject({ error: 'BAD_REQUEST' });
});
