import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionCookieName } from '../http/session-cookie.ts';
import { cookieOf, startBff, type TestBff, testPassword } from '../test-bench/bff.ts';

const ada = { email: 'ada@example.test', password: testPassword };

describe('sessions', () => {
  let bff: TestBff;

  beforeAll(async () => {
    bff = await startBff();
    await bff.signIn();
  });
  beforeEach(async () => {
    await bff.database.db.execute(sql`delete from sign_in_failures`);
  });
  afterAll(() => bff.close());

  const name = () => sessionCookieName(new URL(bff.url));
  const whoAmI = (cookie: string) => bff.send('GET', '/api/session', { cookie });

  test('SES-01 the cookie is HttpOnly, strict and for the whole host, and its value appears nowhere else', async () => {
    const answer = await bff.send('POST', '/api/session', { body: ada });
    const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();

    expect(line).toMatch(
      new RegExp(`^console-session-${new URL(bff.url).port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    const id = cookieOf(answer).split('=')[1] ?? '';
    expect(answer.text).not.toContain(id);
    expect(bff.logs()).not.toContain(id);
  });

  test('SES-01 on https the cookie carries the __Host- prefix and Secure', async () => {
    const secure = await startBff({ publicUrl: 'https://console.example.test' });
    const token = await secure.console.openSetup();
    const answer = await secure.send('POST', '/api/setup', {
      headers: { host: 'console.example.test' },
      body: { ...ada, token, name: 'Ada' },
    });
    await secure.close();

    const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();
    expect(line).toMatch(/^__Host-console-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers['strict-transport-security']).toContain('max-age=63072000');
  });

  test('SES-03 a session id brought along is never accepted, and sign-in makes a new one', async () => {
    const planted = `${name()}=planted-by-somebody-else-0000000000000000000`;
    expect(await whoAmI(planted)).toMatchObject({ status: 401 });

    const answer = await bff.send('POST', '/api/session', { body: ada, cookie: planted });
    expect(cookieOf(answer)).not.toBe(planted);
    expect(await whoAmI(planted)).toMatchObject({ status: 401, body: { code: 'signed-out' } });
  });

  test('a browser that never had a session is not told that one has ended', async () => {
    const planted = `${name()}=planted-by-somebody-else-0000000000000000000`;

    expect(await whoAmI('')).toMatchObject({ status: 401, body: { message: 'You are not signed in.' } });
    expect(await whoAmI(planted)).toMatchObject({
      status: 401,
      body: { message: 'Your session has ended.' },
    });
  });

  test('SES-04 signing in again ends the session before', async () => {
    const first = await bff.signIn();
    const second = cookieOf(await bff.send('POST', '/api/session', { body: ada, cookie: first }));

    expect(await whoAmI(first)).toMatchObject({ status: 401 });
    expect(await whoAmI(second)).toMatchObject({ status: 200 });
  });

  test('DOS-06 a person has twenty sessions at most: the oldest ends, and no other person’s', async () => {
    const first = await bff.signIn();
    const second = await bff.signIn();
    await bff.database.db.execute(sql`
      insert into sessions (id_hash, person_id, created_at, expires_at)
      select 'another browser ' || at, id, now() + make_interval(secs => at), now() + interval '1 hour'
      from people, generate_series(1, 18) at where email = ${ada.email}`);

    const last = await bff.signIn();

    expect(await whoAmI(first)).toMatchObject({ status: 401 });
    expect(await whoAmI(second)).toMatchObject({ status: 200 });
    expect(await whoAmI(last)).toMatchObject({ status: 200 });
    await bff.database.db.execute(sql`delete from sessions where id_hash like 'another browser%'`);
  });

  test('SES-05 a session ends idle or old by the database’s clock, and polling does not keep it alive', async () => {
    const cookie = await bff.signIn();
    await bff.database.db.execute(
      sql`update sessions set last_seen_at = now() - interval '7 hours 59 minutes'`,
    );
    await bff.send('GET', '/api/workspaces', { cookie });
    await bff.database.db.execute(
      sql`update sessions set last_seen_at = last_seen_at - interval '2 minutes'`,
    );
    expect(await whoAmI(cookie)).toMatchObject({ status: 401 });

    const busy = await bff.signIn();
    await bff.database.db.execute(
      sql`update sessions set last_seen_at = now() - interval '7 hours 59 minutes'`,
    );
    await bff.send('GET', '/api/workspaces', { cookie: busy, headers: { 'x-console-active': '1' } });
    await bff.database.db.execute(
      sql`update sessions set last_seen_at = last_seen_at - interval '2 minutes'`,
    );
    expect(await whoAmI(busy)).toMatchObject({ status: 200 });

    await bff.database.db.execute(sql`update sessions set expires_at = now() - interval '1 second'`);
    expect(await whoAmI(busy)).toMatchObject({ status: 401 });
  });

  test('SES-06 signing out ends the session on the server, twice is harmless, and without the header nothing happens', async () => {
    const cookie = await bff.signIn();
    expect(await bff.send('DELETE', '/api/session', { cookie, headers: { 'x-console': '' } })).toMatchObject({
      status: 403,
    });
    expect(await whoAmI(cookie)).toMatchObject({ status: 200 });

    expect(await bff.send('DELETE', '/api/session', { cookie })).toMatchObject({ status: 204 });
    expect(await bff.send('DELETE', '/api/session', { cookie })).toMatchObject({ status: 204 });
    expect(await whoAmI(cookie)).toMatchObject({ status: 401 });
  });

  test('SES-06 signing out has the browser forget the pages that it has seen', async () => {
    const cookie = await bff.signIn();
    const { headers } = await bff.send('DELETE', '/api/session', { cookie });
    expect(headers['clear-site-data']).toBe('"cache"');
  });

  test('SES-01 two consoles on two ports of one host do not sign each other out', async () => {
    const other = await startBff();
    const jar = new Map<string, string>();
    const keep = (cookie: string) => jar.set(cookie.split('=')[0] ?? '', cookie);
    keep(await bff.signIn());
    keep(await other.signIn());
    const cookie = [...jar.values()].join('; ');

    for (const { send } of [bff, other]) {
      expect(await send('GET', '/api/session', { cookie })).toMatchObject({ status: 200 });
    }
    await other.send('DELETE', '/api/session', { cookie });
    expect(await whoAmI(cookie)).toMatchObject({ status: 200 });
    await other.close();
  });

  test('SES-07 the database holds only hashes of session ids', async () => {
    const id = (await bff.signIn()).split('=')[1] ?? '';
    const { rows } = await bff.database.db.execute(sql`select id_hash from sessions`);

    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(id);
    for (const row of rows) expect(row['id_hash']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('SES-08 a torn, doubled or endless cookie is no session and no error', async () => {
    const cookie = await bff.signIn();
    const cookies = [
      cookie.slice(0, -1),
      `${cookie}; ${cookie}`,
      `${name()}=${'x'.repeat(10_000)}`,
      `${name()}=`,
    ];
    for (const odd of cookies) expect((await whoAmI(odd)).status).toBe(401);
  });
});

describe('signing in', () => {
  let bff: TestBff;

  beforeAll(async () => {
    bff = await startBff();
    await bff.signIn();
  });
  beforeEach(async () => {
    await bff.database.db.execute(sql`delete from sign_in_failures`);
  });
  afterAll(() => bff.close());

  const attempt = (email: string, password: string) =>
    bff.send('POST', '/api/session', { body: { email, password } });

  test('AUTH-07 no caller learns whether an account exists', async () => {
    const wrong = await attempt(ada.email, 'not the password at all');
    const unknown = await attempt('nobody@example.test', 'not the password at all');
    await bff.database.db.execute(sql`update people set disabled_at = now()`);
    const disabled = await attempt(ada.email, ada.password);
    await bff.database.db.execute(sql`update people set disabled_at = null`);

    for (const answer of [wrong, unknown, disabled]) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(withoutRequestId(answer.body)).toEqual(withoutRequestId(wrong.body));
    }
  });

  test('AUTH-08 a password is compared exactly as typed', async () => {
    expect((await attempt(ada.email, `${ada.password} `)).status).toBe(401);
    expect((await attempt(ada.email, ada.password.toUpperCase())).status).toBe(401);
    expect((await attempt(ada.email, 'x'.repeat(2000))).status).toBe(400);
    expect((await attempt(` ${ada.email.toUpperCase()}`, ada.password)).status).toBe(201);
  });

  test('AUTH-04 ten wrong guesses close an account to that address for a while, not to others', async () => {
    for (let guess = 0; guess < 10; guess += 1) await attempt(ada.email, 'not the password at all');

    const refused = await attempt(ada.email, ada.password);
    expect(refused).toMatchObject({ status: 429, body: { code: 'slow-down' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    await bff.database.db.execute(sql`update sign_in_failures set first_at = now() - interval '16 minutes'`);
    expect((await attempt(ada.email, ada.password)).status).toBe(201);
  });

  test('AUTH-05 the count of guesses survives in the database, shared by every replica', async () => {
    for (let guess = 0; guess < 10; guess += 1) await attempt(ada.email, 'not the password at all');
    const replica = await startBff({ database: bff.database });
    const refused = await replica.send('POST', '/api/session', { body: ada });
    await replica.close();

    expect(refused.status).toBe(429);
  });

  test('AUTH-13 forwarding headers of a stranger change nothing', async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      await bff.send('POST', '/api/session', {
        body: { ...ada, password: 'not the password at all' },
        headers: { 'x-forwarded-for': `203.0.113.${guess}`, 'x-real-ip': `203.0.113.${guess}` },
      });
    }
    expect((await attempt(ada.email, ada.password)).status).toBe(429);
  });
});

function withoutRequestId(body: unknown): unknown {
  return { ...Object(body), requestId: null };
}
