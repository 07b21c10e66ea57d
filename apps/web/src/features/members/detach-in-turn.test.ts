import { expect, test } from 'vitest';
import { type BatchState, batchesOf, detachInTurn } from './detach-in-turn.ts';

const members = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), name: `Member ${index}` }));

async function detach(count: number, happens: (id: string | undefined) => boolean) {
  const sent: string[][] = [];
  const seen: BatchState[][] = [];
  await detachInTurn(batchesOf('aws', members(count)), {
    detach: async ({ ids }) => {
      sent.push(ids);
      return happens(ids[0]);
    },
    onStates: (states) => seen.push(states),
    signal: new AbortController().signal,
  });
  return { sent, seen };
}

test('Azure members are detached in one call as far as it takes them, AWS members in one call each', () => {
  expect(batchesOf('azure', members(201)).map(({ ids }) => ids.length)).toEqual([200, 1]);
  expect(batchesOf('azure', members(3)).map(({ names }) => names)).toEqual(['3 members']);
  expect(batchesOf('aws', members(2)).map(({ names }) => names)).toEqual(['Member 0', 'Member 1']);
});

test('each member is begun only when the one before is settled', async () => {
  const { sent, seen } = await detach(2, () => true);
  expect(sent).toEqual([['0'], ['1']]);
  expect(seen).toEqual([
    ['active', 'todo'],
    ['done', 'todo'],
    ['done', 'active'],
    ['done', 'done'],
  ]);
});

test('one that does not happen ends it, and the others are left as they are', async () => {
  const { sent, seen } = await detach(3, (id) => id !== '1');
  expect(sent).toEqual([['0'], ['1']]);
  expect(seen.at(-1)).toEqual(['done', 'failed', 'skipped']);
});

test('nothing more is sent once the page is left', async () => {
  const leaving = new AbortController();
  const sent: string[] = [];
  await detachInTurn(batchesOf('aws', members(3)), {
    detach: async ({ ids }) => {
      sent.push(...ids);
      leaving.abort();
      return true;
    },
    onStates: () => undefined,
    signal: leaving.signal,
  });
  expect(sent).toEqual(['0']);
});
