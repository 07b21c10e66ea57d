/** A database that goes away while a change is asked for: what may be recorded or sent is never told as not done. */
import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
  untilReleased,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeEach(async () => {
  client = await startConnected({ seed: 'demo' });
  await client.wholeList();
});
afterEach(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });
const database = () => client.bff.database;
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const creation = (name: string) => ({
  ...here(),
  body: {
    ...key(),
    spec: { ...sampleSpec, name },
    secretValue: sampleSecret,
    keepSecret: false,
    runNow: false,
    draftId: null,
  },
});

/** A transaction that writes to the table takes seconds to commit, as when the machine is busy. */
async function slowCommitsOf(table: string): Promise<void> {
  await database().db.execute(
    sql.raw(`
      create function slow_commit() returns trigger language plpgsql as $$ begin perform pg_sleep(10); return null; end $$;
      create constraint trigger slow after insert on ${table} deferrable initially deferred
      for each row execute function slow_commit();`),
  );
}

/** Cuts the database off while a commit is under way, and gives it back once the call is answered. */
async function cutDuringCommit<T>(call: Promise<T>): Promise<T> {
  const commits = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  await eventually(
    async () => (await database().db.execute(commits)).rows.length,
    (underWay) => underWay > 0,
  );
  const resume = await database().suspend();
  try {
    return await call;
  } finally {
    await resume();
  }
}

test('REL-07 a change whose recording was cut off at its commit may be recorded, and Activity tells', async () => {
  await slowCommitsOf('operations');

  const refused = await cutDuringCommit(
    client.refused(endpoints.createAzureConnector, creation('Cut at the commit')),
  );

  expect(refused).toMatchObject({
    status: 503,
    code: 'unavailable',
    kept: expect.stringContaining('may be recorded'),
    next: expect.stringContaining('Activity'),
  });
  expect(JSON.stringify(refused)).not.toMatch(/nothing was changed/i);
});

test('REL-07 a bulk whose recording was cut off at its commit may be recorded, too', async () => {
  const { connectors } = await client.wholeList();
  const chosen = connectors.filter(({ enabled }) => enabled).map(({ cloud, id }) => ({ cloud, id }));
  await slowCommitsOf('bulks');
  const body = { ...key(), kind: 'run-connectors' as const, connectors: chosen.slice(0, 2) };

  const refused = await cutDuringCommit(client.refused(endpoints.startBulk, { ...here(), body }));

  expect(refused).toMatchObject({
    code: 'unavailable',
    kept: expect.stringContaining('may be recorded'),
  });
});

test('REL-07 a change that was recorded and sent before the database was lost is told as recorded, and is found later', async () => {
  client.vendor.setFaults([{ operation: 'A3', fault: untilReleased }]);
  const asked = creation('Sent and lost');
  const answer = client.refused(endpoints.createAzureConnector, asked);
  await client.arrived('A3');

  const resume = await database().suspend();
  client.vendor.clearFaults();
  const lost = await answer;
  await resume();

  expect(lost).toMatchObject({
    status: 503,
    kept: expect.stringContaining('is recorded, and may be sent'),
    next: expect.stringContaining('Activity'),
  });
  expect(client.calls('A3').filter(({ committed }) => committed)).toHaveLength(1);
  await database().db.execute(sql`update operations set next_check_at = now()`);
  const again = await client.ask(endpoints.createAzureConnector, asked);
  expect(await client.settled(again)).toMatchObject({ state: 'adopted' });
  expect(client.calls('A3').filter(({ committed }) => committed)).toHaveLength(1);
});

test('what else was cut off at its commit may be done', async () => {
  await slowCommitsOf('drafts');
  const values = { ...sampleSpec, name: 'Half' };
  const body = { cloud: 'azure', step: 'tenant', values } as const;

  const refused = await cutDuringCommit(client.refused(endpoints.startDraft, { ...here(), body }));

  expect(refused).toMatchObject({ code: 'unavailable', kept: expect.stringContaining('done or not') });
});

test('REL-07 a change that is asked for while there is no database was neither recorded nor sent', async () => {
  client.vendor.clearJournal();
  const resume = await database().suspend();

  const refused = await client.refused(endpoints.createAzureConnector, creation('Never recorded'));
  await resume();

  expect(refused).toMatchObject({
    status: 503,
    code: 'unavailable',
    kept: expect.stringContaining('sent nothing'),
  });
  expect(client.calls('A3')).toEqual([]);
});
