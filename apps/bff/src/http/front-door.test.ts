import { connect } from 'node:net';
import { endpoints } from '@console/console-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBff, type TestBff } from '../test-bench/bff.ts';

describe('the front door', () => {
  let bff: TestBff;
  let cookie: string;
  let port: number;

  beforeAll(async () => {
    bff = await startBff();
    cookie = await bff.signIn();
    port = Number(new URL(bff.url).port);
  });
  afterAll(() => bff.close());

  const everyCall = Object.values(endpoints).map(({ method, path, access }) => ({
    method,
    access,
    path: path
      .replace(/\{id\}/, '1')
      .replace(/\{cloud\}/, 'azure')
      .replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
  }));

  test('CSRF-03 every route of the contract refuses a call without the header, before it looks at anything else', async () => {
    for (const { method, path } of everyCall) {
      const answer = await bff.send(method, path, { cookie, headers: { 'x-console': '' } });
      expect(answer, `${method} ${path}`).toMatchObject({ status: 403, body: { code: 'cross-site' } });
    }
  });

  test('AC-01 every route that is not public answers 401 to a stranger', async () => {
    for (const { method, path, access } of everyCall.filter((call) => call.access !== 'public')) {
      const answer = await bff.send(method, path);
      expect(answer, `${method} ${path} (${access})`).toMatchObject({
        status: 401,
        body: { code: 'signed-out' },
      });
    }
  });

  const own = () => ({ origin: bff.url });
  const truthTable: { name: string; headers: () => Record<string, string>; allowed: boolean }[] = [
    { name: 'same-origin', headers: () => ({ 'sec-fetch-site': 'same-origin' }), allowed: true },
    { name: 'none', headers: () => ({ 'sec-fetch-site': 'none' }), allowed: true },
    { name: 'cross-site', headers: () => ({ 'sec-fetch-site': 'cross-site' }), allowed: false },
    { name: 'same-site', headers: () => ({ 'sec-fetch-site': 'same-site' }), allowed: false },
    { name: 'no metadata and no origin (a script)', headers: () => ({}), allowed: true },
    { name: 'own origin', headers: own, allowed: true },
    { name: 'another origin', headers: () => ({ origin: 'https://evil.example' }), allowed: false },
    { name: 'another port', headers: () => ({ origin: 'http://127.0.0.1:1' }), allowed: false },
    { name: 'origin null', headers: () => ({ origin: 'null' }), allowed: false },
    {
      name: 'origin with user info',
      headers: () => ({ origin: bff.url.replace('//', '//a@') }),
      allowed: false,
    },
    {
      name: 'same-origin by word, foreign by origin',
      headers: () => ({ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }),
      allowed: false,
    },
    { name: 'another host name', headers: () => ({ host: 'evil.example' }), allowed: false },
  ];

  test.each(truthTable)('CSRF-01 $name', async ({ headers, allowed }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await bff.send(method, '/api/workspaces', { headers: headers() });
      expect(answer.status === 403, `${method} answered ${answer.status}`).toBe(!allowed);
      const bare = await bff.send(method, '/api/workspaces', { headers: { ...headers(), 'x-console': '' } });
      expect(bare.status).toBe(403);
    }
  });

  test('CSRF-05 only UTF-8 JSON is read, and nothing else becomes an internal error', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    const charsets = ['; charset=utf-7', '; charset="utf-8"; charset=utf-7', '; charset*=utf-7'];
    for (const type of [...types, ...charsets.map((charset) => `application/json${charset}`), '']) {
      const answer = await bff.send('POST', '/api/session', {
        rawBody: '{"email":"a","password":"b"}',
        headers: { 'content-type': type },
      });
      expect(answer, type).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    }
  });

  test('CSRF-05 a packed body is refused before anything unpacks it', async () => {
    const rawBody = '{"email":"a","password":"b"}';
    for (const encoding of ['gzip', 'deflate', 'br', 'nonsense']) {
      const answer = await bff.send('POST', '/api/session', {
        rawBody,
        headers: { 'content-encoding': encoding },
      });
      expect(answer, encoding).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    }
  });

  test('CSRF-08 no answer ever allows another origin', async () => {
    for (const path of ['/api/session', '/api/openapi.json', '/livez', '/nothing-here', '/']) {
      const answer = await bff.send('GET', path, { cookie, headers: { origin: 'https://evil.example' } });
      const names = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
      expect(names, path).toEqual([]);
    }
  });

  test('AUTH-12 no spelling of a path gets past the session', async () => {
    const spellings = [
      '/api/workspaces?/livez',
      '//livez/../api/workspaces',
      '/API/workspaces',
      '/api/workspaces/',
      '/api/workspaces;x',
      '/api/workspaces.',
      '/api%2fworkspaces',
      '/livez/../api/workspaces',
      '/api/./workspaces',
      '/%61pi/workspaces',
    ];
    for (const path of spellings) {
      const status = await rawStatus(
        port,
        `GET ${path} HTTP/1.1\r\nX-Console: 1\r\nAccept: application/json`,
      );
      expect([400, 401, 403, 404], `${path} answered ${status}`).toContain(status);
    }
    const absolute = `GET http://evil.example/api/workspaces HTTP/1.1\r\nX-Console: 1`;
    expect([400, 401, 403, 404]).toContain(await rawStatus(port, absolute));
    expect([400, 401, 403, 404]).toContain(
      await rawStatus(port, 'GET /api/workspaces HTTP/1.0\r\nX-Console: 1'),
    );
  });

  test('AUTH-14 identity headers and method overrides are ignored', async () => {
    const headers = {
      'x-webauth-user': 'admin',
      authorization: 'Basic YWRtaW46YWRtaW4=',
      'x-original-url': '/livez',
      'x-http-method-override': 'GET',
    };
    expect((await bff.send('GET', '/api/workspaces', { headers })).status).toBe(401);
  });

  test('AC-02 a method that a path does not take is refused', async () => {
    expect(await bff.send('PUT', '/api/session', { cookie })).toMatchObject({ status: 405 });
    expect(await bff.send('DELETE', '/api/workspaces', { cookie })).toMatchObject({ status: 405 });
  });

  test('CSP-01 every class of answer carries the policy', async () => {
    const policy =
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
      "manifest-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';object-src 'none'";
    for (const path of [
      '/',
      '/api/session',
      '/api/nothing',
      '/assets/nothing.js',
      '/livez',
      '/no/page.txt',
    ]) {
      const { headers } = await bff.send('GET', path);
      expect(headers['content-security-policy'], path).toBe(policy);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
      expect(headers['permissions-policy'], path).toContain('camera=(), clipboard-read=()');
      expect(headers['x-powered-by'], path).toBeUndefined();
    }
  });

  test('SEC-05 a broken body beside a secret is refused without an echo, in the answer and in the log', async () => {
    const canary = 'canary-7f3a9b2c5d';
    const bodies = [
      `{"email":"a","password":"${canary}"`,
      `"${canary}"`,
      `{"password":${canary}}`,
      `[${canary}`,
    ];
    for (const rawBody of bodies) {
      const answer = await bff.send('POST', '/api/session', { rawBody });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(canary);
    }
    const wrongType = { email: { [canary]: canary }, password: [canary], extra: canary };
    const answer = await bff.send('POST', '/api/session', { body: wrongType });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(answer.text).not.toContain(canary);
    expect(bff.logs()).not.toContain(canary);
  });

  test('DOS-01 a body over the limit is refused', async () => {
    const rawBody = JSON.stringify({ name: 'x'.repeat(5_000_000) });
    expect(await bff.send('POST', '/api/workspaces', { cookie, rawBody })).toMatchObject({ status: 413 });
  });

  test('DOS-01 a stranger may send little, for reading a large body keeps other callers waiting', async () => {
    const rawBody = JSON.stringify({ email: 'a', password: 'x'.repeat(20_000) });
    for (const path of ['/api/session', '/api/setup']) {
      expect(await bff.send('POST', path, { rawBody }), path).toMatchObject({ status: 413 });
    }
  });

  test('INJ-02 a path that cannot be decoded is nothing that is there, and no fault of the console', async () => {
    for (const path of ['/api/%ff', '/api/workspaces/%ff', '/api/workspaces/%', '/assets/%ff', '/%']) {
      const status = await rawStatus(port, `GET ${path} HTTP/1.1\r\nX-Console: 1\r\nCookie: ${cookie}`);
      expect([400, 404], `${path} answered ${status}`).toContain(status);
    }
    expect(bff.logs()).not.toContain('unexpected');
  });

  test('SEC-05 text that no database can store is refused at the sign-in', async () => {
    const answer = await bff.send('POST', '/api/session', { body: { email: 'a\0@b.test', password: 'x' } });
    expect(answer).toMatchObject({ status: 400, body: { fields: { email: expect.any(String) } } });
  });

  test('every problem names the request that the log names', async () => {
    const answer = await bff.send('GET', '/api/session');
    const { requestId } = Object(answer.body);
    expect(answer.headers['x-request-id']).toBe(requestId);
    expect(bff.logs()).toContain(requestId);
  });

  test('the OpenAPI document describes every endpoint', async () => {
    const { body } = await bff.send('GET', '/api/openapi.json');
    for (const { method, path } of Object.values(endpoints)) {
      expect(body).toHaveProperty(['paths', path, method.toLowerCase(), 'responses']);
    }
  });

  test('SEC-16 metrics are for this machine, and for others only with the token', async () => {
    const metricsToken = 'a-token-for-the-scraper';
    const guarded = await startBff({ metricsToken });
    const read = (headers: Record<string, string>) => guarded.send('GET', '/metrics', { headers });
    const host = 'console.example.test';

    const elsewhere: Record<string, string>[] = [
      { host },
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { host, authorization: 'Bearer another-token-for-the-scraper' },
      { host, authorization: `Basic ${metricsToken}` },
    ];
    for (const headers of elsewhere) {
      expect(await read(headers), JSON.stringify(headers)).toMatchObject({ status: 403 });
    }
    expect(await read({})).toMatchObject({ status: 200 });
    expect(await read({ host, authorization: `Bearer ${metricsToken}` })).toMatchObject({ status: 200 });
    await guarded.close();
  });

  test('SEC-17 what begins with a dot is no page, wherever it stands in the path', async () => {
    for (const path of ['/.git/config', '/.well-known/openid-configuration', '/.env', '/a/.ssh/id', '/.x']) {
      const answer = await bff.send('GET', path, { headers: { accept: 'text/html' } });
      expect(answer, path).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  test('SEC-18 a call with two hosts, or with none, is refused on every path', async () => {
    for (const path of ['/', '/livez', '/api/session', '/metrics']) {
      const two = `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Console: 1`;
      expect(await rawStatus(port, two), path).toBe(400);
      const none = `GET ${path} HTTP/1.0\r\nX-Console: 1`;
      expect(await rawStatus(port, none, ''), path).toBe(400);
    }
  });

  test('health and metrics answer without a session', async () => {
    expect(await bff.send('GET', '/livez')).toMatchObject({ status: 200, text: 'ok' });
    expect(await bff.send('GET', '/readyz')).toMatchObject({ status: 200, text: 'ok' });
    expect((await bff.send('GET', '/metrics')).text).toContain('console_http_request_seconds');
  });
});

function rawStatus(port: number, head: string, host = `Host: 127.0.0.1:${port}\r\n`): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head}\r\n${host}Connection: close\r\n\r\n`);
    });
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1])));
    socket.on('error', reject);
  });
}
