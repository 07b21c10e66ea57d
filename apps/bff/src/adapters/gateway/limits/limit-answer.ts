/**
 * Whether an answer means a call limit. Its status does not tell: 429 is one, and a 409 is one, or says that a name is taken, or that
 * something else stands in the way. The headers tell, or the body, or which call was made.
 */
import { type GatewayOperation, responseMessageOf } from '@console/gateway-contract';
import type { CallLimits } from '../../../ports/call-budgets.ts';
import type { Received } from '../calls/transport.ts';
import { type LimitWords, limitWordsIn } from './limit-words.ts';
import { longestWaitSeconds, type RateFacts, readRateHeaders } from './rate-headers.ts';

type Operation = Pick<GatewayOperation, 'id' | 'kind'>;

export type LimitAnswer = {
  /** Neither headers nor body give a reason, and no other meaning is left. */
  assumed: boolean;
  /** As told, or a few seconds when the body says that too many calls run at the same time; at most a quarter of an hour. */
  waitSeconds: number | null;
  crowded: boolean;
};

/** Calls that run at the same time end soon. */
const crowdedSeconds = 5;
const defaultWaitSeconds = 60;

/** `null` when the answer is about something else. */
export function limitAnswerOf(received: Received, operation: Operation): LimitAnswer | null {
  const { status, headers, text } = received;
  if (status < 400) return null;
  const rate = readRateHeaders(headers);
  const words = limitWordsIn(text);
  const reported = {
    assumed: false,
    waitSeconds: waitOf(rate, words),
    crowded: words?.crowded ?? rate.crowded,
  };
  if (status === 429 || words?.byCode) return reported;
  if (status !== 409) return null;
  if (rate.blocked) return reported;
  const says = isWebPage(text) ? '' : (responseMessageOf(text) ?? '');
  // A connector may be named after a limit.
  if (words !== null && !(mayMeanName(operation) && alreadyThere.test(says))) return reported;
  const isSilent = isEmptyWord(says);
  // A call that changes nothing conflicts with nothing, whatever the reason it is given.
  if (operation.kind !== 'write') return { ...reported, assumed: isSilent };
  if (!isSilent || rate.free || mayMeanName(operation) || mayBeThere.has(operation.id)) return null;
  return { ...reported, assumed: true };
}

/** Creating and editing are the only calls that give a connector its name. */
export function mayMeanName({ id }: Operation): boolean {
  return naming.has(id);
}

/** What an answer says about its call's limits, for those who keep count. A refusal that names no time is given one. */
export function limitsOf(received: Received, operation: Operation): CallLimits {
  const { budget, atOnce, retryAfterSeconds } = readRateHeaders(received.headers);
  const limit = limitAnswerOf(received, operation);
  if (limit === null) return { budget, atOnce, waitSeconds: retryAfterSeconds };
  const unreported = limit.crowded && received.status === 409 ? crowdedSeconds : defaultWaitSeconds;
  return { budget, atOnce, waitSeconds: limit.waitSeconds ?? unreported };
}

const naming = new Set(['A3', 'A4', 'W2', 'W5']);
/** A member may be attached already. */
const mayBeThere = new Set(['A11', 'W10']);
const alreadyThere = /\balready (exist|present|taken|in use|used)|\bexists already|\bduplicate/i;

function waitOf({ retryAfterSeconds }: RateFacts, words: LimitWords | null): number | null {
  const wait = retryAfterSeconds ?? words?.waitSeconds ?? (words?.crowded ? crowdedSeconds : null);
  return wait === null ? null : Math.min(wait, longestWaitSeconds);
}

/** A proxy's page about the status, which is the same for every call. */
function isWebPage(text: string): boolean {
  return /^\s*<(!doctype\s+html|html|head|body)\b/i.test(text);
}

/** What the status says already, in whatever spelling, tells nothing. */
function isEmptyWord(text: string): boolean {
  return !/\p{L}|\d/u.test(
    text.replace(/no message available|\b(https?|error|status|code|conflict|409)\b/gi, ''),
  );
}
