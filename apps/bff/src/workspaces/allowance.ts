/**
 * Whether background work may make a call now. The vendor counts each kind of call by itself in a rolling window; asking to be
 * left alone means all of them. The last fifth of each limit belongs to people.
 */
import type { ApiBudget } from '@console/console-contract';
import type { CallLimits } from '../ports/call-budgets.ts';

/** What is known of one kind of call of a workspace. */
export type CallRecord = {
  call: string;
  callLimit: number | null;
  remaining: number | null;
  windowSeconds: number | null;
  at: Date;
  /** The gateway wants to be left alone until then. */
  waitUntil: Date | null;
  /** While little is left: when one call may find out whether there is more again. */
  probeAt: Date | null;
};

/** `seconds: 0` allows it, and `record` is how the call is counted. */
export type Allowance = { seconds: number; record: CallRecord | null };

const reservedShare = 0.2;
/** The usual window, for a limit that comes without one. */
const defaultWindowSeconds = 3600;
/** A rolling window gives calls back one by one: looking twelve times in a window is soon enough. */
const mostProbesPerWindow = 12;

export function allowanceOf(records: readonly CallRecord[], call: string, now: Date): Allowance {
  const blocked = secondsUntil(latest(records.map(({ waitUntil }) => waitUntil)), now);
  if (blocked > 0) return { seconds: blocked, record: null };
  const record = records.find((known) => known.call === call);
  if (record === undefined) return { seconds: 0, record: null };
  if (!isLow(record, now)) return { seconds: 0, record: counted(record) };
  const seconds = secondsUntil(record.probeAt, now);
  return seconds > 0
    ? { seconds, record: null }
    : { seconds: 0, record: { ...counted(record), probeAt: nextProbe(record, now) } };
}

/** What is known of a call after an answer to it; a longer wait that was asked for before still holds. */
export function recordAfter(
  before: CallRecord | undefined,
  { call, limits, now }: { call: string; limits: CallLimits; now: Date },
): CallRecord {
  const { budget, waitSeconds } = limits;
  const asked = waitSeconds === null ? null : after(now, waitSeconds);
  const reported = {
    call,
    callLimit: budget?.limit ?? before?.callLimit ?? null,
    remaining: budget?.remaining ?? before?.remaining ?? null,
    windowSeconds: budget?.windowSeconds ?? before?.windowSeconds ?? null,
    at: budget === null ? (before?.at ?? now) : now,
    waitUntil: latest([before?.waitUntil ?? null, asked]),
    probeAt: null,
  };
  // When the gateway names a time it knows better than we when looking again is worth a call.
  return isLow(reported, now)
    ? { ...reported, probeAt: asked ?? before?.probeAt ?? nextProbe(reported, now) }
    : reported;
}

/** The tightest of the limits that still say something, as people are shown it. */
export function budgetShown(records: readonly CallRecord[], now: Date): ApiBudget | null {
  const reported = records.flatMap(({ call, callLimit: limit, remaining, windowSeconds, at, waitUntil }) =>
    limit === null || remaining === null ? [] : [{ call, limit, remaining, windowSeconds, at, waitUntil }],
  );
  const living = reported.filter((record) => windowEnd(record) > now);
  const [tightest] = (living.length > 0 ? living : reported).toSorted(
    (one, other) => one.remaining / one.limit - other.remaining / other.limit || +other.at - +one.at,
  );
  if (tightest === undefined) return null;
  const pauses = records.flatMap((record) => [record.waitUntil, isLow(record, now) ? record.probeAt : null]);
  const until = latest(pauses);
  const waitingUntil = until !== null && until > now ? until.toISOString() : null;
  const { call, limit, remaining, windowSeconds, at } = tightest;
  const spentUntil = latest([...records.map((record) => record.waitUntil), ...endOfWindow(tightest)]);
  return {
    call,
    limit,
    remaining,
    windowSeconds,
    at: at.toISOString(),
    waitingUntil,
    spentUntil: spentUntil !== null && spentUntil > now ? spentUntil.toISOString() : null,
  };
}

/** A rolling window has given every call back by its end; the gateway may have named an earlier time itself. */
function endOfWindow({
  remaining,
  windowSeconds,
  at,
  waitUntil,
}: Pick<CallRecord, 'at' | 'waitUntil' | 'windowSeconds'> & { remaining: number }): Date[] {
  const named = waitUntil !== null && waitUntil >= at;
  return remaining > 0 || named || windowSeconds === null ? [] : [after(at, windowSeconds)];
}

function windowEnd({ at, windowSeconds }: Pick<CallRecord, 'at' | 'windowSeconds'>): Date {
  return after(at, windowSeconds ?? defaultWindowSeconds);
}

/** A window that has passed says nothing about the one we are in. */
function isLow(record: CallRecord, now: Date): boolean {
  const { callLimit, remaining } = record;
  if (callLimit === null || remaining === null) return false;
  return windowEnd(record) > now && remaining <= callLimit * reservedShare;
}

/** Counted before the answer tells, so that calls under way together do not all see the last one free. */
function counted(record: CallRecord): CallRecord {
  return { ...record, remaining: record.remaining === null ? null : Math.max(0, record.remaining - 1) };
}

/** Looking comes out of what is left to people, so it takes half of that at most. */
function nextProbe(
  { callLimit, windowSeconds }: Pick<CallRecord, 'callLimit' | 'windowSeconds'>,
  now: Date,
): Date {
  const spare = Math.floor(((callLimit ?? 0) * reservedShare) / 2);
  const probes = Math.max(1, Math.min(spare, mostProbesPerWindow));
  return after(now, (windowSeconds ?? defaultWindowSeconds) / probes);
}

function secondsUntil(time: Date | null, now: Date): number {
  return time === null ? 0 : Math.max(0, Math.ceil((+time - +now) / 1000));
}

function after(time: Date, seconds: number): Date {
  return new Date(+time + seconds * 1000);
}

function latest(times: readonly (Date | null)[]): Date | null {
  return times.reduce(
    (latest, time) => (time !== null && (latest === null || time > latest) ? time : latest),
    null,
  );
}
