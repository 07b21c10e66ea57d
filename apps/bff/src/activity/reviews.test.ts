import { type ActivityPage, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
let connector: string;
beforeAll(async () => {
  client = await startConnected();
  const rest = { secretValue: sampleSecret, runNow: false, draftId: null };
  const body = { idempotencyKey: crypto.randomUUID(), spec: { ...sampleSpec, name: 'Contoso' }, ...rest };
  connector = (await client.ask(endpoints.createAzureConnector, { ...here(), body })).connectorId ?? '';
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const here = (query: Record<string, string> = {}) => ({ params: { workspace: client.workspace.id }, query });
const list = (query?: Record<string, string>): Promise<ActivityPage> =>
  client.ask(endpoints.listActivity, here(query));

function run() {
  return client.ask(endpoints.runConnector, {
    params: { workspace: client.workspace.id, cloud: 'azure', id: connector },
    body: { idempotencyKey: crypto.randomUUID() },
  });
}

test('a change that needs review is acknowledged by a user, and says by whom and when', async () => {
  client.vendor.setFaults([{ operation: 'A7', fault: { drop: 'before' } }]);
  const { id } = await run();
  const entryOf = async () => (await list({ operation: id })).entries[0];
  await client.settled({ id });
  expect(await entryOf()).toMatchObject({ outcome: 'needs-review' });
  const idsOf = async (outcome: string) =>
    (await list({ outcome })).entries.flatMap(({ operation }) => operation?.id ?? []);
  expect(await idsOf('needs-review')).toContain(id);
  expect(await idsOf('reviewed')).not.toContain(id);

  const address = { params: { workspace: client.workspace.id, operation: id } };
  expect(await client.ask(endpoints.acknowledgeOperation, address)).toMatchObject({
    id,
    state: 'needs-review',
  });

  expect(await entryOf()).toMatchObject({ outcome: 'reviewed', operation: { reviewed: { by: 'Ada' } } });
  // Once more tells the trail nothing new.
  await client.ask(endpoints.acknowledgeOperation, address);
  const recorded = sql`select from activity where operation_id = ${id} and action = 'operation.reviewed'`;
  expect((await client.bff.database.db.execute(recorded)).rowCount).toBe(1);
  expect(await idsOf('needs-review')).not.toContain(id);
  expect(await idsOf('reviewed')).toContain(id);
  expect(await idsOf('reviewed,needs-review')).toContain(id);
  // Links of earlier versions.
  expect(await idsOf('needs-person')).not.toContain(id);
  expect(await idsOf('looked-at')).toContain(id);
  const done = (await list({ kind: 'create-connector' })).entries[0]?.operation?.id ?? '';
  const refusal = await client.refused(endpoints.acknowledgeOperation, {
    params: { workspace: client.workspace.id, operation: done },
  });
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
});

test('a change that was reviewed with an earlier version of the console stays reviewed', async () => {
  client.vendor.setFaults([{ operation: 'A7', fault: { drop: 'before' } }]);
  const { id } = await run();
  await client.settled({ id });
  await client.bff.database.db.execute(sql`
    insert into activity (actor, action, workspace_id, operation_id, subject)
    values ('Grace', 'operation.looked-at', ${client.workspace.id}, ${id}, 'Contoso')`);

  const { entries } = await list({ outcome: 'reviewed' });
  const entry = entries.find(({ operation }) => operation?.id === id);
  expect(entry).toMatchObject({ outcome: 'reviewed', operation: { reviewed: { by: 'Grace' } } });
});
