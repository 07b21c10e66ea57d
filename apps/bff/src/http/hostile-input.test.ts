import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleSecret,
  sampleSpec,
  startConnected,
  workspaceAt,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
let cookie: string;
beforeAll(async () => {
  client = await startConnected();
  cookie = await client.bff.signIn();
});
afterAll(() => client[Symbol.asyncDispose]());

const hostileIds = [
  '..',
  '.',
  '%2e%2e',
  '%2e%2e%2f',
  'a%2f..%2fx',
  '%09..',
  '1;x',
  '1%3Fx=1',
  '1%23',
  '%EF%BC%91%EF%BC%92',
  '1e3',
  '-1',
  '+1',
  '0x10',
  '12345678901234567890',
  '%5B%5D',
  '%7B%7D',
  '1%00',
  '1%0d%0a',
  'null',
  '%20',
  "1'--",
  '__proto__',
];

test('INJ-02 no hostile id reaches the gateway, on any route and with any method', async () => {
  client.vendor.clearJournal();
  const routes = Object.values(endpoints).filter(({ path }) =>
    /\{(id|job|draft|operation|workspace)\}/.test(path),
  );
  for (const { method, path } of routes) {
    for (const hostile of hostileIds) {
      for (const name of path.match(/\{(?!cloud)\w+\}/g) ?? []) {
        // A job id of the vendor's may be any letters, digits and dashes: none of these can leave its place in a path.
        if (name === '{job}' && /^[A-Za-z0-9-]+$/.test(hostile)) continue;
        const address = path
          .replace(name, hostile)
          .replace('{cloud}', 'azure')
          .replace(/\{id\}|\{job\}/, '1')
          .replace(/\{\w+\}/g, client.workspace.id);
        const { status } = await client.bff.send(method, address, { cookie, body: {} });
        expect([400, 404, 405], `${method} ${address} answered ${status}`).toContain(status);
      }
    }
  }
  expect(client.vendor.journal()).toEqual([]);
});

test('INJ-03 line breaks, nulls and letters beyond ASCII are refused before a header could carry them', async () => {
  const bad = ['a\r\nX-Evil: 1', 'a\nb', 'a\0b', 'sécret', 'zero\u200bwidth', 'x'.repeat(64 * 1024), ' ', ''];
  client.vendor.clearJournal();
  for (const text of bad) {
    for (const field of ['clientId', 'clientSecret', 'name'] as const) {
      // A name may hold letters of any language.
      if (field === 'name' && ['sécret', 'zero\u200bwidth'].includes(text)) continue;
      const body = workspaceAt(client.gateway.url, { name: 'Hostile', [field]: text });
      const answer = await client.bff.send('POST', '/api/workspaces', { cookie, body });
      expect(answer, `${field} ${JSON.stringify(text.slice(0, 20))}`).toMatchObject({ status: 400 });
      expect(answer.body).toHaveProperty(['fields', field]);
    }
  }
  expect(client.vendor.journal()).toEqual([]);
});

test('INJ-03 a request id from outside is replaced', async () => {
  const headers = { 'x-request-id': 'mine' };
  const answer = await client.bff.send('GET', '/api/session', { headers });
  expect(answer.headers['x-request-id']).not.toBe('mine');
});

test('INJ-06 keys that could reach a prototype are refused as unknown fields', async () => {
  const rawBody = JSON.stringify(workspaceAt(client.gateway.url, { name: 'Polluted' })).replace(
    '{',
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
  );
  const answer = await client.bff.send('POST', '/api/workspaces', { cookie, rawBody });

  expect(answer.status).toBe(400);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('DOS-06 a time in a year that no database knows is refused, also where the offset leads to one', async () => {
  const path = `/api/workspaces/${client.workspace.id}/activity`;
  for (const time of ['0000-01-01T00:00:00Z', '0000-12-31T23:59:59-01:00', '0001-01-01T00:00:00%2B14:00']) {
    for (const name of ['from', 'to']) {
      const answer = await client.bff.send('GET', `${path}?${name}=${time}`, { cookie });
      const isOfYearOne = time.includes('-01:00');
      expect(answer, `${name}=${time}`).toMatchObject({ status: isOfYearOne ? 200 : 400 });
    }
  }
});

test('what the console itself holds wrongly is no fault of the caller', async () => {
  const { db } = client.bff.database;
  const params = { workspace: client.workspace.id };
  const body = { cloud: 'azure', step: 'basics', values: { ...sampleSpec, scopeText: null } } as const;
  const { id: draft } = await client.ask(endpoints.startDraft, { params, body });
  await db.execute(sql`update drafts set "values" = '{"name": {"is": "no text"}}' where id = ${draft}`);

  const read = { params: { ...params, draft } };
  expect(await client.refused(endpoints.readDraft, read)).toMatchObject({
    status: 409,
    code: 'conflict',
    message: 'This version of the console cannot read the draft.',
    kept: 'The draft is stored as it is.',
  });
});

test('the largest scope there may be is judged at once, for while it is judged every other caller waits', async () => {
  const units = (side: string) =>
    Array.from({ length: 50_000 }, (_, index) => `management-group-${side}-${index}`);
  const included = units('in');
  const path = `/api/workspaces/${client.workspace.id}/connectors/azure`;
  const scope = { included, excluded: [...units('out').slice(1), 'management-group-in-49999'] };
  const body = {
    idempotencyKey: crypto.randomUUID(),
    spec: { ...sampleSpec, scope },
    secretValue: sampleSecret,
    runNow: false,
    draftId: null,
  };
  const answer = await client.bff.send('POST', path, { cookie, body });

  expect(answer).toMatchObject({
    status: 400,
    body: { fields: { 'spec.scope': 'A management group cannot be included and excluded at once.' } },
  });
});

test('DOS-08 a body of nested brackets or of endless values is refused before it is parsed', async () => {
  const path = `/api/workspaces/${client.workspace.id}/connectors/azure`;
  const sent = (rawBody: string) => client.bff.send('POST', path, { cookie, rawBody });

  expect(await sent('['.repeat(4_000_000))).toMatchObject({
    status: 400,
    body: { code: 'invalid-request', message: 'The body is nested too deeply: 32 levels are allowed.' },
  });
  expect(await sent(`{"spec":${'{"a":'.repeat(40)}1${'}'.repeat(41)}`)).toMatchObject({
    status: 400,
    body: { message: 'The body is nested too deeply: 32 levels are allowed.' },
  });
  expect(await sent(`{"spec":[${'1,'.repeat(1_000_000)}1]}`)).toMatchObject({
    status: 413,
    body: { code: 'too-large', message: 'The body holds too many values: 200,000 are allowed.' },
  });
});

test('DOS-08 brackets and commas inside a text count for nothing', async () => {
  const name = `${'[{\\"'.repeat(40)}${','.repeat(200_001)}]`;
  const rawBody = `{"name":"${name}"}`;
  const answer = await client.bff.send('POST', '/api/workspaces', { cookie, rawBody });

  expect(answer).toMatchObject({ status: 400, body: { message: 'Some values cannot be accepted.' } });
});
