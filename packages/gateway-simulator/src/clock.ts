/** The simulator's time: the machine's, or a test's, plus whatever the control interface has added. */
export type SimulatorClock = {
  /** Milliseconds since 1970. */
  now(): number;
  advance(seconds: number): void;
  /** Milliseconds this clock is ahead of its source. */
  ahead(): number;
  /** Takes up the lead of an earlier run, so that a restart does not turn time back. */
  resume(ahead: number): void;
};

export function createClock(source: () => number = Date.now): SimulatorClock {
  let ahead = 0;
  return {
    now: () => source() + ahead,
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
    ahead: () => ahead,
    resume: (earlier) => {
      ahead = earlier;
    },
  };
}

/** The form of every time the gateway writes: `2023-05-17T07:56:37.711+00:00`. */
export function wireTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+00:00');
}
