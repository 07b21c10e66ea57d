import {
  type AzureDraftValues,
  type DraftSave,
  endpoints,
  invisibleCharacterProblem,
} from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleAwsSpec,
  sampleExternalIds,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected();
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const workspace = () => client.workspace.id;
const here = () => ({ params: { workspace: workspace() } });
const tenant = { tenantId: sampleSpec.tenantId, applicationId: sampleSpec.applicationId };
const values: AzureDraftValues = { ...sampleSpec, name: 'Half a connector', tenantId: 'not yet a uuid' };

const testWith = (secretValue: string) =>
  client.ask(endpoints.testAzureConnection, { ...here(), body: { ...tenant, secretValue } });
const progress = (job: string, startedAt?: string) =>
  client.ask(endpoints.readAzureConnectionTest, {
    params: { workspace: workspace(), job },
    query: startedAt === undefined ? {} : { startedAt },
  });
const ended = (job: string) =>
  eventually(
    () => progress(job),
    ({ state }) => state !== 'running',
  );

test('a draft is kept however unfinished, listed, saved again and discarded', async () => {
  const body = { cloud: 'azure', step: 'tenant', values } as const;
  const { id, version } = await client.ask(endpoints.startDraft, { ...here(), body });
  const address = { params: { workspace: workspace(), draft: id } };

  const saved = await client.ask(endpoints.saveDraft, {
    ...address,
    body: {
      version,
      content: {
        cloud: 'azure',
        step: 'scope',
        values: { ...values, name: 'More of it', scopeText: 'include: [' },
      },
    },
  });

  expect(saved).toMatchObject({
    version: version + 1,
    step: 'scope',
    values: { name: 'More of it', scopeText: 'include: [' },
  });
  expect(await client.ask(endpoints.readDraft, address)).toEqual(saved);
  const { drafts } = await client.ask(endpoints.listDrafts, here());
  expect(drafts).toMatchObject([{ id, name: 'More of it', step: 'scope', updatedBy: 'Ada' }]);
  await client.ask(endpoints.discardDraft, address);
  expect(await client.refused(endpoints.readDraft, address)).toMatchObject({ status: 404 });
});

test('SEC-10 the external ids of a draft stand in no row and no log line, and come back with it', async () => {
  const aws = { ...sampleAwsSpec, ...sampleExternalIds, name: 'Sealed draft' };
  const body = { cloud: 'aws', step: 'organization', values: aws } as const;
  const { id } = await client.ask(endpoints.startDraft, { ...here(), body });
  const { db } = client.bff.database;
  const { rows } = await db.execute(sql`select to_jsonb(drafts) as row from drafts`);

  const dump = JSON.stringify(rows) + client.bff.logs();
  expect(dump).toContain('Sealed draft');
  for (const canary of Object.values(sampleExternalIds)) expect(dump).not.toContain(canary);
  const draft = { params: { workspace: workspace(), draft: id } };
  expect(await client.ask(endpoints.readDraft, draft)).toMatchObject({ values: sampleExternalIds });
  await db.execute(sql`delete from drafts`);
});

test('DOS-06 a list of drafts does not read their long scopes', async () => {
  const body = { cloud: 'azure', step: 'scope', values } as const;
  const { id } = await client.ask(endpoints.startDraft, { ...here(), body });
  await client.bff.database.db.execute(sql`
    insert into drafts (id, workspace_id, cloud, step, "values", updated_by)
    select gen_random_uuid(), workspace_id, cloud, step,
      jsonb_set("values", '{scope,included}', units), 'Long'
    from (select * from drafts where id = ${id}) one,
      (select jsonb_agg('unit number ' || unit) as units from generate_series(1, 5000) unit) long,
      generate_series(1, 50)`);
  const query = vi.spyOn(client.bff.database.pool, 'query');

  const { drafts } = await client.ask(endpoints.listDrafts, here());

  const answers: { rows: unknown[] }[] = await Promise.all(query.mock.results.map(({ value }) => value));
  query.mockRestore();
  const long = drafts.filter(({ updatedBy }) => updatedBy === 'Long');
  expect(long).toHaveLength(50);
  expect(long[0]).toMatchObject({ cloud: 'azure', name: 'Half a connector', step: 'scope' });
  const listed = answers.find(({ rows }) => rows.length >= 50);
  expect(JSON.stringify(listed?.rows)).toContain('Half a connector');
  expect(JSON.stringify(answers.map(({ rows }) => rows)).length, 'bytes read, of megabytes').toBeLessThan(
    50_000,
  );
  await client.bff.database.db.execute(sql`delete from drafts`);
});

test('a save on top of an older version is refused, and says who came first and where each text is', async () => {
  const body = { cloud: 'azure', step: 'tenant', values } as const;
  const { id, version } = await client.ask(endpoints.startDraft, { ...here(), body });
  const params = { workspace: workspace(), draft: id };
  const save = (name: string) => ({
    params,
    body: {
      version,
      content: { cloud: 'azure' as const, step: 'tenant' as const, values: { ...values, name } },
    },
  });
  await client.ask(endpoints.saveDraft, save('first tab'));

  const problem = await client.refused(endpoints.saveDraft, save('second tab'));

  expect(problem).toMatchObject({ status: 409, code: 'conflict' });
  expect(problem.message).toContain('Ada');
  expect(problem.kept).toContain('yours is still in this window');
  expect((await client.ask(endpoints.readDraft, { params })).values.name).toBe('first tab');
});

test('of two saves that a page sent as it went the later wins, in whatever order they come', async () => {
  const content = (name: string) => ({
    cloud: 'azure' as const,
    step: 'tenant' as const,
    values: { ...values, name },
  });
  const { id, version } = await client.ask(endpoints.startDraft, { ...here(), body: content('pro') });
  const params = { workspace: workspace(), draft: id };
  const save = (body: DraftSave) => ({ params, body });
  const stored = async () => (await client.ask(endpoints.readDraft, { params })).values.name;

  await client.ask(endpoints.saveDraft, save({ version, content: content('prod') }));
  const last = save({ version, content: content('production'), unanswered: content('prod') });
  expect((await client.ask(endpoints.saveDraft, last)).version).toBe(version + 2);
  expect(await stored()).toBe('production');

  const base = { version: version + 2 };
  const overtaking = { ...base, content: content('products'), unanswered: content('produce') };
  await client.ask(endpoints.saveDraft, save(overtaking));
  const overtaken = save({ ...base, content: content('produce') });
  expect(await client.refused(endpoints.saveDraft, overtaken)).toMatchObject({ status: 409 });
  expect(await stored()).toBe('products');

  const stranger = save({ ...base, content: content('mine'), unanswered: content('never arrived') });
  expect(await client.refused(endpoints.saveDraft, stranger)).toMatchObject({ status: 409 });
  expect(await stored()).toBe('products');
});

test('a draft has no place for a secret', async () => {
  const cookie = await client.bff.signIn();
  const body = { cloud: 'azure', step: 'tenant', values: { ...values, secretValue: sampleSecret } };

  const { status, text } = await client.bff.send('POST', `/api/workspaces/${workspace()}/drafts`, {
    cookie,
    body,
  });

  expect(status).toBe(400);
  expect(text).not.toContain(sampleSecret);
});

test('text the database cannot hold is refused as such, and not as a fault of the console', async () => {
  const cookie = await client.bff.signIn();

  for (const description of ['null \0 character', 'half a pair \ud800']) {
    const body = { cloud: 'azure', step: 'tenant', values: { ...values, description } };
    const { status } = await client.bff.send('POST', `/api/workspaces/${workspace()}/drafts`, {
      cookie,
      body,
    });
    expect(status).toBe(400);
  }
});

test('a test that succeeds makes the tenant’s management groups known', async () => {
  const { jobId } = await testWith(sampleSecret);

  expect(await ended(jobId)).toMatchObject({ state: 'succeeded', problem: null });
  const { groups, incomplete } = await client.ask(endpoints.listManagementGroups, {
    ...here(),
    body: tenant,
  });
  expect(groups.length).toBeGreaterThan(5);
  expect(incomplete).toBe(false);
});

test('a test that the cloud refuses says why and what to do', async () => {
  const { jobId } = await testWith('expired~secret');

  const { state, problem } = await ended(jobId);

  expect(state).toBe('failed');
  expect(problem).toMatchObject({
    code: 'gateway-or-cloud-refused',
    message: 'The connection test failed: The client secret has expired.',
    detail: expect.stringContaining('AADSTS7000222'),
  });
});

test('an invisible character is refused at its field, in the words of the form', async () => {
  const body = {
    tenantId: `${tenant.tenantId}\u200b`,
    applicationId: `{${tenant.applicationId}}`,
    secretValue: `${sampleSecret}\u00a0`,
  };

  const refused = await client.refused(endpoints.testAzureConnection, { ...here(), body });

  expect(refused).toMatchObject({ status: 400, code: 'invalid-request' });
  expect(refused.fields).toEqual({
    tenantId: invisibleCharacterProblem(body.tenantId),
    secretValue: 'There is a no-break space at the end, which is not seen. Remove it.',
  });
  expect(JSON.stringify(refused)).not.toContain(sampleSecret);
});

test('groups of one name are listed once, and their number is told', async () => {
  const content = ['Prod', 'Dev', 'Prod'];
  client.vendor.setFaults([{ operation: 'A8', fault: { status: 200, body: { content, hasNext: false } } }]);

  expect(await client.ask(endpoints.listManagementGroups, { ...here(), body: tenant })).toEqual({
    groups: ['Prod', 'Dev'],
    alike: [{ name: 'Prod', count: 2 }],
    incomplete: false,
  });
});

test('a test that never ends is given up after five minutes, whatever the gateway’s clock tells', async () => {
  const createOn = new Date(Date.now() + 3_600_000).toISOString();
  client.vendor.setFaults([
    { operation: 'A2', fault: { status: 200, body: { status: 'PROCESSING', error: null, createOn } } },
  ]);
  const { jobId, startedAt } = await testWith('stuck~secret');
  const fiveMinutesAgo = new Date(Date.parse(startedAt) - 301_000).toISOString();

  expect(await progress(jobId, startedAt)).toMatchObject({ state: 'running', problem: null });
  expect(await progress(jobId, fiveMinutesAgo)).toMatchObject({
    state: 'failed',
    problem: { code: 'gateway-timeout' },
  });
});

test('a test whose job is older than the test itself goes on', async () => {
  const createOn = '2026-01-01T00:00:00.000+00:00';
  client.vendor.setFaults([
    { operation: 'A2', fault: { status: 200, body: { status: 'PROCESSING', error: null, createOn } } },
  ]);
  const { jobId, startedAt } = await testWith('stuck~secret');

  expect(await progress(jobId, startedAt)).toMatchObject({ state: 'running', problem: null });
});

test('a test the gateway has forgotten has failed', async () => {
  expect(await progress('00000000-dead-4000-8000-000000000000')).toMatchObject({
    state: 'failed',
    problem: { code: 'gateway-not-found' },
  });
});

test('a 401 on the test names both possible causes and keeps the user signed in', async () => {
  client.vendor.setFaults([
    { operation: 'A1', fault: { status: 401, body: { message: 'Unauthorized error' } } },
  ]);

  const body = { ...tenant, secretValue: sampleSecret };
  const problem = await client.refused(endpoints.testAzureConnection, { ...here(), body });

  expect(problem).toMatchObject({ status: 422, code: 'gateway-or-cloud-refused' });
  expect((await client.ask(endpoints.readSession, {})).person.name).toBe('Ada');
});

test('drafts belong to a workspace that exists', async () => {
  const params = { workspace: '4f1f1a1e-0000-4000-8000-000000000000' };
  const body = { cloud: 'azure', step: 'tenant', values } as const;

  expect(await client.refused(endpoints.startDraft, { params, body })).toMatchObject({
    status: 404,
    code: 'not-found',
  });
});
