import { gatewayOperations as on } from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { sampleTenant, startSimulator } from './simulator-under-test.ts';

test('a fault strikes the n-th call of its operation, counted from when it was set, and no other', async () => {
  await using simulator = await startSimulator();
  await simulator.ask(on.A5);
  simulator.control.setFaults([{ operation: 'A5', nth: 2, fault: { status: 503, bodyText: 'later' } }]);
  const statuses = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await simulator.ask(on.A5)).status);
  expect(statuses).toEqual([200, 503, 200]);
  expect((await simulator.ask(on.W3)).status).toBe(200);
});

test('a fault strikes from a call on, as often as it is told, until it is cleared', async () => {
  await using simulator = await startSimulator();
  simulator.control.setFaults([
    {
      operation: 'A5',
      from: 2,
      times: 2,
      fault: { status: 500, headers: { 'retry-after': '7' }, body: { error: 'x' } },
    },
    { operation: 'W3', fault: { status: 502 } },
  ]);
  const answers = [];
  for (let call = 0; call < 4; call += 1) answers.push(await simulator.ask(on.A5));
  expect(answers.map((answer) => answer.status)).toEqual([200, 500, 500, 200]);
  expect(answers[1]?.headers.get('retry-after')).toBe('7');
  expect((await simulator.ask(on.W3)).status).toBe(502);
  simulator.control.clearFaults();
  expect((await simulator.ask(on.W3)).status).toBe(200);
});

test.each([
  ['truncate', /^\{"currentPage":0[^}]*/],
  ['html', /^<!doctype html>/],
  ['empty', /^$/],
  ['null', /^null$/],
  ['bom', /^\uFEFF\{/],
  ['ndjson', /\}\n\{/],
] as const)('an answer can be spoiled: %s', async (mutate, expected) => {
  await using simulator = await startSimulator();
  simulator.control.setFaults([{ operation: 'A5', fault: { mutate } }]);
  const bytes = await (await simulator.ask(on.A5)).arrayBuffer();
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatch(expected);
});

test('an answer can be late, or send its reader elsewhere', async () => {
  await using simulator = await startSimulator();
  simulator.control.setFaults([
    { operation: 'A5', fault: { delayMs: 200 } },
    { operation: 'W3', fault: { redirectTo: 'http://elsewhere.example/' } },
  ]);
  await simulator.ask(on.A6, { params: { id: '406118' } });
  const before = performance.now();
  await simulator.ask(on.A5);
  expect(performance.now() - before).toBeGreaterThan(190);
  const redirected = await simulator.ask(on.W3);
  expect([redirected.status, redirected.headers.get('location')]).toEqual([302, 'http://elsewhere.example/']);
});

test('a late answer comes at once when the faults are cleared, and a call is known of before it is answered', async () => {
  await using simulator = await startSimulator();
  simulator.control.setFaults([{ operation: 'A5', fault: { delayMs: 3_600_000, status: 503 } }]);
  const answers = [simulator.ask(on.A5), simulator.ask(on.A5)];
  await expect.poll(() => simulator.control.arrived('A5')).toBe(2);
  expect(simulator.control.journal().map(({ operation }) => operation)).not.toContain('A5');

  simulator.control.clearFaults();

  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503]);
  expect(simulator.control.arrived('A5')).toBe(0);
});

test('a connection can be cut before a call takes effect, or after', async () => {
  await using simulator = await startSimulator();
  const run = { body: [406_118] };
  await simulator.ask(on.A5);
  const untouched = simulator.control.digest();
  simulator.control.setFaults([
    { operation: 'A7', nth: 1, fault: { drop: 'before' } },
    { operation: 'A7', nth: 2, fault: { drop: 'after-commit' } },
    { operation: 'A7', nth: 3, fault: { status: 500, afterCommit: true } },
  ]);
  await expect(simulator.ask(on.A7, run)).rejects.toThrow();
  expect(simulator.control.digest()).toBe(untouched);
  await expect(simulator.ask(on.A7, run)).rejects.toThrow();
  expect(simulator.control.digest()).not.toBe(untouched);
  expect((await simulator.ask(on.A7, run)).status).toBe(500);
  const runs = simulator.control.journal().filter((entry) => entry.operation === 'A7');
  expect(runs).toMatchObject([
    { committed: false, status: null, fault: true },
    { committed: true, status: null, fault: true },
    { committed: true, status: 500, fault: true },
  ]);
});

test('the journal has every request, and no secret', async () => {
  await using simulator = await startSimulator();
  await simulator.read(on.A1, { body: sampleTenant });
  await simulator.refusal(on.A7, { body: [] });
  await fetch(`${simulator.url}/elsewhere`);
  const journal = simulator.control.journal();
  expect(journal.map(({ operation, status, committed }) => [operation, status, committed])).toEqual([
    ['T1', 200, false],
    ['A1', 200, true],
    ['A7', 400, false],
    [null, 404, false],
  ]);
  expect(journal[1]).toMatchObject({
    sequence: 2,
    method: 'POST',
    path: '/connectors/v1.0/org/azure/test/',
    bytes: JSON.stringify(sampleTenant).length,
    bodyHash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    body: { ...sampleTenant, secretValue: expect.stringMatching(/^sha256:/) },
    headers: expect.objectContaining({ authorization: expect.stringMatching(/^sha256:/) }),
  });
  const text = JSON.stringify(journal);
  for (const secret of [sampleTenant.secretValue, 'secret-under-test', 'Bearer'])
    expect(text).not.toContain(secret);
  simulator.control.clearJournal();
  expect(simulator.control.journal()).toEqual([]);
});

test('the same control is there over HTTP when it is asked for, and not otherwise', async () => {
  await using open = await startSimulator({ mountControl: true });
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${open.url}/__simulator${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const reset = await ask('POST', '/reset', { seed: 'empty', settings: { pace: 0 } });
  expect(await reset.json()).toEqual({ digest: open.control.digest() });
  expect((await open.read(on.A5)).rows).toEqual([]);
  expect((await ask('POST', '/advance', { seconds: 5 })).status).toBe(200);
  expect((await ask('PUT', '/faults', [{ operation: 'A5', fault: { status: 500 } }])).status).toBe(204);
  expect((await open.ask(on.A5)).status).toBe(500);
  expect((await ask('DELETE', '/faults')).status).toBe(204);
  expect(await (await ask('GET', '/journal')).json()).toHaveLength(3);
  expect((await ask('DELETE', '/journal')).status).toBe(204);
  const settings = await ask('PUT', '/settings', { licenceLimit: 3, expireTokens: true });
  expect(await settings.json()).toMatchObject({ licenceLimit: 3, pace: 0 });
  expect(await (await ask('GET', '/settings')).json()).toMatchObject({ licenceLimit: 3 });
  expect((await open.ask(on.A5)).status).toBe(401);
  expect(await (await ask('GET', '/digest')).json()).toEqual({ digest: open.control.digest() });

  expect((await ask('PUT', '/faults', [{ operation: 'A99', fault: {} }])).status).toBe(400);
  expect((await ask('PUT', '/settings', { licence: 3 })).status).toBe(400);
  expect((await ask('POST', '/reset', {}, { origin: 'http://evil.example' })).status).toBe(403);

  await using closed = await startSimulator();
  expect((await fetch(`${closed.url}/__simulator/journal`)).status).toBe(404);
});

test('a fresh world forgets faults, journal and settings, and keeps tokens good', async () => {
  await using simulator = await startSimulator({ settings: { licenceLimit: 50 } });
  await simulator.read(on.A5);
  simulator.control.setFaults([{ operation: 'A5', fault: { status: 500 } }]);
  simulator.control.setSettings({ licenceLimit: 1, latencyMs: 5 });
  simulator.control.reset({ seed: 'empty' });
  expect(simulator.control.settings()).toMatchObject({ licenceLimit: 50, latencyMs: 0 });
  expect(simulator.control.journal()).toEqual([]);
  expect((await simulator.read(on.A5)).rows).toEqual([]);
});
