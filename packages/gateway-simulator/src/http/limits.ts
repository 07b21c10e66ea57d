/**
 * Rate and concurrency limits per operation. Unless the settings name another style, headers report them on every gateway answer, and a
 * blocked call is a 409, as a taken name is.
 */
import type { Settings } from '../settings.ts';
import { type Block, blockedBy, headersOf } from './limit-styles.ts';

export type Limits = {
  /** Counts a call in; the headers its answer carries. Throws a refusal with headers when a limit blocks it. */
  enter(operationId: string, now: number, settings: Settings): Record<string, string>;
  /** Counts a call out. */
  leave(operationId: string): void;
  clear(): void;
};

type Traffic = { calls: number[]; running: number };

export function createLimits(): Limits {
  const traffic = new Map<string, Traffic>();
  return {
    enter: (operationId, now, settings) => {
      const seen = traffic.get(operationId) ?? { calls: [], running: 0 };
      traffic.set(operationId, seen);
      const windowStart = now - settings.rateLimit.windowSeconds * 1000;
      seen.calls = seen.calls.filter((at) => at > windowStart);
      const refusal = (block: Block) => blockedBy(block, { ...reported(seen), settings });
      // A concurrency block takes precedence, as the vendor's pages say.
      if (seen.running >= settings.concurrencyLimit) {
        throw refusal({ code: 1960, waitSeconds: 0 });
      }
      if (seen.calls.length >= settings.rateLimit.limit) {
        const wait = Math.max(1, Math.ceil(((seen.calls[0] ?? now) - windowStart) / 1000));
        throw refusal({ code: 1965, waitSeconds: wait });
      }
      seen.calls.push(now);
      seen.running += 1;
      return headersOf({ ...reported(seen), settings }, 0);
    },
    leave: (operationId) => {
      const seen = traffic.get(operationId);
      if (seen) seen.running = Math.max(0, seen.running - 1);
    },
    clear: () => {
      for (const seen of traffic.values()) seen.calls = [];
    },
  };
}

function reported({ calls, running }: Traffic) {
  return { calls: calls.length, running };
}
