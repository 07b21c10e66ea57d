import { expect, test } from 'vitest';
import { createTestClock } from '../../test-bench/test-clock.ts';
import { createRecovery } from './recovery.ts';

const since = '2026-11-22T10:00:00Z';
const well = { asOf: since, incomplete: false, failing: null };
const problem = { code: 'gateway-unavailable' as const, message: 'The gateway does not answer.' };
const failing = { ...well, failing: { since, problem } };
const log = { info: () => {}, warn: () => {} };

test('while the lists go on failing, answers for connectors ask for them once in a while and not each time', async () => {
  const asked: string[] = [];
  const freshness = { azure: failing, aws: well, refreshing: true };
  const clock = createTestClock();
  const freshnessOf = async () => freshness;
  const noteAnswer = createRecovery({
    freshnessOf,
    refresh: (workspace) => asked.push(workspace),
    clock,
    log,
  });

  await noteAnswer('one', 'azure');
  freshness.refreshing = false;
  await noteAnswer('one', 'aws');
  expect(asked).toEqual([]);
  for (const workspace of ['one', 'one', 'two', 'one']) await noteAnswer(workspace, 'azure');
  expect(asked).toEqual(['one', 'two']);
  clock.advance(60);
  await noteAnswer('one', 'azure');
  expect(asked).toEqual(['one', 'two', 'one']);
});

test('a database that cannot be asked spoils no answer', async () => {
  const freshnessOf = () => Promise.reject(new Error('gone'));
  const noteAnswer = createRecovery({ freshnessOf, refresh: () => {}, clock: createTestClock(), log });

  await expect(noteAnswer('one', 'azure')).resolves.toBeUndefined();
});
