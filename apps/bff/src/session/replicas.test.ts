/** What ends at one replica has ended at the other by the time the answer is there, however often the other has just checked it. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieAt, signInAs, startBff, type TestBff } from '../test-bench/bff.ts';
import { eventually } from '../test-bench/connected-console.ts';

let one: TestBff;
let other: TestBff;
let ada: string;

beforeAll(async () => {
  one = await startBff();
  other = await startBff({ database: one.database });
  ada = await one.signIn();
});
afterAll(async () => {
  await other.close();
  await one.close();
});

const statusAtOther = async (cookie: string) =>
  (await other.send('GET', '/api/workspaces', { cookie: cookieAt(other, cookie) })).status;

/** The other replica has checked the session a moment ago, and nothing was written since. */
async function knownAtOther(cookie: string): Promise<void> {
  for (let calls = 0; calls < 3; calls++) expect(await statusAtOther(cookie)).toBe(200);
}

test('SES-06 a session that was signed out at one replica is refused by the other, again and again', async () => {
  for (let round = 0; round < 10; round++) {
    const cookie = await one.signIn();
    await knownAtOther(cookie);

    await one.send('DELETE', '/api/session', { cookie });

    expect(await statusAtOther(cookie)).toBe(401);
  }
});

test('a role that was taken away is taken away for the next call at every replica', async () => {
  const cookie = await signInAs(one, 'admin');
  const change = () => other.send('POST', '/api/workspaces', { cookie: cookieAt(other, cookie), body: {} });
  await knownAtOther(cookie);
  const before = await change();

  await one.database.db.execute(sql`update people set role = 'viewer' where email = 'admin@example.test'`);

  expect([before.status, (await change()).status]).toEqual([400, 403]);
});

test('a person who was disabled is refused at once by every replica', async () => {
  const cookie = await signInAs(one, 'viewer');
  await knownAtOther(cookie);

  await one.database.db.execute(
    sql`update people set disabled_at = now() where email = 'viewer@example.test'`,
  );

  expect(await statusAtOther(cookie)).toBe(401);
});

test('SES-05 a session that reaches its end is refused although nothing was written', async () => {
  const { db } = one.database;
  await db.execute(sql`update sessions set expires_at = now() + interval '2 seconds'`);

  const { status } = await eventually(
    async () => {
      const { rowCount } = await db.execute(sql`select from sessions where expires_at > now()`);
      return { isOver: rowCount === 0, status: await statusAtOther(ada) };
    },
    ({ isOver }) => isOver,
  );

  expect(status).toBe(401);
});
