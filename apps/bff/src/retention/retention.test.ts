import { endpoints } from '@console/console-contract';
import { type SQL, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';

const hour = 3600;
const here = ({ workspace }: ConnectedConsole) => ({ params: { workspace: workspace.id } });

/** A creation that the gateway refuses, so that it has ended. */
async function failed(client: ConnectedConsole, name: string): Promise<string> {
  client.vendor.setFaults([{ operation: 'A3', fault: { status: 422, body: { message: 'No.' } } }]);
  const { id } = await client.ask(endpoints.createAzureConnector, {
    ...here(client),
    body: {
      idempotencyKey: crypto.randomUUID(),
      spec: { ...sampleSpec, name },
      secretValue: sampleSecret,
      runNow: false,
      draftId: null,
    },
  });
  return id;
}

const write = ({ bff }: ConnectedConsole, statement: SQL) => bff.database.db.execute(statement);

async function stored({ bff }: ConnectedConsole): Promise<unknown[]> {
  const { rows } = await bff.database.db.execute(
    sql`select connector_name as name from operations order by 1`,
  );
  return rows.map(({ name }) => name);
}

test('an operation is removed 90 days after it ended, unless it is open or needs review, and the activity goes on to tell of it', async () => {
  await using client = await startConnected();
  await failed(client, 'old');
  const [open, toReview] = [await failed(client, 'open'), await failed(client, 'to review')];
  const reviewed = await failed(client, 'reviewed');
  await failed(client, 'new');
  await write(
    client,
    sql`update operations set settled_at = now() - interval '91 days' where connector_name <> 'new'`,
  );
  await write(client, sql`update operations set state = 'unknown', settled_at = null where id = ${open}`);
  await write(
    client,
    sql`update operations set state = 'needs-review' where id in (${toReview}, ${reviewed})`,
  );
  await client.ask(endpoints.acknowledgeOperation, {
    params: { workspace: client.workspace.id, operation: reviewed },
  });

  client.advance(hour);

  await eventually(
    () => stored(client),
    (names) => names.length === 3,
  );
  expect(await stored(client)).toEqual(['new', 'open', 'to review']);
  const { entries } = await client.ask(endpoints.listActivity, {
    ...here(client),
    query: { outcome: 'failed', kind: 'create-connector' },
  });
  expect(entries.find(({ subject }) => subject === 'old')).toMatchObject({
    kind: 'create-connector',
    outcome: 'failed',
    cloud: 'azure',
    actor: 'Ada',
    operation: null,
  });
});

test('the activity is removed after 400 days, but for that of an operation which is still stored', async () => {
  await using client = await startConnected();
  await failed(client, 'gone');
  const kept = await failed(client, 'to review');
  await write(client, sql`update operations set settled_at = now() - interval '401 days'`);
  await write(client, sql`update operations set state = 'needs-review' where id = ${kept}`);
  await write(client, sql`update activity set at = now() - interval '401 days'`);

  client.advance(hour);

  const { entries } = await eventually(
    () => client.ask(endpoints.listActivity, here(client)),
    (page) => page.entries.length === 1,
  );
  expect(entries).toMatchObject([{ subject: 'to review', outcome: 'needs-review' }]);
});

test('how long things are stored is a setting, and batches remove more than one of them takes', async () => {
  await using client = await startConnected({ retention: { activityDays: 30, draftDays: 7 } });
  const body = { cloud: 'azure', step: 'basics', values: { ...sampleSpec, scopeText: null } } as const;
  await client.ask(endpoints.startDraft, { ...here(client), body });
  await write(client, sql`update drafts set updated_at = now() - interval '8 days'`);
  await client.ask(endpoints.startDraft, { ...here(client), body });
  await write(
    client,
    sql`insert into activity (at, actor, action, workspace_id, subject)
        select now() - interval '31 days', 'Ada', 'workspace.counted', ${client.workspace.id}::uuid, n::text
        from generate_series(1, 12000) n`,
  );

  client.advance(hour);

  await eventually(
    async () => (await write(client, sql`select from activity where action = 'workspace.counted'`)).rowCount,
    (left) => left === 0,
  );
  const { drafts } = await client.ask(endpoints.listDrafts, here(client));
  expect(drafts).toHaveLength(1);
});
