/** The one way from an error to an answer. It tells strangers nothing: causes go to the log, words come from here. */
import type { BareProblem, Problem, ProblemCode } from '@console/console-contract';
import { DrizzleQueryError } from 'drizzle-orm';
import { diskFullState } from '../ports/database-health.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import { problemOfGateway } from '../ports/gateway-problem.ts';
import { HasherBusy } from '../ports/password-hasher.ts';
import { Refusal } from '../ports/refusal.ts';
import { StoreError, toStoreError } from '../ports/store-error.ts';
import { type LossPhase, StoreLoss } from '../ports/store-loss.ts';
import { InvalidRequest } from './invalid-request.ts';

/** What is told to the browser; the caller adds the request id. `isDiskFull` is asked of a database that is not at hand. */
export function toProblem(error: unknown, isDiskFull: () => boolean): BareProblem {
  if (error instanceof Refusal) return { code: error.code, message: error.message, ...error.facts };
  if (error instanceof InvalidRequest) return error.problem();
  if (error instanceof GatewayError) return problemOfGateway(error);
  if (error instanceof HasherBusy) return busy;
  if (error instanceof URIError) return undecodable;
  if (error instanceof StoreLoss && error.phase !== 'before' && !refusedForRoom(error))
    return lostDuring[error.phase];
  return (
    bodyProblems[bodyErrorType(error)] ?? (isStoreTrouble(error) ? ofStore(error, isDiskFull) : internal)
  );
}

function ofStore(error: unknown, isDiskFull: () => boolean): BareProblem {
  return isFull(error) || isDiskFull() ? noRoom : storeTrouble;
}

/** The database is there and refuses: nothing of the transaction stays. */
function isFull(error: unknown): boolean {
  return toStoreError(error instanceof StoreLoss ? error.cause : error).state === diskFullState;
}

/** What was recorded before stays, and may be sent: then it is not the refusal that has to be told. */
function refusedForRoom(loss: StoreLoss): boolean {
  return loss.phase !== 'recorded' && isFull(loss);
}

export const statusOf: Record<ProblemCode, number> = {
  'invalid-request': 400,
  'unsupported-media-type': 415,
  'too-large': 413,
  'not-found': 404,
  'method-not-allowed': 405,
  'signed-out': 401,
  forbidden: 403,
  'cross-site': 403,
  'wrong-credentials': 401,
  'slow-down': 429,
  'setup-closed': 409,
  'setup-link-invalid': 403,
  'name-taken': 409,
  conflict: 409,
  'key-in-use': 422,
  'secret-needed': 422,
  'host-not-allowed': 422,
  // The browser's own session is fine in all of these, so none of them may be a 401.
  'gateway-refused-credentials': 502,
  'gateway-or-cloud-refused': 422,
  'gateway-forbidden': 502,
  'gateway-licence': 409,
  'gateway-not-found': 404,
  'gateway-rejected': 422,
  'gateway-conflict': 409,
  'gateway-rate-limited': 503,
  'gateway-unavailable': 502,
  'gateway-timeout': 504,
  'gateway-redirected': 502,
  'gateway-unreadable': 502,
  'outcome-unknown': 502,
  unavailable: 503,
  internal: 500,
};

/** Whether the log needs the cause: only of faults of the console and its database, not of calls that it refuses on purpose. */
export function isUnexpected(error: unknown, { code }: Pick<Problem, 'code'>): boolean {
  if (error instanceof Refusal || error instanceof HasherBusy) return false;
  return code === 'internal' || code === 'unavailable';
}

const bodyProblems: Record<string, BareProblem> = {
  'entity.parse.failed': {
    code: 'invalid-request',
    message: 'The body is not valid JSON.',
    kept: 'Nothing was changed.',
  },
  'request.aborted': {
    code: 'invalid-request',
    message: 'The body ended early.',
    kept: 'Nothing was changed.',
  },
  'request.size.invalid': {
    code: 'invalid-request',
    message: 'The body is not as long as announced.',
    kept: 'Nothing was changed.',
  },
  'entity.too.large': { code: 'too-large', message: 'The body is too large.', kept: 'Nothing was changed.' },
  'json.depth': {
    code: 'invalid-request',
    message: 'The body is nested too deeply: 32 levels are allowed.',
    kept: 'Nothing was changed.',
  },
  'json.values': {
    code: 'too-large',
    message: 'The body holds too many values: 200,000 are allowed.',
    kept: 'Nothing was changed.',
  },
  'charset.unsupported': {
    code: 'unsupported-media-type',
    message: 'The body must be UTF-8 JSON.',
    kept: 'Nothing was changed.',
  },
  'encoding.unsupported': {
    code: 'unsupported-media-type',
    message: 'The body must not be compressed this way.',
    kept: 'Nothing was changed.',
  },
};

/** The parser's errors carry the whole raw body, so only their type is ever looked at. */
function bodyErrorType(error: unknown): string {
  return typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string'
    ? error.type
    : '';
}

/** Only errors that came from the database: any other system error would be read as one, too. */
function isStoreTrouble(error: unknown): boolean {
  if (error instanceof StoreLoss) return true;
  const fromDatabase = error instanceof StoreError || error instanceof DrizzleQueryError;
  return fromDatabase && toStoreError(error).code === 'unavailable';
}

const storeTrouble: BareProblem = {
  code: 'unavailable',
  message: 'The console cannot reach its database.',
  kept: 'This attempt changed nothing and sent nothing.',
  next: 'Try again in a moment; if it stays, the log of the console says why.',
};

/** Once something may be recorded or sent, that is said, and where to look; unknown is never told as no. */
const lostDuring: Record<Exclude<LossPhase, 'before'>, BareProblem> = {
  change: {
    code: 'unavailable',
    message: 'The console lost its database while it recorded this change.',
    kept: 'It may be recorded, and then it is sent: the console cannot tell at this moment.',
    next: 'Look under Activity as soon as the console answers again. What is there was recorded; if it is not there, nothing was sent.',
  },
  recorded: {
    code: 'unavailable',
    message: 'The console lost its database after it had recorded this change.',
    kept: 'The change is recorded, and may be sent already: the console looks after it.',
    next: 'Follow it under Activity as soon as the console answers again, instead of asking once more.',
  },
  other: {
    code: 'unavailable',
    message: 'The console lost its database while it did this.',
    kept: 'It may be done or not: the console cannot tell at this moment.',
    next: 'Read the page again as soon as the console answers, and look before you try once more.',
  },
};

const noRoom: BareProblem = {
  code: 'unavailable',
  message: 'The disk of the console’s database is full.',
  kept: 'This attempt changed nothing and sent nothing.',
  next: 'Ask the operator of the console to free space on it, then try again.',
};

/** The router could not decode a part of the path. */
const undecodable: BareProblem = {
  code: 'not-found',
  message: 'There is nothing at this address.',
};

const busy: BareProblem = {
  code: 'unavailable',
  message: 'Too many people are signing in at this moment.',
  kept: 'Nothing was changed.',
  next: 'Try again in a few seconds.',
  retryAfter: 5,
};

const internal: BareProblem = {
  code: 'internal',
  message: 'Something went wrong in the console itself.',
  kept: 'What was saved before is still there.',
  next: 'Try again; if it happens again, report the request id.',
};
