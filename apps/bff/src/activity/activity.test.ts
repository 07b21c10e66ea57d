import { type Activity, type ActivityPage, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../test-bench/bff.ts';
import {
  type ConnectedConsole,
  clientCredentials,
  clientOf,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
let connector: string;
beforeAll(async () => {
  client = await startConnected();
  connector = (await create('Contoso')).connectorId ?? '';
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

const here = (query: Record<string, string> = {}) => ({ params: { workspace: client.workspace.id }, query });
const list = (query?: Record<string, string>): Promise<ActivityPage> =>
  client.ask(endpoints.listActivity, here(query));
const refused = (query: Record<string, string>) => client.refused(endpoints.listActivity, here(query));
const kindsOf = ({ entries }: ActivityPage) => entries.map(({ kind }) => kind);
const exported = (query?: Record<string, string>) => client.send(endpoints.exportActivity, here(query));

async function create(name: string) {
  const rest = { secretValue: sampleSecret, runNow: false, draftId: null };
  const body = { idempotencyKey: crypto.randomUUID(), spec: { ...sampleSpec, name }, ...rest };
  return client.ask(endpoints.createAzureConnector, { ...here(), body });
}

function run(id = connector) {
  return client.ask(endpoints.runConnector, {
    params: { workspace: client.workspace.id, cloud: 'azure', id },
    body: { idempotencyKey: crypto.randomUUID() },
  });
}

/** An entry as another slice would write it, without waiting for what it records. */
async function enter({ action = 'workspace.changed', actor = 'Ada', subject = 'Test', facts = {} } = {}) {
  await client.bff.database.db.execute(
    sql`insert into activity (actor, action, workspace_id, subject, facts)
        values (${actor}, ${action}, ${client.workspace.id}, ${subject}, ${JSON.stringify(facts)}::jsonb)`,
  );
}

describe('the activity of a workspace', () => {
  test('tells each operation once, with who asked, what came of it, and when it was sent and settled', async () => {
    const { entries } = await list({ kind: 'create-connector' });

    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      actor: 'Ada',
      subject: 'Contoso',
      outcome: 'succeeded',
      cloud: 'azure',
      connectorId: connector,
      operation: { state: 'succeeded', problem: null },
      requestId: expect.any(String),
    });
    const steps = entries[0]?.operation?.steps ?? [];
    expect(steps.map(({ state }) => state)).toEqual(['requested', 'sent', 'succeeded']);
    const { tenantId } = sampleSpec;
    expect(entries[0]?.changes).toContainEqual({ field: 'tenantId', before: null, after: tenantId });
    expect(JSON.stringify(entries)).not.toContain(sampleSecret);
  });

  test('tells what is no operation too: the workspace, the people and who signed in', async () => {
    await client.bff.send('POST', '/api/session', {
      body: { email: 'ada@example.test', password: 'not the password' },
    });
    const page = await list();

    expect(kindsOf(page)).toEqual(
      expect.arrayContaining(['workspace.created', 'person.created', 'session.refused']),
    );
    const failed = await list({ kind: 'session.refused', outcome: 'failed' });
    expect(failed.entries[0]).toMatchObject({ actor: 'Unknown user', operation: null, address: '127.0.0.1' });
    expect(JSON.stringify(failed)).not.toContain('ada@example.test');
  });

  test('FLT-06 a change whose answer is lost is running until reading has settled it, and keeps every step', async () => {
    client.vendor.setFaults([{ operation: 'A7', fault: { drop: 'after-commit' } }]);
    const { id } = await run();
    const entryOf = async () =>
      (await list({ kind: 'run-connector' })).entries.find(({ operation }) => operation?.id === id);
    expect(await entryOf()).toMatchObject({ outcome: 'running', operation: { state: 'unknown' } });

    await client.settled({ id });

    const settled = await entryOf();
    expect(settled?.outcome).toBe('succeeded');
    const states = settled?.operation?.steps.map(({ state }) => state);
    expect(states).toEqual(['requested', 'sent', 'unknown', 'adopted']);
    expect((await list({ outcome: 'running' })).entries).toEqual([]);
  });

  test('a refusal of the gateway is told with its problem', async () => {
    client.vendor.setFaults([{ operation: 'A7', fault: { status: 403 } }]);
    const { id } = await run();

    const { entries } = await list({ outcome: 'failed', cloud: 'azure' });
    const entry = entries.find(({ operation }) => operation?.id === id);
    expect(entry?.operation).toMatchObject({ state: 'failed', problem: { code: 'gateway-forbidden' } });
  });

  test('a change of many connectors is one entry, and what it did to one stands with that one', async () => {
    const other = (await create('Fabrikam')).connectorId ?? '';
    const connectors = [connector, other].map((id) => ({ cloud: 'azure' as const, id }));
    const body = { idempotencyKey: crypto.randomUUID(), kind: 'disable-connectors' as const, connectors };
    const { id } = await client.ask(endpoints.startBulk, { ...here(), body });

    const bulk = await eventually(
      async () => (await list()).entries.find(({ operation }) => operation?.id === id),
      (entry) => entry?.outcome === 'succeeded',
    );
    expect(bulk).toMatchObject({ actor: 'Ada', kind: 'disable-connectors', cloud: null, connectorId: null });
    expect(bulk?.operation?.items).toMatchObject({ total: 2, done: 2, failed: 0, cancelled: 0, open: 0 });
    expect((await list({ kind: 'disable-connector' })).entries).toEqual([]);
    expect((await list({ kind: 'disable-connectors', outcome: 'running' })).entries).toEqual([]);
    const ofOther = await list({ connector: other, cloud: 'azure' });
    expect(kindsOf(ofOther)).toEqual(['disable-connector', 'create-connector']);
    expect(ofOther.entries[0]).toMatchObject({ actor: 'Ada', subject: 'Fabrikam', outcome: 'succeeded' });
  });

  test('an edit tells what was changed, from what to what', async () => {
    const params = { workspace: client.workspace.id, cloud: 'azure', id: connector };
    const { version } = await client.ask(endpoints.readEditing, { params });
    const spec = { ...sampleSpec, name: 'Contoso', description: 'Another description' };
    const body = {
      idempotencyKey: crypto.randomUUID(),
      version,
      spec,
      secretValue: sampleSecret,
      keepSecret: false,
    };
    await client.ask(endpoints.editAzureConnector, { params, body });

    const { entries } = await list({ kind: 'edit-connector' });
    expect(entries[0]).toMatchObject({ subject: 'Contoso', outcome: 'succeeded' });
    expect(entries[0]?.changes).toContainEqual({
      field: 'description',
      before: sampleSpec.description,
      after: 'Another description',
    });
    expect(entries[0]?.changes).toContainEqual({ field: 'credentials', before: null, after: null });
    expect(JSON.stringify(entries)).not.toContain(sampleSecret);
  });

  test('SEC-07 of a changed secret only that it changed is told', async () => {
    const clientSecret = 'canary-second-client-secret-91c2';
    const changed = await client.ask(endpoints.changeWorkspace, { ...here(), body: { clientSecret } });
    await client.ask(endpoints.changeWorkspace, {
      ...here(),
      body: { clientSecret: clientCredentials.clientSecret },
    });

    const { entries } = await list({ kind: 'workspace.changed' });
    expect(entries[0]?.changes).toEqual([{ field: 'clientSecret', before: null, after: null }]);
    const everything = JSON.stringify(await list({ limit: '200' })) + (await exported()).text;
    for (const secret of [clientSecret, clientCredentials.clientSecret, sampleSecret]) {
      expect(everything).not.toContain(secret);
    }
    expect(everything).not.toContain(changed.secret.fingerprint);
  });
});

describe('a filter of the activity', () => {
  test('narrows by who, kind, outcome, cloud, connector, words and time, all at once', async () => {
    await enter({ action: 'workspace.renamed', actor: 'Grace Hopper', subject: 'Before the end' });
    const narrow = (await create('Narrow')).connectorId ?? '';
    const every = (await list({ limit: '200' })).entries;
    const cases: [Record<string, string>, (entry: Activity) => boolean][] = [
      [{ actor: 'grace' }, ({ actor }) => actor === 'Grace Hopper'],
      [{ kind: 'create-connector,person.created' }, ({ kind }) => /^(create|person)/.test(kind)],
      [{ outcome: 'succeeded' }, ({ outcome }) => outcome === 'succeeded'],
      [{ cloud: 'azure' }, ({ cloud, operation }) => cloud === 'azure' || operation?.items != null],
      [{ connector: narrow }, ({ connectorId }) => connectorId === narrow],
      [{ words: 'END before' }, ({ subject }) => subject === 'Before the end'],
      [{ cloud: 'azure', kind: 'person.created' }, () => false],
      [{ from: every[2]?.at ?? '' }, ({ at }) => at >= (every[2]?.at ?? '')],
    ];
    for (const [query, expected] of cases) {
      const found = (await list({ ...query, limit: '200' })).entries.map(({ id }) => id);
      expect(found, JSON.stringify(query)).toEqual(every.filter(expected).map(({ id }) => id));
    }
    expect((await list({ to: '2020-01-01T00:00:00Z' })).entries).toEqual([]);
    expect((await list({ cloud: 'aws' })).entries).toEqual([]);
  });

  test('words are searched for as they are written, not as patterns', async () => {
    await enter({ subject: '100%_sure' });
    expect((await list({ words: '100%_' })).entries).toHaveLength(1);
    expect((await list({ words: '1%' })).entries).toEqual([]);
    expect((await list({ words: `'; drop table activity; --` })).entries).toEqual([]);
  });

  test('DOS-06 a page holds 200 entries at most, and a range of a hundred years is as good as none', async () => {
    for (const limit of ['201', '0', '-1', '1e9', '1000000000']) {
      expect(await refused({ limit }), limit).toMatchObject({
        status: 400,
        fields: { limit: expect.any(String) },
      });
    }
    const { entries } = await list({
      from: '1926-01-01T00:00:00Z',
      to: '2126-01-01T00:00:00Z',
      limit: '200',
    });
    expect(entries).toHaveLength((await list({ limit: '200' })).entries.length);
  });

  test('INJ-05 SEC-08 a key that is unknown, names a secret column, is given twice or written as an object is refused', async () => {
    const path = `/api/workspaces/${client.workspace.id}/activity`;
    const cookie = await client.bff.signIn();
    for (const query of [
      'colour=red',
      'sealedSecret=x',
      'sort=sealed_secret',
      'actor=a&actor=b',
      'actor[x]=1',
      '__proto__[x]=1',
      '__proto__=1',
    ]) {
      const answer = await client.bff.send('GET', `${path}?${query}`, { cookie });
      expect(answer, query).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    }
    for (const query of [
      { before: '9'.repeat(19) },
      { before: '1;x' },
      { cloud: 'gcp' },
      { from: 'today' },
    ]) {
      expect(await refused(query), JSON.stringify(query)).toMatchObject({ status: 400 });
    }
  });

  test('pages follow each other by a cursor and miss nothing, even while entries are added', async () => {
    for (const subject of ['One', 'Two', 'Three', 'Four', 'Five'])
      await enter({ action: 'workspace.paged', subject });
    const seen: string[] = [];
    let before: Record<string, string> = {};
    for (;;) {
      const { entries, next } = await list({ kind: 'workspace.paged', limit: '2', ...before });
      seen.push(...entries.map(({ subject }) => subject));
      if (next === null) break;
      before = { before: next };
      await enter({ action: 'workspace.paged', subject: 'Meanwhile' });
    }
    expect(seen).toEqual(['Five', 'Four', 'Three', 'Two', 'One']);
  });
});

describe('who may read the activity', () => {
  test('viewers and operators may, but are not told where people sign in from', async () => {
    for (const role of ['viewer', 'operator'] as const) {
      const other = clientOf(client.bff, await signInAs(client.bff, role));
      const { entries } = await other.ask(
        endpoints.listActivity,
        here({ kind: 'session.started,session.refused' }),
      );
      expect(entries.length, role).toBeGreaterThan(0);
      expect(
        entries.filter(({ address }) => address !== null),
        role,
      ).toEqual([]);
    }
  });

  test('of a workspace that does not exist there is none', async () => {
    const params = { workspace: crypto.randomUUID() };
    expect(await client.refused(endpoints.listActivity, { params })).toMatchObject({ status: 404 });
    expect(await client.refused(endpoints.exportActivity, { params })).toMatchObject({ status: 404 });
  });

  test('what was done in one workspace is not told in another', async () => {
    const elsewhere = await client.connect('Elsewhere');
    const page = await client.ask(endpoints.listActivity, { params: { workspace: elsewhere } });
    expect(page.entries.filter(({ operation }) => operation !== null)).toEqual([]);
    expect(page.entries.map(({ subject }) => subject)).not.toContain(client.workspace.name);
  });
});

describe('an export of the activity', () => {
  test('is a file to save, never kept by a cache, with the rows of the filter', async () => {
    const answer = await exported({ kind: 'create-connector', words: 'Contoso' });

    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': expect.stringMatching(/^attachment; filename="activity-[\d-]{10}\.csv"$/),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
    const [heading, ...rows] = answer.text.trimEnd().split('\r\n');
    expect(heading).toMatch(/^"at","who","kind","subject"/);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/^"[^"]+Z","Ada","create-connector","Contoso","succeeded","succeeded","azure",/);
  });

  test('INJ-08 no cell can be taken for a formula, and no quote ends one', async () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '=HYPERLINK("http://x","y")'];
    for (const subject of hostile) await enter({ action: 'workspace.hostile', actor: '=cmd', subject });
    const { text } = await exported({ kind: 'workspace.hostile' });

    for (const subject of hostile) expect(text).toContain(`,"'${subject.replaceAll('"', '""')}",`);
    expect(text.match(/"'=cmd"/g)).toHaveLength(hostile.length);
    const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell);
    expect(cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
  });

  test('is described in the OpenAPI document with its filter, the list with its cursor too', async () => {
    const { body } = await client.bff.send('GET', '/api/openapi.json', { cookie: await client.bff.signIn() });
    const paths = '/api/workspaces/{workspace}';
    expect(body).toHaveProperty(['paths', `${paths}/activity.csv`, 'get', 'responses', '200', 'content'], {
      'text/csv': { schema: { type: 'string' } },
    });
    expect(body).toHaveProperty(
      ['paths', `${paths}/activity`, 'get', 'parameters'],
      expect.arrayContaining([
        expect.objectContaining({ name: 'before', in: 'query', required: false }),
        expect.objectContaining({ name: 'outcome', in: 'query', required: false }),
      ]),
    );
  });

  test('DOS-06 ends after 10,000 rows and says so', async () => {
    await client.bff.database.db.execute(
      sql`insert into activity (actor, action, workspace_id, subject)
          select 'Ada', 'workspace.counted', ${client.workspace.id}::uuid, n::text from generate_series(1, 10001) n`,
    );
    const whole = await exported({ kind: 'workspace.counted', words: '1000' });
    expect(whole.headers['x-console-cut']).toBeUndefined();

    const cut = await exported({ kind: 'workspace.counted' });
    expect(cut.headers['x-console-cut']).toBe('1');
    const lines = cut.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 10_000 + 1);
    expect(lines.at(-1)).toBe('"Cut after 10000 rows: narrow the filter to export the others."');
  });

  test('DOS-06 of many at once by one person, one is written and the others are told to wait', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => exported({ kind: 'workspace.counted' })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    const waiting = answers.filter(({ status }) => status === 429);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting[0]).toMatchObject({ body: { code: 'slow-down' }, headers: { 'retry-after': '5' } });
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    expect(await exported({ kind: 'person.created' })).toMatchObject({ status: 200 });
  });
});
