import { type AzureDraftValues, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ConnectedConsole, sampleSpec, startConnected } from '../test-bench/connected-console.ts';

let desk: ConnectedConsole;
beforeAll(async () => {
  desk = await startConnected();
});
beforeEach(() => desk.bff.database.db.execute(sql`delete from drafts`));
afterAll(() => desk[Symbol.asyncDispose]());

const values: AzureDraftValues = sampleSpec;
const another = () => ({
  params: { workspace: desk.workspace.id },
  body: { cloud: 'azure', step: 'tenant', values } as const,
});

test('DOS-06 a person has a hundred drafts in a workspace at most, whatever others have', async () => {
  const { db } = desk.bff.database;
  await db.execute(sql`
    insert into people (id, email, name, password_hash, role)
    values (gen_random_uuid(), 'grace@example.test', 'Grace', '', 'operator') on conflict do nothing`);
  const insertFor = (email: string, count: number) =>
    db.execute(sql`
      insert into drafts (id, workspace_id, cloud, step, "values", updated_by, started_by)
      select gen_random_uuid(), ${desk.workspace.id}, 'azure', 'tenant', '{"name": "One of many"}', name, id
      from people, generate_series(1, ${count}) where email = ${email}`);
  await insertFor('grace@example.test', 100);
  await insertFor('ada@example.test', 99);

  const hundredth = await desk.ask(endpoints.startDraft, another());
  const refused = await desk.refused(endpoints.startDraft, another());
  const draft = { workspace: desk.workspace.id, draft: hundredth.id };
  await desk.ask(endpoints.discardDraft, { params: draft });

  expect(refused).toMatchObject({ status: 409, code: 'conflict' });
  expect(refused.message).toContain('100 unfinished drafts');
  expect(refused.next).toContain('discard');
  expect((await desk.ask(endpoints.startDraft, another())).version).toBe(1);
});

test('DOS-06 drafts of a person that hold too much text leave no room for another', async () => {
  const { db } = desk.bff.database;
  await desk.ask(endpoints.startDraft, another());
  // Stored as it is: text that packs to almost nothing counts as almost nothing.
  await db.execute(sql`alter table drafts alter column "values" set storage external`);
  await db.execute(sql`update drafts set "values" = jsonb_build_object('name', repeat('x', 68000000))`);

  expect(await desk.refused(endpoints.startDraft, another())).toMatchObject({
    status: 409,
    code: 'conflict',
  });
});
