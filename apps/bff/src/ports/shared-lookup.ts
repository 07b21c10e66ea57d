/**
 * One query for all who ask at the same time. What is answered was looked up after it was asked for, so nothing is ever remembered: a session
 * that has just ended, on another replica too, is not found. One lookup is under way at a time; who asks meanwhile shares the next.
 */
import { received } from './clock.ts';

export function shareLookups<Key, Value>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  type Lookup = { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Value>> };
  let last: Promise<unknown> = Promise.resolve();
  let next: Lookup | null = null;

  return async (key) => {
    next ??= begin();
    next.keys.add(key);
    return (await next.found).get(key);
  };

  function begin(): Lookup {
    const keys = new Set<Key>();
    const found = last.then(received).then(() => {
      next = null;
      return lookUp([...keys]);
    });
    last = found.catch(() => {});
    return { keys, found };
  }
}
