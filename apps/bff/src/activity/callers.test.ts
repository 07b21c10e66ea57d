import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sampleSecret, sampleSpec, startConnected } from '../test-bench/connected-console.ts';

test('the trail keeps apart what users asked for and what the console did by itself', async () => {
  await using client = await startConnected();
  await client.ask(endpoints.createAzureConnector, {
    params: { workspace: client.workspace.id },
    body: {
      idempotencyKey: crypto.randomUUID(),
      spec: sampleSpec,
      secretValue: sampleSecret,
      runNow: false,
      draftId: null,
    },
  });
  await client.bff.send('POST', '/api/session', { body: { email: 'ada@example.test', password: 'another' } });

  const { rows } = await client.bff.database.db.execute(
    sql`select action, actor_kind as kind, actor, person_id is not null as known from activity order by id`,
  );

  const byAda = { kind: 'person', actor: 'Ada', known: true };
  expect(rows).toEqual([
    { action: 'person.created', ...byAda },
    { action: 'workspace.created', ...byAda },
    { action: 'operation.requested', ...byAda },
    { action: 'operation.succeeded', kind: 'system', actor: 'console', known: false },
    { action: 'session.refused', kind: 'person', actor: 'Unknown user', known: false },
  ]);
});
