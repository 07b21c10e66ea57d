/**
 * What was committed to the database when a call arrived, as the name of a database snapshot. Two equal moments say that no replica committed
 * anything between them: what was read at the first still holds at the second, and may be reused without a query.
 */
import type { Clock } from './clock.ts';

export type Moment = string;

/** The moment of now: it is asked for after the call, so that what was committed before the call counts. */
export type AskMoment = () => Promise<Moment>;

type Remembered<Value> = { value: Value; until: number };

// Sessions end by the database's clock. Between two questions the console measures time itself, for no longer than this.
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
