import { gzipSync } from 'node:zlib';
import { ConnectorSummary, Member } from '@console/console-contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GatewayErrorKind } from '../../../ports/gateway-error.ts';
import { readRateHeaders } from '../limits/rate-headers.ts';
import { aPage, connect, type Scripted, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';

const id = '406118';

test.each<[string, Scripted, string | null]>([
  ['a login page', { body: '<html><title>Sign in</title></html>' }, 'The answer is markup instead of data.'],
  ['truncated JSON', { body: '{"content":[{"id":1,' }, 'The answer is not JSON.'],
  ['rows by the line', { body: '{"id":1}\n{"id":2}' }, 'The answer is not JSON.'],
  ['an empty body', { body: '' }, 'The answer is empty.'],
  ['null', { body: 'null' }, 'The answer is not as documented: the answer.'],
  ['204', { status: 204 }, 'The answer is empty.'],
  [
    'a compressed body that was not asked for',
    { headers: { 'content-encoding': 'gzip' }, body: gzipSync('{}') },
    null,
  ],
  ['a body that only claims to be compressed', { headers: { 'content-encoding': 'br' }, body: '{}' }, null],
  ['bytes that are no text', { body: Buffer.from([0xff, 0xfe, 0x00, 0x01]) }, 'The answer is not JSON.'],
])('FLT-12 200 with %s is unreadable, and a write may have been done', async (_what, answer, note) => {
  await using fake = await startFakeGateway(() => answer);
  await using console = connect(fake);
  const { gateway } = console;

  const read = await gatewayErrorOf(gateway.listConnectors('azure'));
  const write = await gatewayErrorOf(gateway.setAzureEnabled([id], true));

  // Where it broke, in our words; nothing of the answer itself.
  expect(read).toMatchObject({ kind: 'unreadable', acted: 'no', note });
  expect(write).toMatchObject({ kind: 'unreadable', acted: 'maybe', note });
});

test.each([
  ['nested brackets', '['.repeat(3_000_000) + ']'.repeat(3_000_000), 'The answer is nested too deeply.'],
  ['endless values', `{"content":[${'1,'.repeat(3_000_000)}1]}`, 'The answer is too large to be read.'],
])(
  'DOS-08 megabytes of %s are an unreadable answer, and no refusal is read from them',
  async (_, body, note) => {
    let status = 200;
    await using fake = await startFakeGateway(() => ({ status, body }));
    await using console = connect(fake);
    const { gateway } = console;

    expect(await gatewayErrorOf(gateway.listConnectors('azure'))).toMatchObject({ kind: 'unreadable', note });
    expect(await gatewayErrorOf(gateway.setAzureEnabled([id], true))).toMatchObject({ acted: 'maybe', note });
    status = 400;
    expect(await gatewayErrorOf(gateway.setAzureEnabled([id], true))).toMatchObject({
      kind: 'rejected',
      acted: 'no',
      detail: null,
    });
  },
);

test.each([
  ['beginnings of a script', '<script'],
  ['beginnings of a comment', '<!--'],
])('DOS-08 errors of megabytes of %s are shortened without keeping other calls waiting', async (_, part) => {
  const errorMsg = part.repeat(3_000_000 / part.length);
  await using fake = await startFakeGateway(() => aPage([{ errorMsg }, { errorMsg: ` ${errorMsg}` }]));
  await using console = connect(fake);

  const before = process.cpuUsage();
  const { rows } = await console.gateway.readLastJob('azure', id);

  expect(rows).toHaveLength(2);
  // A search that begins anew at every beginning takes many times as long.
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(5);
});

test('DOS-08 an error that is megabytes of JSON is not parsed', async () => {
  const errorMsg = `{"message":"At the end","rest":[${'[],'.repeat(1_000_000)}1]}`;
  await using fake = await startFakeGateway(() => aPage([{ errorMsg }]));
  await using console = connect(fake);

  const { rows } = await console.gateway.readLastJob('azure', id);

  expect(rows[0]?.message).toMatch(/^\{"message":"At the end","rest":\[\[\],/);
});

test('DOS-08 a token that is nested brackets is unreadable', async () => {
  const body = `${'{"token":'.repeat(100)}1${'}'.repeat(100)}`;
  await using fake = await startFakeGateway(
    () => ({ json: {} }),
    () => ({ body }),
  );
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.listConnectors('azure'))).toMatchObject({
    kind: 'unreadable',
    note: 'The answer is nested too deeply.',
  });
});

test('FLT-12 a byte order mark and a wrong content type are forgiven', async () => {
  const page = JSON.stringify(aPage([{ id: 1, name: 'one' }]).json);
  await using fake = await startFakeGateway(() => ({
    headers: { 'content-type': 'text/html' },
    body: `\uFEFF${page}`,
  }));
  await using console = connect(fake);

  expect((await console.gateway.listConnectors('azure')).rows).toMatchObject([{ id: '1', name: 'one' }]);
});

const anything = fc.oneof(
  fc.constant(null),
  fc.constant(undefined),
  fc.boolean(),
  fc.integer(),
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.record({ a: fc.string() }),
);
const driftingRow = fc.record({
  id: fc.oneof(fc.integer({ min: 1 }), fc.integer({ min: 1 }).map(String), fc.constant('9007199254740993')),
  name: fc.oneof(fc.string({ minLength: 1 }), anything),
  uuid: anything,
  state: fc.oneof(fc.constantFrom('FINISHED_SUCCESS', 'finished_errors', 'SOMETHING_NEW'), anything),
  organizationId: anything,
  connectorCapabilities: anything,
  lastSynced: fc.oneof(fc.date().map(String), fc.constant('2023-05-17T07:56:37.711+00:00'), anything),
  numberOfConnectorsAttached: anything,
  somethingNew: anything,
});

test('FLT-13 whatever a row drifts to, it is listed in the contract’s form', async () => {
  let rows: { id: string | number; name?: unknown }[] = [];
  await using fake = await startFakeGateway(() => aPage(rows));
  await using console = connect(fake);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(driftingRow, { selector: ({ id }) => String(id), maxLength: 8 }),
      async (drawn) => {
        rows = drawn;
        const listing = await console.gateway.listConnectors('azure');
        // One without a readable name is called by its id.
        expect(listing.rows.map((row) => row.id)).toEqual(rows.map((row) => String(row.id)));
        expect(listing.incomplete).toBe(false);
        for (const row of listing.rows) ConnectorSummary.parse({ ...row, ...addedByTheConsole });
      },
    ),
    { numRuns: 60 },
  );
});

const addedByTheConsole = {
  enabled: null,
  nextSync: null,
  newestError: null,
  newestCause: null,
  stateSince: '2026-01-01T00:00:00Z',
  tenantId: null,
};

test('FLT-13 a state that the console does not know is unknown, with the gateway’s own word', async () => {
  await using fake = await startFakeGateway(() => aPage([{ id: 1, name: 'one', state: 'REINDEXING' }]));
  await using console = connect(fake);

  expect((await console.gateway.listConnectors('aws')).rows).toMatchObject([
    { state: 'unknown', stateText: 'REINDEXING' },
  ]);
});

test('FLT-13 an id longer than a number keeps every digit', async () => {
  const body =
    '{"content":[{"id":9007199254740993,"name":"long"},{"id":"x/../y","name":"no id"}],"hasNext":false}';
  await using fake = await startFakeGateway(() => ({ body }));
  await using console = connect(fake);

  const { rows, incomplete } = await console.gateway.listConnectors('azure');

  expect(rows.map((row) => row.id)).toEqual(['9007199254740993']);
  expect(incomplete).toBe(true);
  // A request carries ids as numbers, and this one would name another connector.
  expect(await gatewayErrorOf(console.gateway.runAzure(['9007199254740993']))).toMatchObject({
    kind: 'rejected',
    acted: 'no',
  });
});

test('FLT-13 what Postgres could not store does not get past the border', async () => {
  const odd = String.raw`{"id":1,"name":"a\u0000b\ud800","state":"X\u0000"},{"id":2,"name":"\u0000"}`;
  await using fake = await startFakeGateway(() => ({ body: `{"content":[${odd}],"hasNext":false}` }));
  await using console = connect(fake);

  expect((await console.gateway.listConnectors('azure')).rows).toMatchObject([
    { name: 'ab\uFFFD', stateText: 'X' },
    { name: '2' },
  ]);
});

test('a member without a name goes by its id, and free text loses its control characters', async () => {
  await using fake = await startFakeGateway(({ path }) =>
    path.includes('last-job-summary')
      ? aPage([{ type: null, errorMsg: 'line one\nline\u0000 two\u001b[31m', created: null }])
      : aPage([{ id: 7, isDisabled: true, isAttachedToOrgConnector: 'true' }]),
  );
  await using console = connect(fake);

  const { rows } = await console.gateway.listAzureMembers(id);
  expect(rows.map((row) => Member.parse(row))).toMatchObject([
    { id: '7', name: '7', enabled: false, attached: true },
  ]);
  expect((await console.gateway.readLastJob('azure', id)).rows).toEqual([
    { type: null, message: 'line one\nline two[31m', at: null },
  ]);
});

const limit = 'You have reached the maximum number of connectors allowed for your license.';
const inTwoMinutes = 'This API cannot be run again for another 120 seconds.';
const inDays = 'This API cannot be run again for another 1 day, 23 hours and 54 seconds.';
const inXml = (code: number, key: string, value: number) =>
  `<?xml version="1.0"?><SIMPLE_RETURN><RESPONSE><CODE>${code}</CODE><TEXT>This API cannot be run.</TEXT><ITEM_LIST><ITEM><KEY>${key}</KEY><VALUE>${value}</VALUE></ITEM></ITEM_LIST></RESPONSE></SIMPLE_RETURN>`;
const free = {
  'X-RateLimit-Remaining': '7',
  'X-Concurrency-Limit-Limit': '2',
  'X-Concurrency-Limit-Running': '0',
};
const rated = { 'X-RateLimit-Remaining': '0', 'x-ratelimit-towait-sec': '42' };

test.each<[string, Scripted, GatewayErrorKind, number | null]>([
  ['400', { status: 400, json: { message: 'BAD_REQUEST' } }, 'rejected', null],
  ['403 about the licence', { status: 403, json: { message: limit } }, 'licence', null],
  ['403 about anything else', { status: 403, body: 'Module is not licensed' }, 'forbidden', null],
  ['404', { status: 404, body: 'NOT_FOUND' }, 'not-found', null],
  ['409 that tells nothing', { status: 409, body: 'CONFLICT' }, 'rate-limited', null],
  ['409 with calls left', { status: 409, headers: { 'X-RateLimit-Remaining': '7' } }, 'rate-limited', null],
  ['409 with every limit free', { status: 409, headers: free }, 'in-the-way', null],
  ['409 about the connector', { status: 409, json: { message: 'Connector is busy' } }, 'in-the-way', null],
  [
    '409 with code 1965',
    { status: 409, json: { errorCode: 1965, message: inTwoMinutes } },
    'rate-limited',
    120,
  ],
  ['409 with it in words', { status: 409, body: inDays }, 'rate-limited', 900],
  ['409 with it in XML', { status: 409, body: inXml(1965, 'SECONDS_TO_WAIT', 68) }, 'rate-limited', 68],
  ['409 with 1960 in XML', { status: 409, body: inXml(1960, 'CALLS_TO_FINISH', 1) }, 'rate-limited', 5],
  ['409 against its headers', { status: 409, headers: free, body: inTwoMinutes }, 'rate-limited', 120],
  ['500 with code 1965', { status: 500, json: { errorCode: '1965' } }, 'rate-limited', null],
  ['429 with the wait in its body', { status: 429, json: { error: inTwoMinutes } }, 'rate-limited', 120],
  ['409 with no calls left', { status: 409, headers: rated }, 'rate-limited', 42],
  [
    '409 with too many calls at once',
    { status: 409, headers: crowded('X-ConcurrencyLimit-') },
    'rate-limited',
    null,
  ],
  [
    '409 spelled with more dashes',
    { status: 409, headers: crowded('X-Concurrency-Limit-') },
    'rate-limited',
    null,
  ],
  ['429', { status: 429, headers: { 'retry-after': '7' } }, 'rate-limited', 7],
  ['429 with an endless wait', { status: 429, headers: { 'retry-after': '999999' } }, 'rate-limited', 900],
  ['429 with two waits', { status: 429, headers: { ...rated, 'retry-after': '3' } }, 'rate-limited', 42],
  ['429 with a negative wait', { status: 429, headers: { 'retry-after': '-5' } }, 'rate-limited', null],
  [
    '429 until a time by the gateway’s own clock',
    {
      status: 429,
      headers: { date: new Date(0).toUTCString(), 'retry-after': new Date(30_000).toUTCString() },
    },
    'rate-limited',
    30,
  ],
  ['429 with a wait in words', { status: 429, headers: { 'retry-after': 'NaN' } }, 'rate-limited', null],
  [
    '429 with a past date',
    { status: 429, headers: { 'retry-after': new Date(0).toUTCString() } },
    'rate-limited',
    null,
  ],
])('a write answered with %s surely did nothing', async (_what, answer, kind, retryAfterSeconds) => {
  await using fake = await startFakeGateway(() => answer);
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.runAzure([id]))).toMatchObject({
    kind,
    acted: 'no',
    retryAfterSeconds,
    status: answer.status,
  });
  expect(fake.calls()).toHaveLength(1);
});

function crowded(prefix: string): Record<string, string> {
  return { [`${prefix}Limit`]: '2', [`${prefix}Running`]: '2' };
}

test.each([
  ['the reason is not known', { status: 409, body: 'CONFLICT' }, /^It gave no reason/],
  ['there is a reason', { status: 409, body: 'The connector is busy.' }, null],
])('a read answered with 409 meets a limit, and %s', async (_what, answer, note) => {
  await using fake = await startFakeGateway(() => answer);
  await using console = connect(fake);

  const error = await gatewayErrorOf(console.gateway.readConnector('azure', id));

  expect(error).toMatchObject({ kind: 'rate-limited', note: note && expect.stringMatching(note) });
});

test('a licence that is used up is told from other refusals, though the secret is a part of the same words', async () => {
  await using fake = await startFakeGateway(() => ({ status: 403, json: { message: limit } }));
  await using console = connect(fake, { secret: 'the-connectors-of-contoso' });

  const error = await gatewayErrorOf(console.gateway.runAzure([id]));

  expect(error).toMatchObject({ kind: 'licence', detail: expect.stringContaining('[secret]') });
});

test('a write answered with 500 may have been done', async () => {
  await using fake = await startFakeGateway(() => ({ status: 500, body: 'INTERNAL_SERVER_ERROR' }));
  await using console = connect(fake);

  expect(await gatewayErrorOf(console.gateway.runAzure([id]))).toMatchObject({
    kind: 'unavailable',
    acted: 'maybe',
  });
});

test('the call budget is told whenever the headers carry it, however they are spelled', async () => {
  await using fake = await startFakeGateway(() => ({
    ...aPage([]),
    headers: {
      'x-ratelimit-limit': '300',
      'X-RateLimit-Remaining': '299',
      'X-Rate-Limit-Window-Sec': '3600',
    },
  }));
  await using console = connect(fake);
  const reported: unknown[] = [];
  console.gateways.keepWithin({
    take: async () => 0,
    reported: async (...facts) => void reported.push(facts),
  });

  await console.gateway.listConnectors('azure');

  const budget = { limit: 300, remaining: 299, windowSeconds: 3600 };
  const limits = { budget, atOnce: null, waitSeconds: null };
  expect(reported).toEqual([['0b0f7d3e-5d0f-4f5c-9a59-6a1c3c1f6a01', 'A5', limits]]);
});

test('FLT-09 no header silences background work for more than a day, or tells more than can be kept', () => {
  const endless = '999999999999';
  const reported = [
    { 'X-RateLimit-Limit': endless, 'X-RateLimit-Remaining': endless, 'X-RateLimit-Window-Sec': endless },
    { 'X-RateLimit-Limit': '-1', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Window-Sec': '3600' },
    { 'X-RateLimit-Limit': 'NaN', 'X-RateLimit-Remaining': '1e9', 'X-RateLimit-Window-Sec': 'Infinity' },
  ];

  const largest = 2_147_483_647;
  expect(reported.map((headers) => readRateHeaders(headers).budget)).toEqual([
    { limit: largest, remaining: largest, windowSeconds: 86_400 },
    null,
    null,
  ]);
});

test('every call is told of once, with its operation and what came of it', async () => {
  await using fake = await startFakeGateway(({ path }) =>
    path.includes('azure') ? aPage([]) : { status: 404 },
  );
  const reported: unknown[] = [];
  await using console = connect(fake, {
    onCall: ({ operation, outcome }) => reported.push([operation, outcome]),
  });

  await console.gateway.listConnectors('azure');
  await gatewayErrorOf(console.gateway.readConnector('aws', id));

  expect(reported).toEqual([
    ['T1', 'ok'],
    ['A5', 'ok'],
    ['W4', 'not-found'],
  ]);
});
