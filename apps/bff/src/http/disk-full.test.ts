import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startBff } from '../test-bench/bff.ts';
import { workspaceAt } from '../test-bench/connected-console.ts';

test('REL-20 a full disk of the database is named to the user, in the log and on /readyz, until it has room again', async () => {
  const bff = await startBff({ gatewayHosts: ['127.0.0.1:1'] });
  const cookie = await bff.signIn();
  const { db } = bff.database;
  await db.execute(sql`
    create function no_room() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  for (const table of ['workspaces', 'instance']) {
    await db.execute(
      sql.raw(`create trigger no_room before insert on ${table} for each row execute function no_room()`),
    );
  }

  const refused = await bff.send('POST', '/api/workspaces', {
    cookie,
    body: workspaceAt('http://127.0.0.1:1'),
  });

  expect(refused).toMatchObject({
    status: 503,
    body: { code: 'unavailable', message: 'The disk of the console’s database is full.' },
  });
  expect(bff.logs()).toContain('"state":"53100"');
  expect(await bff.send('GET', '/readyz')).toMatchObject({
    status: 503,
    text: 'not ready: The disk of the database is full: free space on it, and the console goes on by itself.',
  });

  await db.execute(sql`drop function no_room cascade`);
  expect(await bff.send('GET', '/readyz')).toMatchObject({ status: 200, text: 'ok' });
  expect(bff.logs()).toContain('The disk of the database has room again');
  await bff.close();
});
