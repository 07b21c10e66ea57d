/** Messages of the gateway that are no plain sentence: markup, objects, and the same many times over. */
import { endpoints } from '@console/console-contract';
import type { FaultRule } from '@console/gateway-simulator';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, startConnected } from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
let params: { workspace: string; cloud: string; id: string };
beforeAll(async () => {
  client = await startConnected({ seed: 'demo' });
  const { connectors } = await client.wholeList();
  const one = connectors.find(({ cloud, state }) => cloud === 'azure' && state === 'errors');
  params = { workspace: client.workspace.id, cloud: 'azure', id: one?.id ?? '' };
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

type Body = NonNullable<FaultRule['fault']['body']>;

async function jobOf(content: Body[]) {
  client.vendor.setFaults([{ operation: 'A15', fault: { status: 200, body: { content, hasNext: false } } }]);
  return client.ask(endpoints.readLastJob, { params });
}

const denied = 'The client has no access.';

test.each<[string, Body, string]>([
  ['a sentence', denied, denied],
  ['markup', `<p>The client has <b>no</b> access.</p>`, denied],
  ['a page', `<html><head><title>x</title></head><body><h1>${denied}</h1></body></html>`, denied],
  ['lines of markup', 'First.<br/>Second.', 'First.\nSecond.'],
  ['a name in angle brackets', 'The group <Retail> is missing.', 'The group <Retail> is missing.'],
  ['entities', 'Retail &amp; Sons &#39;EU&#39; &lt;1&gt;', "Retail & Sons 'EU' <1>"],
  ['an object', { message: denied }, denied],
  [
    'an object with a code',
    { code: 'AuthorizationFailed', message: denied },
    `AuthorizationFailed: ${denied}`,
  ],
  ['an object in an object', { error: { code: 'X17', details: [{ reason: denied }] } }, `X17: ${denied}`],
  ['the text of an object', JSON.stringify({ error: { message: denied } }), denied],
  ['a list', [{ msg: denied }, { msg: 'other' }], denied],
  ['brackets that are no object', '[not JSON] here', '[not JSON] here'],
])('the message of an error that is %s becomes text', async (_what, errorMsg, message) => {
  const { errors } = await jobOf([{ type: null, errorMsg, created: null }]);

  expect(errors.map((error) => error.message)).toEqual([message]);
});

test('an object as the last error of a connector, or as the refusal of a run, is text, too', async () => {
  const facts = { id: params.id, name: 'Odd', state: 'FINISHED_SUCCESS' };
  client.vendor.setFaults([
    {
      operation: 'A6',
      nth: 1,
      fault: { status: 200, body: { ...facts, lastError: { message: `<i>${denied}</i>` } } },
    },
    { operation: 'A7', fault: { status: 400, body: { message: { text: `<b>${denied}</b> &amp; more` } } } },
  ]);

  const { connector } = await client.ask(endpoints.readConnector, { params });
  const body = { idempotencyKey: crypto.randomUUID() };
  const { problem } = await client.ask(endpoints.runConnector, { params, body });

  expect(JSON.stringify(connector)).not.toContain('<i>');
  expect(problem?.detail).toBe(`${denied} & more`);
});

test('equal errors are one, with how often the job reported it and when it did last', async () => {
  const error = (errorMsg: string, minute: number) => ({
    type: 'ORG_CONNECTOR',
    errorMsg,
    created: `2026-11-20T10:0${minute}:00.000+00:00`,
  });

  const { errors, incomplete } = await jobOf([
    error('Same', 1),
    error('Another', 2),
    error('Same', 3),
    error('Same', 3),
  ]);

  expect(incomplete).toBe(false);
  expect(errors).toMatchObject([
    { message: 'Same', times: 3, at: '2026-11-20T10:03:00.000Z' },
    { message: 'Another', at: '2026-11-20T10:02:00.000Z' },
  ]);
  expect(errors[1]).not.toHaveProperty('times');
});
