/**
 * What the gateway's headers say about its call limits. The vendor's own pages spell them in more than one way, so case
 * and dashes do not count.
 */
import type { CallBudget } from '../../../ports/call-budgets.ts';

export type RateFacts = {
  budget: CallBudget | null;
  /** How many calls may run at the same time; `null` when the headers do not say. */
  atOnce: number | null;
  /** The headers say that a limit stands in the way. */
  blocked: boolean;
  /** As many calls run at the same time as may. */
  crowded: boolean;
  /** The headers tell of both limits, and neither stands in the way. */
  free: boolean;
  /** The longest wait asked for, at most a quarter of an hour. */
  retryAfterSeconds: number | null;
};

export const longestWaitSeconds = 15 * 60;
/** The vendor's windows are hours; one of years would silence background work for years. */
const longestWindowSeconds = 24 * 60 * 60;
/** As far as the database counts. */
const mostCalls = 2 ** 31 - 1;

export function readRateHeaders(
  headers: Record<string, string | string[] | undefined>,
  nowMs: number = Date.now(),
): RateFacts {
  const said = plainNames(headers);
  const toWait = countOf(said.get('xratelimittowaitsec'));
  const remaining = countOf(said.get('xratelimitremaining'));
  const limit = countOf(said.get('xratelimitlimit'));
  const windowSeconds = countOf(said.get('xratelimitwindowsec'));
  const running = countOf(said.get('xconcurrencylimitrunning'));
  const atOnce = countOf(said.get('xconcurrencylimitlimit'));
  // A time to wait for is one of the gateway's clock, which the answer tells too.
  const theirNow = Date.parse(said.get('date') ?? '');
  const retryAfter = retryAfterOf(said.get('retryafter'), Number.isNaN(theirNow) ? nowMs : theirNow);
  const waits = [toWait ?? 0, retryAfter ?? 0].filter((wait) => wait > 0);
  const crowded = running !== null && atOnce !== null && atOnce > 0 && running >= atOnce;
  const blocked = waits.length > 0 || remaining === 0 || crowded;
  return {
    // The newer interfaces leave the window out: what is left of the limit is worth knowing without it.
    budget: limit === null || remaining === null ? null : keepable({ limit, remaining, windowSeconds }),
    atOnce,
    blocked,
    crowded,
    free: !blocked && remaining !== null && running !== null && atOnce !== null,
    retryAfterSeconds: waits.length > 0 ? Math.min(Math.max(...waits), longestWaitSeconds) : null,
  };
}

function keepable({ limit, remaining, windowSeconds }: CallBudget): CallBudget {
  return {
    limit: Math.min(limit, mostCalls),
    remaining: Math.min(remaining, mostCalls),
    windowSeconds: windowSeconds === null ? null : Math.min(windowSeconds, longestWindowSeconds),
  };
}

function plainNames(headers: Record<string, string | string[] | undefined>): Map<string, string> {
  return new Map(
    Object.entries(headers).flatMap(([name, value]) => {
      const one = Array.isArray(value) ? value[0] : value;
      return one === undefined ? [] : [[name.toLowerCase().replaceAll('-', ''), one.trim()] as const];
    }),
  );
}

/** Whole seconds or counts; negatives, fractions of nothing and words are nothing. */
function countOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,12}(\.\d{1,6})?$/.test(text)) return null;
  return Math.ceil(Number(text));
}

function retryAfterOf(text: string | undefined, nowMs: number): number | null {
  const seconds = countOf(text);
  if (seconds !== null || text === undefined || !/^[A-Z][a-z]{2}, /.test(text)) return seconds;
  const wait = Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}
