/** How the adapter knows time and chance. Durations come from a clock that never jumps; no date is ever compared with the gateway's. */

export type Timing = {
  /** Milliseconds on a clock that only moves forward. */
  monotonic: () => number;
  /** From 0 up to but without 1, for jitter. */
  random: () => number;
  sleep: (milliseconds: number) => Promise<void>;
};

/** How long a call may take, in milliseconds: everything from connecting to the last byte, retries of a read included. */
export type Deadlines = { connect: number; token: number; read: number; write: number };

export const usualDeadlines: Deadlines = { connect: 3_000, token: 10_000, read: 20_000, write: 30_000 };

export const realTiming: Timing = {
  monotonic: () => performance.now(),
  random: Math.random,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
