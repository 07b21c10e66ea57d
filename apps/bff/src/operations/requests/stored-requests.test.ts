import { endpoints, type Operation } from '@console/console-contract';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../../test-bench/connected-console.ts';
import { editingClient } from '../../test-bench/editing-client.ts';

let client: ConnectedConsole;
let editing: ReturnType<typeof editingClient>;
beforeAll(async () => {
  client = await startConnected();
  editing = editingClient(client);
  await client.wholeList();
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: client.workspace.id } });
const at = ({ id: operation }: Operation) => ({ params: { workspace: client.workspace.id, operation } });
const key = () => ({ idempotencyKey: crypto.randomUUID() });
/** As another version of the console would have stored it. */
const store = ({ id }: Pick<Operation, 'id'>, request: SQL, version = 1) =>
  client.bff.database.db.execute(
    sql`update operations set request = ${request}, request_version = ${version} where id = ${id}`,
  );

/** An edit whose answer was lost after the gateway had made it. */
async function lostEdit(name: string): Promise<Operation> {
  const { id } = await editing.makeAzure(name);
  client.vendor.setFaults([{ operation: 'A4', fault: { drop: 'after-commit' } }]);
  const edited = await editing.saveAzure(await editing.openAzure(id), { description: 'Edited' });
  client.vendor.clearFaults();
  expect(edited).toMatchObject({ state: 'unknown' });
  return edited;
}

test('an edit that was asked for before a field was there is recognized by the fields that it set', async () => {
  const edit = await lostEdit('Edited by an older console');
  await store(edit, sql`request #- '{spec,runEveryDays}' #- '{before,runEveryDays}'`);

  expect(await client.settled(edit)).toMatchObject({ state: 'adopted' });
});

test.each([
  ['of another shape', sql`'{"kind": "something-else"}'::jsonb`, 1],
  ['of a newer version', sql`request`, 99],
])(
  'an open operation %s is told as such, keeps what was stored and holds up no other',
  async (_what, request, version) => {
    const edit = await lostEdit(`Edited by a console ${_what}`);
    await store(edit, request, version);
    const stored = () =>
      client.bff.database.db.execute(sql`select request from operations where id = ${edit.id}`);
    const before = (await stored()).rows;

    const settled = await client.settled(edit);

    expect(settled).toMatchObject({ state: 'needs-review', problem: { code: 'outcome-unknown' } });
    expect(settled.problem?.message).toContain('another version');
    expect((await stored()).rows).toEqual(before);
    const { operations } = await client.ask(endpoints.listOperations, here());
    expect(operations).toContainEqual(settled);
    const { entries } = await client.ask(endpoints.listActivity, here());
    expect(entries.find(({ operation }) => operation?.id === edit.id)).toMatchObject({
      operation: { state: 'needs-review' },
    });
  },
);

test('a problem that this version cannot read leaves the lists whole', async () => {
  const edit = await lostEdit('With an odd problem');
  await client.bff.database.db.execute(
    sql`update operations set problem = '{"code": "of-tomorrow"}' where id = ${edit.id}`,
  );

  const { operations } = await client.ask(endpoints.listOperations, here());
  const shown = operations.find(({ id }) => id === edit.id);
  const { entries } = await client.ask(endpoints.listActivity, here());

  expect(shown?.problem).toMatchObject({ code: 'internal', kept: 'The record is stored as it is.' });
  expect(entries.find(({ operation }) => operation?.id === edit.id)?.operation?.problem).toEqual(
    shown?.problem,
  );
});

test('an item of a bulk that this version cannot read is not sent, and the others are', async () => {
  const made = [];
  for (const name of ['First', 'Second', 'Third']) made.push((await editing.makeAws(`${name} of a bulk`)).id);
  client.vendor.setFaults([{ operation: 'W7', fault: { status: 429, headers: { 'Retry-After': '600' } } }]);
  const connectors = made.map((id) => ({ cloud: 'aws' as const, id }));
  const bulk = await client.ask(endpoints.startBulk, {
    ...here(),
    body: { ...key(), kind: 'disable-connectors', connectors },
  });
  await eventually(
    () => client.ask(endpoints.readOperation, at(bulk)),
    ({ items }) => items?.waitingUntil !== null,
  );
  await client.ask(endpoints.pauseOperation, at(bulk));
  const { items } = await client.ask(endpoints.listOperationItems, at(bulk));
  const [first] = items;
  if (first === undefined) throw new Error('The bulk has no items.');
  await store(first, sql`'[]'::jsonb`);
  client.vendor.clearFaults();
  client.advance(3600);

  await client.ask(endpoints.resumeOperation, at(bulk));
  const settled = await client.settled(bulk);
  const outcomes = (await client.ask(endpoints.listOperationItems, at(bulk))).items;

  expect(settled).toMatchObject({ state: 'failed', items: { done: 2, failed: 1 } });
  expect(outcomes.map(({ state }) => state)).toEqual(['failed', 'succeeded', 'succeeded']);
  expect(outcomes[0]?.problem).toMatchObject({ kept: 'Nothing was sent.' });
});
