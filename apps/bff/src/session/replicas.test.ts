/** What ends at one replica has ended at the other by the time the answer is there, however often the other has just checked it. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, startBff, type TestBff } from '../test-bench/bff.ts';

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

/** The same session as the other replica reads it: on this machine each port has a cookie of its own name. */
const forOther = (cookie: string) => cookie.replace(/^[^=]+/, `console-session-${new URL(other.url).port}`);

const statusAtOther = async (cookie: string) =>
  (await other.send('GET', '/api/workspaces', { cookie: forOther(cookie) })).status;

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
  const change = () => other.send('POST', '/api/workspaces', { cookie: forOther(cookie), body: {} });
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
  await one.database.db.execute(sql`update sessions set expires_at = now() + interval '2 seconds'`);
  await knownAtOther(ada);

  await expect.poll(() => statusAtOther(ada), { timeout: 20_000 }).toBe(401);
});
