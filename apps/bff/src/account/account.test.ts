import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { cookieOf, signInAs, startBff, type TestBff, testPassword } from '../test-bench/bff.ts';

const email = 'ada@example.test';
const newPassword = 'a new password that is long enough';
const consoles: TestBff[] = [];

let bff: TestBff;
let here: string;
beforeEach(async () => {
  bff = await startBff();
  consoles.push(bff);
  here = await bff.signIn();
});
afterAll(async () => {
  for (const { close } of consoles) await close();
});

const whoAmI = (cookie: string) => bff.send('GET', '/api/session', { cookie });
const signInWith = (password: string) => bff.send('POST', '/api/session', { body: { email, password } });
const change = (currentPassword: string, to: string = newPassword, cookie = here) =>
  bff.send('POST', '/api/account/password', { cookie, body: { currentPassword, newPassword: to } });
const sessionsOf = async (cookie: string) => {
  const { body } = await bff.send('GET', '/api/account/sessions', { cookie });
  return endpoints.listOwnSessions.answer.parse(body).sessions;
};
const recorded = async (action: string) => {
  const { rows } = await bff.database.db.execute(
    sql`select actor, subject, facts from activity where action = ${action}`,
  );
  return rows;
};

test('a changed password signs in, the former one no more, and all other sessions of the user end', async () => {
  const elsewhere = await bff.signIn();
  const viewer = await signInAs(bff, 'viewer');

  expect(await change(testPassword)).toMatchObject({ status: 200, body: { ended: 1 } });

  expect((await whoAmI(here)).status).toBe(200);
  expect((await whoAmI(elsewhere)).status).toBe(401);
  expect((await whoAmI(viewer)).status).toBe(200);
  expect((await signInWith(testPassword)).status).toBe(401);
  expect((await signInWith(newPassword)).status).toBe(201);
  expect(await recorded('password.changed')).toEqual([
    { actor: 'Ada', subject: 'Ada', facts: { sessions: 1 } },
  ]);
});

test('a wrong current password changes nothing, is told at its field, and is recorded', async () => {
  const elsewhere = await bff.signIn();

  const refused = await change('not the password at all');

  expect(refused).toMatchObject({
    status: 401,
    body: { code: 'wrong-credentials', fields: { currentPassword: expect.any(String) } },
  });
  expect((await whoAmI(elsewhere)).status).toBe(200);
  expect((await signInWith(testPassword)).status).toBe(201);
  expect(await recorded('password.refused')).toHaveLength(1);
});

test('guesses at the current password are limited together with those of signing in', async () => {
  for (let guess = 0; guess < 5; guess += 1) {
    await change('not the password at all');
    await signInWith('not the password at all');
  }

  expect(await change(testPassword)).toMatchObject({ status: 429, body: { code: 'slow-down' } });
  expect(await signInWith(testPassword)).toMatchObject({ status: 429 });
});

test('AUTH-08 a changed password follows the rule of a first one, and is none that was there before', async () => {
  for (const to of ['too few', 'x'.repeat(1025), 'a null \0 inside of it', testPassword]) {
    const answer = await change(testPassword, to);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  }
  await bff.database.db.execute(sql`update people set email = 'ada.lovelace@example.test'`);
  expect(await change(testPassword, 'Ada.Lovelace@example.test')).toMatchObject({
    status: 400,
    body: { fields: { newPassword: expect.any(String) } },
  });
});

test('of two changes at once one is made', async () => {
  const answers = await Promise.all([
    change(testPassword, `${newPassword} 1`),
    change(testPassword, `${newPassword} 2`),
  ]);

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
});

test('users see their own living sessions, which one is theirs, and nothing to sign in with', async () => {
  const elsewhere = await bff.signIn();
  await signInAs(bff, 'viewer');
  await bff.database.db.execute(sql`
    insert into sessions (id_hash, person_id, created_at, last_seen_at, expires_at)
    select 'idle', id, now() - interval '9 hours', now() - interval '9 hours', now() + interval '1 hour'
    from people where email = ${email}`);

  const seen = await sessionsOf(here);

  expect(seen.map(({ current }) => current)).toEqual([false, true]);
  for (const cookie of [here, elsewhere]) {
    expect(JSON.stringify(seen)).not.toContain(cookie.split('=')[1]);
  }
  const [first] = seen;
  const planted = `${here.split('=')[0]}=${first?.key}`;
  expect((await whoAmI(planted)).status).toBe(401);
});

test('one session ends, recorded, and ending it again is harmless', async () => {
  const elsewhere = await bff.signIn();
  const key = (await sessionsOf(here)).find(({ current }) => !current)?.key;
  const end = () => bff.send('DELETE', `/api/account/sessions/${key}`, { cookie: here });

  expect(await end()).toMatchObject({ status: 200, body: { ended: 1 } });
  expect(await end()).toMatchObject({ status: 200, body: { ended: 0 } });

  expect((await whoAmI(elsewhere)).status).toBe(401);
  expect((await whoAmI(here)).status).toBe(200);
  expect(await recorded('session.ended')).toHaveLength(1);
});

test('a user cannot end a session of another user', async () => {
  const viewer = await signInAs(bff, 'viewer');
  const [own] = await sessionsOf(viewer);

  const answer = await bff.send('DELETE', `/api/account/sessions/${own?.key}`, { cookie: here });

  expect(answer).toMatchObject({ status: 200, body: { ended: 0 } });
  expect((await whoAmI(viewer)).status).toBe(200);
});

test('signing out everywhere else leaves this session and those of others', async () => {
  const elsewhere = [await bff.signIn(), cookieOf(await signInWith(testPassword))];
  const viewer = await signInAs(bff, 'viewer');

  const answer = await bff.send('DELETE', '/api/account/sessions', { cookie: here });

  expect(answer).toMatchObject({ status: 200, body: { ended: 2 } });
  for (const cookie of elsewhere) expect((await whoAmI(cookie)).status).toBe(401);
  for (const cookie of [here, viewer]) expect((await whoAmI(cookie)).status).toBe(200);
});
