import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  await client.wholeList();
});
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });

test('DOS-06 ten changes of many may be under way in a workspace; the next one waits, and says what to do', async () => {
  const { db } = client.bff.database;
  const { connectors } = await client.ask(endpoints.listConnectors, here());
  const chosen = connectors.filter(({ enabled }) => enabled).map(({ cloud, id }) => ({ cloud, id }));
  const start = () => ({
    ...here(),
    body: {
      idempotencyKey: crypto.randomUUID(),
      kind: 'run-connectors' as const,
      connectors: chosen.slice(0, 2),
    },
  });
  await db.execute(sql`
    insert into bulks (id, workspace_id, kind, state, total, person_id, requested_by, idempotency_key, request_digest, request_id)
    select gen_random_uuid(), ${client.workspace.id}, 'run-connectors', 'paused', 1, id, name, gen_random_uuid(), '', ''
    from people, generate_series(1, 10)`);

  const refused = await client.refused(endpoints.startBulk, start());
  await db.execute(sql`update bulks set state = 'cancelled' where id = (select id from bulks limit 1)`);
  const begun = await client.ask(endpoints.startBulk, start());

  expect(refused).toMatchObject({ status: 409, code: 'conflict' });
  expect(refused.next).toContain('cancel one');
  expect(begun.kind).toBe('run-connectors');
});

test('DOS-06 large changes that come to nothing are kept up to a limit of a day; small ones go on', async () => {
  const { db } = client.bff.database;
  const ask = (name: string, units: number) => {
    const included = Array.from({ length: units }, (_, at) => `unit number ${at}`);
    const spec = { ...sampleSpec, name, scope: { included, excluded: [] } };
    const rest = { secretValue: sampleSecret, runNow: false, draftId: null };
    return { ...here(), body: { idempotencyKey: crypto.randomUUID(), spec, ...rest } };
  };
  const [taken] = (await client.ask(endpoints.listConnectors, here())).connectors.filter(
    ({ cloud }) => cloud === 'azure',
  );
  const vain = ask(taken?.name ?? '', 5000);
  expect(await client.ask(endpoints.createAzureConnector, vain)).toMatchObject({ state: 'failed' });
  const heavy = ask(taken?.name ?? '', 1);
  await client.ask(endpoints.createAzureConnector, heavy);
  // Stored as it is: text that packs to almost nothing counts as almost nothing.
  await db.execute(sql`alter table operations alter column request set storage external`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`
      update operations set request = jsonb_build_object('kind', 'none', 'text', repeat('x', 68000000))
      where idempotency_key = ${heavy.body.idempotencyKey}`);
  });

  const refused = await client.refused(endpoints.createAzureConnector, ask('Large', 5000));
  const small = await client.ask(endpoints.createAzureConnector, ask('Small', 3));
  const repeated = await client.ask(endpoints.createAzureConnector, vain);
  await db.execute(
    sql`update operations set requested_at = now() - interval '25 hours' where state = 'failed'`,
  );
  const nextDay = await client.ask(endpoints.createAzureConnector, ask('Large', 5000));

  expect(refused).toMatchObject({ status: 429, code: 'slow-down', retryAfter: 3600 });
  expect(small.state).toBe('succeeded');
  expect(repeated.state).toBe('failed');
  expect(nextDay.state).toBe('succeeded');
});
