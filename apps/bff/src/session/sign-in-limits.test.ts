import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Answered, startBff, type TestBff, testPassword } from '../test-bench/bff.ts';
import { eventually } from '../test-bench/connected-console.ts';

let bff: TestBff;

beforeAll(async () => {
  bff = await startBff({ trustedProxies: ['127.0.0.0/8'] });
  await bff.signIn();
});
beforeEach(() => bff.database.db.execute(sql`delete from sign_in_failures`));
afterAll(() => bff.close());

function attempt(from: string, email = 'ada@example.test', password = testPassword): Promise<Answered> {
  return bff.send('POST', '/api/session', {
    body: { email, password },
    headers: { 'x-forwarded-for': from },
  });
}

async function rows(): Promise<number> {
  const { rows: counted } = await bff.database.db.execute(
    sql`select count(*)::int as n from sign_in_failures`,
  );
  return Number(counted[0]?.['n']);
}

test('AUTH-06 an address that is closed adds no row, whatever e-mail addresses it invents', async () => {
  await attempt('203.0.113.7', 'first@example.test', 'not the password at all');
  await bff.database.db.execute(sql`update sign_in_failures set failures = 100`);
  const before = await rows();

  for (let guess = 0; guess < 20; guess += 1) {
    expect(await attempt('203.0.113.7', `invented-${guess}@example.test`)).toMatchObject({ status: 429 });
  }

  expect(await rows()).toBe(before);
  expect((await attempt('203.0.113.8')).status).toBe(201);
});

test('AUTH-06 the addresses of one IPv6 network are counted as one', async () => {
  for (let host = 1; host <= 10; host += 1) {
    await attempt(`2001:db8:0:7::${host.toString(16)}`, 'ada@example.test', 'not the password at all');
  }

  expect((await attempt('2001:db8:0:7:ffff::1')).status).toBe(429);
  expect((await attempt('2001:db8:0:8::1')).status).toBe(201);
});

test('AUTH-06 an attempt leaves counts of other windows alone, and a round removes them', async () => {
  await bff.database.db.execute(sql`
    insert into sign_in_failures (key, failures, first_at)
    select 'old ' || n, 1, now() - interval '16 minutes' from generate_series(1, 12000) n`);

  expect((await attempt('203.0.113.9')).status).toBe(201);
  expect(await rows()).toBe(12_002);

  const replica = await startBff({ database: bff.database });
  await eventually(rows, (left) => left === 2);
  await replica.close();
});

test('DOS-07 a hundred sign-ins of one address at once keep no other address from signing in', async () => {
  const strangers = Array.from({ length: 100 }, (_, guess) =>
    attempt('203.0.113.10', `stranger-${guess}@example.test`, 'not the password at all'),
  );
  // Until they have arrived, they keep nothing busy.
  await Promise.race(strangers);

  expect((await attempt('203.0.113.11')).status).toBe(201);

  const refused = (await Promise.all(strangers)).filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body).toMatchObject({ code: 'unavailable', retryAfter: 5 });
  expect(bff.logs()).not.toContain('"msg":"unexpected"');
});
