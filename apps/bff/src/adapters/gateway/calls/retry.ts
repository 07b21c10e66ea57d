/** Tries again what did no harm: reads and the token call, within one deadline. Never a write. */
import { GatewayError } from '../../../ports/gateway-error.ts';
import type { Timing } from './timing.ts';

const mostRetries = 2;
const firstPauseMs = 300;
const longestPauseMs = 8_000;
/** One silent attempt may not eat the whole budget, or there would be no second. */
const shareOfOneAttempt = 0.75;

/**
 * @param attempt gets the milliseconds it may take
 * @param budgetMs for all attempts and pauses together
 * @throws the last attempt's error
 */
export async function withRetries<Answer>(
  attempt: (timeoutMs: number) => Promise<Answer>,
  budgetMs: number,
  timing: Timing,
): Promise<Answer> {
  const endsAt = timing.monotonic() + budgetMs;
  for (let retries = 0; ; retries += 1) {
    const left = endsAt - timing.monotonic();
    try {
      return await attempt(Math.min(left, budgetMs * shareOfOneAttempt));
    } catch (error) {
      const pause = pauseAfter(error, retries, timing.random());
      if (pause === null || timing.monotonic() + pause >= endsAt) throw error;
      await timing.sleep(pause);
    }
  }
}

/** A call that is not tried again. */
export function once<Answer>(
  attempt: (timeoutMs: number) => Promise<Answer>,
  budgetMs: number,
): Promise<Answer> {
  return attempt(budgetMs * shareOfOneAttempt);
}

/** Full jitter, or the wait the gateway asked for; `null` when it is not worth another try. */
function pauseAfter(error: unknown, retries: number, random: number): number | null {
  if (!(error instanceof GatewayError) || retries >= mostRetries) return null;
  if (error.kind !== 'unavailable' && error.kind !== 'timeout') return null;
  if (error.status !== null && error.status < 500) return null;
  const jitter = random * Math.min(longestPauseMs, firstPauseMs * 2 ** retries);
  return Math.max(jitter, (error.retryAfterSeconds ?? 0) * 1000);
}
