/** How the adapter knows time and chance. Durations come from a clock that never jumps; no date is ever compared with the gateway's. */
import { type Cancel, type Clock, pause } from '../../../ports/clock.ts';

export type Timing = {
  /** Milliseconds on a clock that only moves forward. */
  monotonic: () => number;
  /** From 0 up to but without 1, for jitter. */
  random: () => number;
  sleep: (milliseconds: number) => Promise<void>;
  /** Does the work when an answer has been waited for that long, unless it is cancelled. */
  deadline: (milliseconds: number, work: () => void) => Cancel;
};

/** How long a call may take, in milliseconds: everything from connecting to the last byte, retries of a read included. */
export type Deadlines = { connect: number; token: number; read: number; write: number };

export const usualDeadlines: Deadlines = { connect: 3_000, token: 10_000, read: 20_000, write: 30_000 };

/** The adapter's part of a clock; chance is real. */
export function timingOf(clock: Clock): Timing {
  return {
    monotonic: clock.monotonic,
    random: Math.random,
    sleep: (milliseconds) => pause(clock, milliseconds / 1000),
    deadline: (milliseconds, work) => clock.deadline(milliseconds / 1000, work),
  };
}
