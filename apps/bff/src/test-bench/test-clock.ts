/** The clock of the consoles in tests: it runs like the real one, and a test moves it ahead instead of waiting. */
import type { Cancel, Clock } from '../ports/clock.ts';

export type TestClock = Clock & {
  /** Lets so many seconds pass at once for pauses and remembered times, but not for deadlines. */
  advance: (seconds: number) => void;
  /** Lets so many seconds pass at once for deadlines, such as those of calls to the gateway. */
  passDeadlines: (seconds: number) => void;
  /** How many pauses are waited for at this moment. */
  pauses: () => number;
};

export function createTestClock(): TestClock {
  const pauses = movableTimers();
  const deadlines = movableTimers();
  return {
    now: () => new Date(Date.now() + pauses.ahead()),
    monotonic: pauses.monotonic,
    after: pauses.after,
    deadline: deadlines.after,
    advance: pauses.advance,
    passDeadlines: deadlines.advance,
    pauses: pauses.count,
  };
}

type Timer = { due: number; work: () => void; handle?: NodeJS.Timeout };

function movableTimers() {
  const waiting = new Set<Timer>();
  let ahead = 0;
  return { ahead: () => ahead, count: () => waiting.size, monotonic, after, advance };

  function monotonic(): number {
    return performance.now() + ahead;
  }

  function after(seconds: number, work: () => void): Cancel {
    const timer: Timer = { due: monotonic() + seconds * 1000, work };
    waiting.add(timer);
    arm(timer);
    return () => forget(timer);
  }

  function advance(seconds: number): void {
    ahead += seconds * 1000;
    for (const timer of waiting) arm(timer);
  }

  function arm(timer: Timer): void {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        forget(timer);
        timer.work();
      },
      Math.max(0, timer.due - monotonic()),
    ).unref();
  }

  function forget(timer: Timer): void {
    clearTimeout(timer.handle);
    waiting.delete(timer);
  }
}
