import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieAt, cookieOf, startBff, type TestBff, testPassword } from '../test-bench/bff.ts';
import { createTestDatabase, type TestDatabase } from '../test-bench/test-database.ts';
import { people } from './tables.ts';

const ada = { name: 'Ada', email: 'ada@example.test', password: testPassword };

describe('first-run set-up', () => {
  let database: TestDatabase;
  let replicas: [TestBff, TestBff];

  beforeAll(async () => {
    database = await createTestDatabase();
    replicas = [await startBff({ database }), await startBff({ database })];
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.close();
    await database.close();
  });

  test('AUTH-01 without the right link no caller becomes administrator', async () => {
    const [bff] = replicas;
    await bff.console.openSetup();

    expect(await bff.send('POST', '/api/setup', { body: ada })).toMatchObject({ status: 403 });
    expect(await bff.send('POST', '/api/setup', { body: { ...ada, token: 'guess' } })).toMatchObject({
      status: 403,
      body: { code: 'setup-link-invalid' },
    });
    expect(await bff.send('GET', '/api/setup')).toMatchObject({ status: 200, body: { open: true } });
  });

  test('AUTH-01 a link that is older than a day is refused', async () => {
    const [bff] = replicas;
    const token = await bff.console.openSetup();
    await database.db.execute(
      sql`update instance set updated_at = now() - interval '25 hours' where key like 'setup-link:%'`,
    );

    expect(await bff.send('POST', '/api/setup', { body: { ...ada, token } })).toMatchObject({ status: 403 });
  });

  test('AUTH-08 a password must be 15 characters to 1,024 bytes, and no rule but length applies', async () => {
    const [bff] = replicas;
    const token = await bff.console.openSetup();
    for (const password of ['too few', 'x'.repeat(1025), 'a null \0 inside of it']) {
      const answer = await bff.send('POST', '/api/setup', { body: { ...ada, token, password } });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      expect(answer.text).not.toContain(password);
    }
  });

  test('AUTH-02 a set-up whose commit was cut off may be done, and is not told as undone', async () => {
    const [bff] = replicas;
    const token = await bff.console.openSetup();
    await database.db.execute(sql`
      create function cut_off() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
    await database.db.execute(sql`
      create constraint trigger cut_off after insert on people deferrable initially deferred
      for each row execute function cut_off()`);

    const answer = await bff.send('POST', '/api/setup', { body: { ...ada, token } });
    await database.db.execute(sql`drop function cut_off cascade`);

    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'unavailable', kept: expect.stringContaining('done or not') },
    });
  });

  test('AUTH-02 of fifty set-ups at once on two replicas exactly one creates the administrator', async () => {
    const token = await replicas[0].console.openSetup();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        (n % 2 === 0 ? replicas[0] : replicas[1]).send('POST', '/api/setup', {
          body: { ...ada, email: `ada${n}@example.test`, token },
        }),
      ),
    );

    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 201 || status === 409 || status === 403)).toHaveLength(50);
    expect(await database.db.select().from(people)).toHaveLength(1);
    const winner = answers.find(({ status }) => status === 201);
    const cookie = winner ? cookieAt(replicas[1], cookieOf(winner)) : '';
    expect(await replicas[1].send('GET', '/api/session', { cookie })).toMatchObject({
      status: 200,
      body: { person: { role: 'admin' } },
    });
  });

  test('AUTH-03 set-up never reopens, not even when every person is gone', async () => {
    const [bff] = replicas;
    await database.db.execute(sql`delete from people`);

    expect(await bff.console.openSetup()).toBeNull();
    expect(await bff.send('GET', '/api/setup')).toMatchObject({ body: { open: false } });
    expect(await bff.send('POST', '/api/setup', { body: { ...ada, token: 'any' } })).toMatchObject({
      status: 409,
      body: { code: 'setup-closed' },
    });
  });
});
