/**
 * One question for all who ask at the same time. What is answered was looked up after it was asked for, so nothing is ever remembered: a session
 * that has just ended, on another replica too, is not found. One question is under way at a time; a caller who asks meanwhile shares the next.
 */
import { received } from './clock.ts';

export function shareAnswers<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<Value> | null = null;

  return () => {
    next ??= begin();
    return next;
  };

  function begin(): Promise<Value> {
    const answer = last.then(received).then(() => {
      next = null;
      return ask();
    });
    last = answer.catch(() => {});
    return answer;
  }
}

/** One lookup for all keys that are asked for at the same time. */
export function shareLookups<Key, Value>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let keys = new Set<Key>();
  const find = shareAnswers(() => {
    const asked = [...keys];
    keys = new Set();
    return lookUp(asked);
  });

  return async (key) => {
    keys.add(key);
    return (await find()).get(key);
  };
}
