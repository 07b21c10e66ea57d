/**
 * What the gateway's headers say about its call limits. The vendor's own pages spell them in more than one way, so case
 * and dashes do not count.
 */
import type { CallBudget, CallLimits } from '../../../ports/call-budgets.ts';
import type { Received } from '../calls/transport.ts';

export type RateFacts = {
  budget: CallBudget | null;
  /** How many calls may run at the same time; `null` when the headers do not say. */
  atOnce: number | null;
  /** The headers say that a limit stands in the way. A 409 means that, or a name that is taken: only they tell. */
  blocked: boolean;
  /** The longest wait asked for, at most a quarter of an hour. */
  retryAfterSeconds: number | null;
};

const longestWaitSeconds = 15 * 60;
/** The vendor's windows are hours; one of years would silence background work for years. */
const longestWindowSeconds = 24 * 60 * 60;
/** As far as the database counts. */
const mostCalls = 2 ** 31 - 1;
/** Calls that run at the same time end soon. */
const crowdedSeconds = 5;
const untoldSeconds = 60;

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
  const retryAfter = retryAfterOf(said.get('retryafter'), nowMs);
  const waits = [toWait ?? 0, retryAfter ?? 0].filter((wait) => wait > 0);
  const crowded = running !== null && atOnce !== null && atOnce > 0 && running >= atOnce;
  const complete = limit !== null && remaining !== null && windowSeconds !== null;
  return {
    budget: complete ? keepable({ limit, remaining, windowSeconds }) : null,
    atOnce,
    blocked: waits.length > 0 || remaining === 0 || crowded,
    retryAfterSeconds: waits.length > 0 ? Math.min(Math.max(...waits), longestWaitSeconds) : null,
  };
}

function keepable({ limit, remaining, windowSeconds }: CallBudget): CallBudget {
  return {
    limit: Math.min(limit, mostCalls),
    remaining: Math.min(remaining, mostCalls),
    windowSeconds: Math.min(windowSeconds, longestWindowSeconds),
  };
}

/** What an answer says about its call's limits, for those who keep count. A refusal that names no time is given one. */
export function limitsOf({ status, headers }: Pick<Received, 'status' | 'headers'>): CallLimits {
  const { budget, atOnce, blocked, retryAfterSeconds } = readRateHeaders(headers);
  const untold = status === 429 ? untoldSeconds : status === 409 && blocked ? crowdedSeconds : null;
  return { budget, atOnce, waitSeconds: retryAfterSeconds ?? untold };
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
