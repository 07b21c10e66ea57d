/** Plants secrets wherever a person can type one, does everything the console can do, and looks for them everywhere else. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { endpoints, pathOf } from '@console/console-contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answered, testPassword } from '../test-bench/bff.ts';
import {
  type ConnectedConsole,
  clientCredentials,
  sampleSpec,
  startConnected,
  workspaceAt,
} from '../test-bench/connected-console.ts';
import { startDatabaseServer } from '../test-bench/database-server.ts';
import { createTestDatabase, type TestDatabase } from '../test-bench/test-database.ts';

const azureSecret = 'canary-azure~secret-4c1d9e';
const canaries = [azureSecret, clientCredentials.clientSecret, testPassword];

// Its files are searched, so that no other test may write to them or take them away.
let postgres: Awaited<ReturnType<typeof startDatabaseServer>>;
let database: TestDatabase;
let client: ConnectedConsole;
let cookie: string;
const answers: Answered[] = [];

beforeAll(async () => {
  postgres = await startDatabaseServer();
  database = await createTestDatabase({ server: postgres.server });
  client = await startConnected({ seed: 'demo', settleSeconds: 1, database });
  cookie = await client.bff.signIn();
  await doEverything();
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await database.close();
  await postgres.close();
});

test('SEC-01 no answer to the browser holds a secret, in any spelling', () => {
  expect(answers.length).toBeGreaterThanOrEqual(40);
  for (const { text, headers } of answers) expectNoneOf(spellings(), text + JSON.stringify(headers));
});

test('SEC-03 no log line holds a secret, not even at trace', () => {
  expect(client.bff.logs().length).toBeGreaterThan(1000);
  expectNoneOf(spellings(), client.bff.logs());
});

test('SEC-04 a gateway that echoes what it was sent gets none of it through', async () => {
  const azureEcho = `${azureSecret} and ${encodeURIComponent(azureSecret)}`;
  const clientEcho = `${clientCredentials.clientSecret} and ${btoa(clientCredentials.clientSecret)}`;
  const echoes = { T1: clientEcho, A1: `${azureEcho} ${clientEcho}`, A3: `${azureEcho} ${clientEcho}` };
  for (const [operation, echo] of Object.entries(echoes)) {
    client.vendor.setFaults([
      { operation, fault: { status: 400, body: { message: `<b>refused</b> ${echo}` } } },
    ]);
    const answered = [
      await testConnection(),
      await create(`Echoed by ${operation}`),
      await call('verifyWorkspace'),
    ];
    client.vendor.clearFaults();
    expect(answered.map(({ text }) => text).join(), operation).toContain('refused ');
    for (const { text } of answered) expectNoneOf(spellings(), text);
  }
});

test('SEC-09 nothing the browser sends along reaches the gateway', async () => {
  client.vendor.clearJournal();
  await client.bff.send('POST', path('verifyWorkspace'), {
    cookie: `${cookie}; other=cookie`,
    headers: {
      'x-forwarded-for': '203.0.113.9',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  });

  const names = client.vendor.journal().flatMap(({ headers }) => Object.keys(headers));
  expect(names.length).toBeGreaterThan(0);
  const allowed = ['host', 'connection', 'authorization', 'clientid', 'clientsecret', 'accept'];
  const ours = ['content-type', 'content-length', 'user-agent', 'x-request-id'];
  expect(names.filter((name) => ![...allowed, ...ours].includes(name.toLowerCase()))).toEqual([]);
});

test('SEC-10 no file of the database holds a secret, its write-ahead log included', async () => {
  const folder = await folderWithEverythingWritten();
  const files = await filesBelow(folder);
  const holding = (text: string) =>
    files.filter(({ bytes }) => bytes.includes(text)).map(({ file }) => relative(folder, file));
  // The name is found in a table and in the log, so that a search of the wrong files cannot pass.
  expect(holding('Onboarded for canaries').map((file) => file.split(sep)[0])).toEqual(
    expect.arrayContaining(['base', 'pg_wal']),
  );
  for (const canary of [...canaries, cookie.split('=')[1] ?? 'no cookie']) {
    expect(holding(canary), canary).toEqual([]);
  }
});

test('SES-07 the cookie’s value stands in no row', async () => {
  const { rows } = await client.bff.database.pool.query<{ id_hash: string }>('select id_hash from sessions');
  expect(rows.map((row) => row.id_hash)).not.toContain(cookie.split('=')[1]);
});

async function doEverything(): Promise<void> {
  const { gateway, workspace } = client;
  const wrong = workspaceAt(gateway.url, {
    name: 'Wrong',
    clientSecret: `${clientCredentials.clientSecret}x`,
  });
  keep(await client.send(endpoints.createWorkspace, { body: wrong }));
  keep(await client.send(endpoints.createWorkspace, { body: wrong }));
  await testConnection();
  await create('Onboarded for canaries');
  client.vendor.setFaults([{ operation: 'A3', fault: { drop: 'after-commit' } }]);
  await create('Lost for canaries');
  client.vendor.setFaults([{ operation: 'A3', fault: { mutate: 'html' } }]);
  await create('Unreadable for canaries');
  client.vendor.clearFaults();
  await create('');
  const everyGet = Object.values(endpoints).filter(
    (endpoint) => endpoint.method === 'GET' && !('stream' in endpoint),
  );
  await client.wholeList();
  const { operations } = await client.ask(endpoints.listOperations, { params: { workspace: workspace.id } });
  for (const { path: template } of everyGet) {
    for (const [cloud, id] of [
      ['azure', operations.find(({ connectorId }) => connectorId !== null)?.connectorId ?? '1'],
      ['aws', '406261'],
    ] as const) {
      const params = {
        workspace: workspace.id,
        cloud,
        id,
        operation: operations[0]?.id ?? '',
        draft: workspace.id,
        job: 'job-1',
        member: cloud === 'azure' ? '1' : workspace.id,
      };
      keep(
        await client.bff.send('GET', pathOf({ ...endpoints.readSession, path: template }, params), {
          cookie,
        }),
      );
    }
  }
  keep(await client.bff.send('GET', '/metrics'));
  keep(await client.bff.send('GET', '/api/openapi.json', { cookie }));
  keep(
    await client.bff.send('POST', '/api/session', {
      body: { email: 'ada@example.test', password: `${testPassword}x` },
    }),
  );
}

function path(name: 'verifyWorkspace' | 'createAzureConnector' | 'testAzureConnection'): string {
  return pathOf(endpoints[name], { workspace: client.workspace.id });
}

async function call(name: 'verifyWorkspace'): Promise<Answered> {
  return keep(await client.bff.send('POST', path(name), { cookie }));
}

async function testConnection(): Promise<Answered> {
  const { tenantId, applicationId } = sampleSpec;
  const body = { tenantId, applicationId, secretValue: azureSecret };
  return keep(await client.bff.send('POST', path('testAzureConnection'), { cookie, body }));
}

async function create(name: string): Promise<Answered> {
  const body = {
    idempotencyKey: crypto.randomUUID(),
    spec: { ...sampleSpec, name },
    secretValue: azureSecret,
    runNow: false,
    draftId: null,
  };
  return keep(await client.bff.send('POST', path('createAzureConnector'), { cookie, body }));
}

function keep(answer: Answered): Answered {
  answers.push(answer);
  return answer;
}

/** As typed, encoded for addresses, in base64, escaped for JSON, and each of its ends. */
function spellings(): string[] {
  return canaries.flatMap((canary) => [
    canary,
    encodeURIComponent(canary),
    Buffer.from(canary).toString('base64').replace(/=+$/, ''),
    JSON.stringify(canary).slice(1, -1),
    canary.slice(0, 12),
    canary.slice(-12),
  ]);
}

function expectNoneOf(forbidden: string[], text: string): void {
  for (const spelling of forbidden) expect(text).not.toContain(spelling);
}

async function folderWithEverythingWritten(): Promise<string> {
  const superuser = new pg.Client(postgres.server.superuser);
  await superuser.connect();
  await superuser.query('checkpoint');
  const { rows } = await superuser.query<{ data_directory: string }>('show data_directory');
  await superuser.end();
  return rows[0]?.data_directory ?? '';
}

/** Files that the living Postgres takes away while they are read are passed over. */
async function filesBelow(folder: string) {
  const files: { file: string; bytes: Buffer }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(file)));
    const bytes = entry.isFile() ? await readFile(file).catch(() => null) : null;
    if (bytes !== null) files.push({ file, bytes });
  }
  return files;
}
