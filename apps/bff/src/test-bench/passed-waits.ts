/** For tests of waits that take minutes or hours. */
import type { ConnectedConsole } from './connected-console.ts';

export type Waits = ReturnType<typeof passedWaits>;

/** Moves the clocks of console and simulator ahead together, and counts by how much. */
export function passedWaits(client: ConnectedConsole) {
  let seconds = 0;
  return {
    passUntil: (until: string) => {
      const left = Math.max(0, (Date.parse(until) - client.bff.clock.now().getTime()) / 1000);
      seconds += left;
      client.vendor.advance(left);
      client.advance(left);
    },
    /** Seconds that were waited. */
    passed: () => seconds,
    forget: () => {
      seconds = 0;
    },
  };
}
