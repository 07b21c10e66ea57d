import { getRollbackPlans } from 'pg-boss';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { eventually } from '../../test-bench/connected-console.ts';
import { createTestDatabase, type TestDatabase } from '../../test-bench/test-database.ts';
import { createJobs, jobSchema } from './pg-boss-jobs.ts';

const log = pino({ level: 'silent' });

async function started(database: TestDatabase) {
  const done: string[] = [];
  const jobs = createJobs(database.pool, log, 0.5);
  jobs.handle('greet', async (subject) => void done.push(subject));
  await jobs.start();
  return { jobs, done };
}

const versionOf = async ({ pool }: TestDatabase): Promise<number> =>
  (await pool.query(`select version from ${jobSchema}.version`)).rows[0].version;

test('an empty database is prepared, and work that was asked for is done once, however often it was asked for', async () => {
  const database = await createTestDatabase();
  const { jobs, done } = await started(database);
  try {
    await jobs.ask('greet', 'later', 3_600_000);
    await Promise.all([jobs.ask('greet', 'Ada'), jobs.ask('greet', 'Ada')]);

    await eventually(
      async () => done.length,
      (count) => count > 0,
    );
    expect(done).toEqual(['Ada']);
  } finally {
    await jobs.stop();
    await database.close();
  }
});

test('work that waits for later is done now when it is asked for now, and still once', async () => {
  const database = await createTestDatabase();
  const { jobs, done } = await started(database);
  try {
    await jobs.ask('greet', 'Ada', 3_600_000);
    await jobs.ask('greet', 'Ada', 7_200_000);
    await jobs.ask('greet', 'Ada');
    await eventually(
      async () => done,
      (subjects) => subjects.includes('Ada'),
    );
    const { rows } = await database.pool.query(`select from ${jobSchema}.job where state = 'created'`);

    expect(done).toEqual(['Ada']);
    expect(rows).toEqual([]);
  } finally {
    await jobs.stop();
    await database.close();
  }
});

test('a schema of an older version is brought to this one, and keeps the work that waits in it', async () => {
  const database = await createTestDatabase();
  const first = await started(database);
  await first.jobs.stop();
  const newest = await versionOf(database);
  await database.pool.query(getRollbackPlans(jobSchema, newest));
  const old = await versionOf(database);
  await database.pool.query(
    `insert into ${jobSchema}.job (name, data, singleton_key, policy) values ('work', '{"kind":"greet","subject":"Grace"}', 'greet/Grace', 'short')`,
  );

  const second = await started(database);
  try {
    expect(old).toBeLessThan(newest);
    expect(await versionOf(database)).toBe(newest);
    await eventually(
      async () => second.done,
      (subjects) => subjects.includes('Grace'),
    );
  } finally {
    await second.jobs.stop();
    await database.close();
  }
});

test('two consoles that start on an empty database together both get their job tables', async () => {
  const database = await createTestDatabase();
  const consoles = await Promise.all([started(database), started(database)]);
  try {
    await consoles[0].jobs.ask('greet', 'either');
    await eventually(
      async () => consoles.flatMap(({ done }) => done),
      (subjects) => subjects.length === 1,
    );
  } finally {
    await Promise.all(consoles.map(({ jobs }) => jobs.stop()));
    await database.close();
  }
});
