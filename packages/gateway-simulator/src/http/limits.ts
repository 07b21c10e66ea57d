/** Rate and concurrency limits per operation, told in headers on every gateway answer. A blocked call is a 409, as a taken name is. */
import type { Settings } from '../settings.ts';
import { Refusal } from './reply.ts';

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
      // A concurrency block takes precedence, as the vendor's pages say.
      if (seen.running >= settings.concurrencyLimit) {
        const sentence = `This API cannot be run until ${seen.running} currently running instance(s) have finished.`;
        throw new Refusal(409, 'CONFLICT', sentence, headersOf(seen, settings, 0));
      }
      if (seen.calls.length >= settings.rateLimit.limit) {
        const wait = Math.max(1, Math.ceil(((seen.calls[0] ?? now) - windowStart) / 1000));
        const sentence = `This API cannot be run again for another ${wait} seconds.`;
        throw new Refusal(409, 'CONFLICT', sentence, headersOf(seen, settings, wait));
      }
      seen.calls.push(now);
      seen.running += 1;
      return headersOf(seen, settings, 0);
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

function headersOf(
  { calls, running }: Traffic,
  settings: Settings,
  waitSeconds: number,
): Record<string, string> {
  const { limit, windowSeconds } = settings.rateLimit;
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Window-Sec': String(windowSeconds),
    'X-RateLimit-Remaining': String(Math.max(0, limit - calls.length)),
    'X-RateLimit-ToWait-Sec': String(waitSeconds),
    'X-Concurrency-Limit-Limit': String(settings.concurrencyLimit),
    'X-Concurrency-Limit-Running': String(running),
  };
}
