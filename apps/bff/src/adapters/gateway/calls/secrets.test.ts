import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../../ports/secret.ts';
import { aToken, connect, type Script, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';

const credentials = {
  tenantId: '5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34',
  applicationId: '0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10',
};
const azureSecret = 'q9w8Q~canary"of+the/azure=secret&value\\';
const clientSecret = 'canary-of/the+client=secret%and~more';

/** Everything an error could show to a log, a person or a debugger. */
function textOf(error: Error): string {
  return [
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: 9, showHidden: true }),
  ].join('\n');
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, encodeURIComponent(secret), bytes.toString('base64'), bytes.toString('base64url')].concat(
    JSON.stringify(secret).slice(1, -1),
  );
}

/** Every eight characters in a row, as they are and in hex, in lower case. */
function partsOf(secret: string): string[] {
  const forms = [secret, Buffer.from(secret).toString('hex')];
  return forms.flatMap((form) =>
    Array.from({ length: form.length - 7 }, (_, at) => form.slice(at, at + 8).toLowerCase()),
  );
}

test.each([
  ['a line break', 'canary-one\ncanary-two'],
  ['a carriage return and another header', 'canary-one\r\nX-Injected: canary-two'],
  ['a NUL', 'canary-one\u0000canary-two'],
  ['a zero-width space', 'canary-one\u200bcanary-two'],
  ['a letter beyond ASCII', 'canary-oné'],
  ['a space', 'canary-one canary-two'],
  ['nothing in it', ''],
  ['64 KB', 'canary-one'.repeat(6_554)],
])('SEC-04 INJ-03 a client secret with %s is never sent and never quoted', async (_what, secret) => {
  await using fake = await startFakeGateway(() => ({}));
  await using console = connect(fake, { secret });

  const error = await gatewayErrorOf(console.gateway.mintToken());

  expect(error).toMatchObject({ kind: 'credentials-refused', acted: 'no' });
  expect(textOf(error)).not.toContain('canary');
  expect(fake.journal).toEqual([]);
});

test('INJ-03 neither is a client id with a line break', async () => {
  await using fake = await startFakeGateway(() => ({}));
  await using console = connect(fake, { clientId: 'client\r\nX-Injected: 1' });

  expect(await gatewayErrorOf(console.gateway.mintToken())).toMatchObject({ kind: 'credentials-refused' });
  expect(fake.journal).toEqual([]);
});

const echoes: [string, (secret: string) => string][] = [
  ['as it is', (secret) => `The value ${secret} is invalid.`],
  ['in JSON', (secret) => JSON.stringify({ message: `The value ${secret} is invalid.` })],
  ['deep in JSON', (secret) => JSON.stringify({ errors: [{ detail: `refused: ${secret}` }] })],
  ['in a link', (secret) => `See https://example.com/?s=${encodeURIComponent(secret)} for more.`],
  ['in a form', (secret) => `client_secret=${new URLSearchParams({ s: secret }).toString().slice(2)}&x=1`],
  ['in escaped markup', (secret) => `<p>Bad secret ${escapedForMarkup(secret)}</p>`],
  ['in base64', (secret) => `Basic ${Buffer.from(secret).toString('base64')} was refused`],
  ['in markup', (secret) => `<html><body><p>Bad secret ${secret}</p></body></html>`],
  ['in upper case', (secret) => `BAD ${secret.toUpperCase()} IS INVALID`],
  ['in hex', (secret) => `refused ${Buffer.from(secret).toString('hex')}`],
  ['in upper-case hex', (secret) => `refused ${Buffer.from(secret).toString('hex').toUpperCase()}`],
  ['in base64 of one byte more', (secret) => `Basic ${Buffer.from(`a${secret}b`).toString('base64')}.`],
  ['in base64 of a pair', (secret) => `Basic ${Buffer.from(`me:${secret}`).toString('base64url')}`],
  ['in base64 after three', (secret) => `Basic ${Buffer.from(`you${secret}!!`).toString('base64')}`],
  ['percent-encoded byte by byte', (secret) => `?s=${percentEncoded(secret)}`],
  ['in part', (secret) => `ends in ${secret.slice(-9)} and begins with ${secret.slice(0, 8)}`],
  ['in part and in upper case', (secret) => `HAS ${secret.slice(3, 14).toUpperCase()} IN IT`],
  ['where the message is cut', (secret) => `${'x'.repeat(275)} ${secret}`],
  ['unescaped only by JSON, where the message is cut', cutAndEscaped],
  ['unescaped only by JSON', (secret) => `{"message":"bad ${unicodeEscaped(secret)}"}`],
];

function cutAndEscaped(secret: string): string {
  return `{"message":"${'x'.repeat(275)} ${unicodeEscaped(secret)}"}`;
}

function percentEncoded(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}

function escapedForMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function unicodeEscaped(text: string): string {
  return [...text]
    .map((letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .join('');
}

test.each(echoes)('SEC-04 a secret the gateway echoes %s is masked in every error', async (_how, echo) => {
  let jwt = '';
  const echoing: Script = ({ headers }) => {
    const secrets = [azureSecret, clientSecret, (headers.authorization ?? '').replace('Bearer ', '')];
    return { status: 400, body: echo(secrets[turn % 3] ?? '') };
  };
  let turn = 0;
  await using fake = await startFakeGateway(echoing, () => {
    jwt = aToken();
    return { body: jwt };
  });
  await using console = connect(fake, { secret: clientSecret });

  for (turn = 0; turn < 3; turn += 1) {
    const secretValue = new Secret(azureSecret);
    const error = await gatewayErrorOf(console.gateway.testAzure({ ...credentials, secretValue }));
    expect(error.kind).toBe('rejected');
    expect(error.detail).toContain('[secret]');
    const shown = textOf(error);
    for (const form of [azureSecret, clientSecret, jwt].flatMap(formsOf)) expect(shown).not.toContain(form);
    const lower = (error.detail ?? '').toLowerCase();
    for (const form of [azureSecret, clientSecret].flatMap(partsOf)) expect(lower).not.toContain(form);
    // Nor the beginning of one, where a long message was cut.
    for (const secret of [azureSecret, clientSecret, jwt]) expect(shown).not.toContain(secret.slice(0, 8));
  }
});

test('SEC-04 the token call’s own refusal does not repeat the client secret', async () => {
  await using fake = await startFakeGateway(
    () => ({}),
    ({ headers }) => ({ status: 401, json: { message: `Wrong secret ${String(headers.clientsecret)}` } }),
  );
  await using console = connect(fake, { secret: clientSecret });

  const error = await gatewayErrorOf(console.gateway.mintToken());

  expect(error).toMatchObject({ kind: 'credentials-refused', detail: 'Wrong secret [secret]' });
  expect(textOf(error)).not.toContain(clientSecret);
});

test('SEC-04 a refusal of our own to send a request names the field and not its value', async () => {
  await using fake = await startFakeGateway(() => ({}));
  await using console = connect(fake);

  const error = await gatewayErrorOf(
    console.gateway.testAzure({ ...credentials, tenantId: '', secretValue: new Secret(azureSecret) }),
  );

  expect(error).toMatchObject({ kind: 'rejected', acted: 'no' });
  expect(error.note).toContain('tenantId');
  expect(textOf(error)).not.toContain(azureSecret);
});

test('what the gateway says arrives without markup and control characters, and not endless', async () => {
  const body = `<h1>Error</h1><script>alert(1)</script>\u001b[31m bad\r\n\u0000 <b>thing</b> ${'y'.repeat(5_000)}`;
  await using fake = await startFakeGateway(() => ({ status: 400, body }));
  await using console = connect(fake);

  const { detail } = await gatewayErrorOf(console.gateway.runAzure(['1']));

  expect(detail).toMatch(/^Error \[31m bad thing y+…$/);
  expect(detail?.length).toBeLessThanOrEqual(500);
});

test('SEC-06 a secret echoed inside a good answer is shown to no caller either', async () => {
  const echoing: Script = ({ headers }) => ({
    json: { id: 7, name: 'Org', lastError: `Call with ${headers.authorization} and ${clientSecret} failed` },
  });
  await using fake = await startFakeGateway(echoing);
  await using console = connect(fake, { secret: clientSecret });

  const { lastError } = await console.gateway.readConnector('azure', '7');

  expect(lastError).toBe('Call with Bearer [secret] and [secret] failed');
});

test('SEC-06 an encoded secret inside a good answer is shown to no caller, and an id that is a part of it stays', async () => {
  const secret = 'client-406118-canary-of-the-console';
  const lastError = `Basic ${Buffer.from(`me:${secret}`).toString('base64')} and ${secret.toUpperCase()} failed`;
  await using fake = await startFakeGateway(() => ({ json: { id: 406118, name: '-406118-', lastError } }));
  await using console = connect(fake, { secret });

  const read = await console.gateway.readConnector('azure', '406118');

  expect(read).toMatchObject({ id: '406118', name: '-406118-' });
  expect(read.lastError).toMatch(/^Basic \S{0,4}\[secret\]\S{0,3} and \[secret\] failed$/);
});

test.each([
  ['=', String.raw`\u003d`],
  ['/', String.raw`\/`],
])('SEC-06 a secret inside a good answer is found though %s is written as %s', async (character, written) => {
  const echoed = clientSecret.replaceAll(character, written);
  const body = `{"id":7,"name":"Org","lastError":"Call with ${echoed} failed"}`;
  await using fake = await startFakeGateway(() => ({ body }));
  await using console = connect(fake, { secret: clientSecret });

  const { lastError } = await console.gateway.readConnector('azure', '7');

  expect(lastError).toBe('Call with [secret] failed');
});

test('SEC-04 a secret of two letters is masked in words, and never a mask of it', async () => {
  await using fake = await startFakeGateway(() => ({ status: 400, body: 'Wrong: se, Se or 7365' }));
  await using console = connect(fake, { secret: 'se' });

  const { detail } = await gatewayErrorOf(console.gateway.runAzure(['1']));

  expect(detail).toBe('Wrong: [secret], [secret] or [secret]');
});

test('SEC-04 an answer made of beginnings of tokens is searched without keeping other calls waiting', async () => {
  await using fake = await startFakeGateway(() => ({ status: 400, body: 'eyJ'.repeat(30_000) }));
  await using console = connect(fake);

  const before = process.cpuUsage();
  await gatewayErrorOf(console.gateway.runAzure(['1']));

  // A search that begins anew at every beginning takes a hundred times as long.
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(5);
});
