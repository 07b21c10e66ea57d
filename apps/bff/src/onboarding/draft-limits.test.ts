import { type AzureDraftValues, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ConnectedConsole, sampleSpec, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected();
});
beforeEach(() => client.bff.database.db.execute(sql`delete from drafts`));
afterAll(() => client[Symbol.asyncDispose]());

const values: AzureDraftValues = sampleSpec;
const another = () => ({
  params: { workspace: client.workspace.id },
  body: { cloud: 'azure', step: 'tenant', values } as const,
});

test('DOS-06 a person has a hundred drafts in a workspace at most, whatever others have', async () => {
  const { db } = client.bff.database;
  await db.execute(sql`
    insert into people (id, email, name, password_hash, role)
    values (gen_random_uuid(), 'grace@example.test', 'Grace', '', 'operator') on conflict do nothing`);
  const insertFor = (email: string, count: number) =>
    db.execute(sql`
      insert into drafts (id, workspace_id, cloud, step, "values", updated_by, started_by)
      select gen_random_uuid(), ${client.workspace.id}, 'azure', 'tenant', '{"name": "One of many"}', name, id
      from people, generate_series(1, ${count}) where email = ${email}`);
  await insertFor('grace@example.test', 100);
  await insertFor('ada@example.test', 99);

  const hundredth = await client.ask(endpoints.startDraft, another());
  const refused = await client.refused(endpoints.startDraft, another());
  const draft = { workspace: client.workspace.id, draft: hundredth.id };
  await client.ask(endpoints.discardDraft, { params: draft });

  expect(refused).toMatchObject({ status: 409, code: 'conflict' });
  expect(refused.message).toContain('100 unfinished drafts');
  expect(refused.next).toContain('discard');
  expect((await client.ask(endpoints.startDraft, another())).version).toBe(1);
});

test('DOS-06 drafts of a person that hold too much text leave no room for another, nor for more in one that is small', async () => {
  const { db } = client.bff.database;
  const small = await client.ask(endpoints.startDraft, another());
  const large = await client.ask(endpoints.startDraft, another());
  // Stored as it is: text that packs to almost nothing counts as almost nothing.
  await db.execute(sql`alter table drafts alter column "values" set storage external`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(
      sql`update drafts set "values" = jsonb_build_object('name', repeat('x', 68000000)) where id = ${large.id}`,
    );
  });
  const save = ({ id, version }: { id: string; version: number }) => ({
    params: { workspace: client.workspace.id, draft: id },
    body: { version, content: another().body },
  });

  const second = await client.refused(endpoints.startDraft, another());
  const grown = await client.refused(endpoints.saveDraft, save(small));
  const shrunk = await client.ask(endpoints.saveDraft, save(large));

  expect(second).toMatchObject({ status: 409, code: 'conflict' });
  expect(grown).toMatchObject({ status: 413, code: 'too-large' });
  expect(shrunk.version).toBe(2);
  expect((await client.ask(endpoints.saveDraft, save(small))).version).toBe(2);
});

test('DOS-06 of a workspace the trees of twenty organizations are kept, those that were read last', async () => {
  const read = (rootId: string) => {
    const body = { content: [{ ouId: rootId, ouName: 'Root', ouPath: '' }], hasNext: false };
    client.vendor.setFaults([{ operation: 'W13', fault: { status: 200, body } }]);
    const asked = { connectorName: 'Contoso', rootId };
    return client.ask(endpoints.listOrganizationalUnits, {
      params: { workspace: client.workspace.id },
      body: asked,
    });
  };
  for (let index = 10; index < 32; index += 1) await read(`r-zr${index}`);
  await read('r-zr12');
  await read('r-zr40');
  client.vendor.clearFaults();

  const kept = await client.bff.database.db.execute<{ root: string }>(
    sql`select root_id as root from organization_trees order by read_at desc`,
  );

  expect(kept.rows).toHaveLength(20);
  expect(kept.rows.map(({ root }) => root)).toEqual(expect.arrayContaining(['r-zr12', 'r-zr31', 'r-zr40']));
  expect(kept.rows.map(({ root }) => root)).not.toContain('r-zr13');
});
