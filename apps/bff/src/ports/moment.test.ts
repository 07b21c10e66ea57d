import { expect, test, vi } from 'vitest';
import { createTestClock } from '../test-bench/test-clock.ts';
import { rememberWhileNothingChanges } from './moment.ts';
import { shareLookups } from './shared-lookup.ts';

test('what was looked up is answered again while nothing is committed, and not a moment longer', async () => {
  const lookUp = vi.fn(async (key: string) => key);
  const find = rememberWhileNothingChanges(lookUp, () => 60, createTestClock());

  for (const moment of ['5:5:', '5:5:', '5:6:', '5:6:']) expect(await find('ada', moment)).toBe('ada');
  expect(lookUp).toHaveBeenCalledTimes(2);
});

test('what ends by itself is looked up again when it ends, and anything after five seconds', async () => {
  const clock = createTestClock();
  const lookUp = vi.fn(async (key: string) => key);
  const find = rememberWhileNothingChanges(lookUp, (key) => (key === 'ends' ? 2 : 3600), clock);
  const ask = async () => {
    for (const key of ['ends', 'lasts']) await find(key, '5:5:');
    return lookUp.mock.calls.length;
  };

  expect(await ask()).toBe(2);
  clock.advance(2);
  expect(await ask()).toBe(3);
  clock.advance(3);
  expect(await ask()).toBe(5);
});

test('what is not found is not remembered', async () => {
  const lookUp = vi.fn(async () => undefined);
  const find = rememberWhileNothingChanges(lookUp, () => 60, createTestClock());

  for (let calls = 0; calls < 2; calls++) expect(await find('missing', '5:5:')).toBeUndefined();
  expect(lookUp).toHaveBeenCalledTimes(2);
});

test('a lookup that was asked for earlier does not stand for what was found later', async () => {
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const lookUp = vi.fn(
    (): Promise<string> => answers[lookUp.mock.calls.length - 1]?.promise ?? Promise.resolve('newest'),
  );
  const find = rememberWhileNothingChanges(lookUp, () => 60, createTestClock());

  const [slow, quick] = [find('ada', '5:5:'), find('ada', '5:6:')];
  answers[1]?.resolve('newer');
  expect(await quick).toBe('newer');
  answers[0]?.resolve('old');
  expect(await slow).toBe('old');

  expect(await find('ada', '5:6:')).not.toBe('old');
});

test('those who ask at the same time share a query, and who asks while it is under way the next', async () => {
  const first = Promise.withResolvers<void>();
  const lookUp = vi.fn(async (keys: readonly string[]) => {
    if (lookUp.mock.calls.length === 1) await first.promise;
    return new Map(keys.map((key) => [key, lookUp.mock.calls.length]));
  });
  const find = shareLookups(lookUp);

  const together = [find('a'), find('b'), find('a')];
  await vi.waitFor(() => expect(lookUp).toHaveBeenCalledTimes(1));
  const meanwhile = [find('a'), find('c')];
  first.resolve();

  expect(await Promise.all(together)).toEqual([1, 1, 1]);
  expect(await Promise.all(meanwhile)).toEqual([2, 2]);
  expect(lookUp.mock.calls).toEqual([[['a', 'b']], [['a', 'c']]]);
});

test('a query that fails fails those who asked, and the next is asked as ever', async () => {
  const lookUp = vi.fn(async (keys: readonly string[]) => {
    if (lookUp.mock.calls.length === 1) throw new Error('The database is away.');
    return new Map(keys.map((key) => [key, true]));
  });
  const find = shareLookups(lookUp);

  await expect(find('a')).rejects.toThrow('away');
  expect(await find('a')).toBe(true);
});
