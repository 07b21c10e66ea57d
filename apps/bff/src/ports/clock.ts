/**
 * How time passes. Every pause, every remembered time and every deadline of the console is asked of this port; rows and leases keep
 * the database's time. Tests run the console on the clock of `test-bench/test-clock.ts`, which runs like the real one and is
 * moved ahead instead of being waited for.
 */
export type Clock = {
  /** The time of day. */
  now: () => Date;
  /** Milliseconds on a clock that only moves forward, to tell how long ago something was. */
  monotonic: () => number;
  /** Does the work once, after so many seconds; the answer cancels it. For what the console waits for by itself. */
  after: (seconds: number, work: () => void) => Cancel;
  /** The same for the patience with the gateway, with browsers, with work under way: how long these take, no pause shortens. */
  deadline: (seconds: number, work: () => void) => Cancel;
  /** How many milliseconds really pass while so many seconds are waited for; for waits that the job engine keeps. */
  millisecondsOf: (seconds: number) => number;
};

export type Cancel = () => void;

/** No timer keeps the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after: timer,
  deadline: timer,
  millisecondsOf: (seconds) => seconds * 1000,
};

function timer(seconds: number, work: () => void): Cancel {
  const handle = setTimeout(work, seconds * 1000).unref();
  return () => clearTimeout(handle);
}

export function pause({ after }: Pick<Clock, 'after'>, seconds: number): Promise<void> {
  return new Promise((resolve) => void after(seconds, resolve));
}

/** Resolves when patience ends: for racing against the work that is waited for. */
export function patience({ deadline }: Pick<Clock, 'deadline'>, seconds: number): Promise<void> {
  return new Promise((resolve) => void deadline(seconds, resolve));
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
