/**
 * How time passes. The slices, the HTTP layer and the gateway adapter take every pause, remembered time and deadline from this port, which a
 * house rule sees to. Rows and leases keep the database's time, and so do the adapters that start or watch the database.
 *
 * Tests run the console on `test-bench/test-clock.ts`: it runs like the real clock, and a test moves it ahead instead of waiting.
 * `advance` moves pauses and remembered times, `passDeadlines` moves deadlines, so that neither disturbs the other.
 */
export type Clock = {
  /** The time of day. */
  now: () => Date;
  /** Milliseconds on a clock that only moves forward, to tell how long ago something was. */
  monotonic: () => number;
  /** Does the work once, after so many seconds; the answer cancels it. For pauses and remembered times. */
  after: (seconds: number, work: () => void) => Cancel;
  /** The same for deadlines: how long the console waits for the gateway, a browser or work under way. */
  deadline: (seconds: number, work: () => void) => Cancel;
};

export type Cancel = () => void;

/** No timer keeps the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after: timer,
  deadline: timer,
};

function timer(seconds: number, work: () => void): Cancel {
  const handle = setTimeout(work, seconds * 1000).unref();
  return () => clearTimeout(handle);
}

/** Resolves after so many seconds. */
export function pause({ after }: Pick<Clock, 'after'>, seconds: number): Promise<void> {
  return new Promise((resolve) => void after(seconds, resolve));
}

/** Resolves when the deadline has passed: to race against the work that is waited for. */
export function patience({ deadline }: Pick<Clock, 'deadline'>, seconds: number): Promise<void> {
  return new Promise((resolve) => void deadline(seconds, resolve));
}

/** Resolves when what has arrived at this moment, on whatever connection, has been taken in. */
export function received(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Does the work again and again, with so many seconds between. */
export function every({ after }: Pick<Clock, 'after'>, seconds: number, work: () => void): Cancel {
  let cancel = after(seconds, again);
  return () => cancel();

  function again(): void {
    cancel = after(seconds, again);
    work();
  }
}
