import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { cookieOf, testPassword } from '../test-bench/bff.ts';
import { clientOf, eventually, startConnected } from '../test-bench/connected-console.ts';

test('DOS-09 ten exports at once, each slow in the database, leave the console answering', async () => {
  await using console = await startConnected();
  const { bff, workspace } = console;
  await bff.database.db.execute(sql`
    insert into people (id, email, name, role, password_hash)
    select gen_random_uuid(), n || '@example.test', n, 'viewer', password_hash
    from people, generate_series(1, 10) n where email = 'ada@example.test'`);
  const people = [];
  for (let n = 1; n <= 10; n += 1) {
    const body = { email: `${n}@example.test`, password: testPassword };
    people.push(clientOf(bff, cookieOf(await bff.send('POST', '/api/session', { body }))));
  }
  const holder = new pg.Client({ connectionString: bff.database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query('lock table activity in access exclusive mode');

  const exports = people.map((person) =>
    person.send(endpoints.exportActivity, { params: { workspace: workspace.id } }),
  );
  await eventually(
    async () => {
      const { rows } = await holder.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return Number(rows[0].n);
    },
    (waiting) => waiting >= 4,
  );
  const session = await console.send(endpoints.readSession, {});
  expect(session.status).toBe(200);

  await holder.query('rollback');
  await holder.end();
  for (const answer of await Promise.all(exports)) expect(answer.status).toBe(200);
});
