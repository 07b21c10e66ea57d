/**
 * What was committed to the database when a call arrived. Two equal moments say that nothing was committed between them, by any replica: what
 * was read at the one is still so at the other. That is what may be remembered, and for how long.
 */
import type { Clock } from './clock.ts';

export type Moment = string;

/** The moment of now: it is asked for after the call, so that what was committed before the call counts. */
export type AskMoment = () => Promise<Moment>;

type Remembered<Value> = { value: Value; until: number };

// What ends by the clock ends by the database's: this is how far the console trusts its own.
const longestSeconds = 5;

/** `secondsOf`: how long a value holds by itself, such as a session that its user leaves alone. What is not found is not remembered. */
export function rememberWhileNothingChanges<Key, Value>(
  lookUp: (key: Key) => Promise<Value | undefined>,
  secondsOf: (value: Value) => number,
  { monotonic }: Pick<Clock, 'monotonic'>,
): (key: Key, moment: Moment) => Promise<Value | undefined> {
  let at: Moment | undefined;
  let remembered = new Map<Key, Remembered<Value>>();

  return async (key, moment) => {
    const known = at === moment ? remembered.get(key) : undefined;
    const asked = monotonic();
    if (known !== undefined && asked < known.until) return known.value;
    const value = await lookUp(key);
    if (at !== moment) remembered = new Map();
    at = moment;
    if (value === undefined) remembered.delete(key);
    else remembered.set(key, { value, until: asked + 1000 * Math.min(secondsOf(value), longestSeconds) });
    return value;
  };
}
