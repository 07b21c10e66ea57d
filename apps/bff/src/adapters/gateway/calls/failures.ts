/** From what came back, or did not, to a `GatewayError`: what each status of the vendor means. Limits are recognized in `limits/limit-answer.ts`. */
import { type GatewayOperation, responseMessageOf } from '@console/gateway-contract';
import { GatewayError, type GatewayErrorKind } from '../../../ports/gateway-error.ts';
import type { Secret } from '../../../ports/secret.ts';
import { type LimitAnswer, limitAnswerOf, mayMeanName } from '../limits/limit-answer.ts';
import { readRateHeaders } from '../limits/rate-headers.ts';
import { detailOf } from './scrub.ts';
import type { Lost, Received } from './transport.ts';

type Kind = GatewayOperation['kind'];

/** No answer came. A read never acts; a write may have, unless not one byte of it left. */
export function failureOfLoss({ reason, sent, problem }: Lost, kind: Kind): GatewayError {
  const acted = kind === 'write' && sent ? 'maybe' : 'no';
  if (reason !== 'unreachable') {
    return new GatewayError(reason, { acted, ...(problem !== undefined && { note: noteOf(problem) }) });
  }
  return new GatewayError('unavailable', { acted, cut: sent });
}

/** An answer came and is no success. */
export function failureOfAnswer(
  received: Received,
  operation: Pick<GatewayOperation, 'id' | 'kind'>,
  secrets: readonly Secret[],
): GatewayError {
  const { status, text } = received;
  const detail = detailOf(text, secrets);
  const limit = limitAnswerOf(received, operation);
  const kind = limit === null ? kindOf(status, operation, text) : 'rate-limited';
  const refused = limit !== null || (status >= 400 && status < 500);
  return new GatewayError(kind, {
    acted: refused || operation.kind !== 'write' ? 'no' : 'maybe',
    detail,
    ...retryIn(waitOf(kind, limit, received)),
    ...(limit?.assumed ? { note: assumedLimit } : {}),
    status,
  });
}

const assumedLimit = 'It gave no reason; of a call like this, the answer most likely means a call limit.';

function waitOf(kind: GatewayErrorKind, limit: LimitAnswer | null, { headers }: Received): number | null {
  return kind === 'unavailable' ? readRateHeaders(headers).retryAfterSeconds : (limit?.waitSeconds ?? null);
}

/**
 * A success that does not read as what was asked for: the gateway may well have done it.
 * @param problem completes "The answer is …" and quotes nothing of the answer
 */
export function unreadable(kind: Kind, status: number, problem: string): GatewayError {
  const acted = kind === 'write' ? 'maybe' : 'no';
  const likely = kind === 'token' && problem === 'empty' ? { likely: noApiAccess } : {};
  return new GatewayError('unreadable', { acted, status, note: noteOf(problem), ...likely });
}

/** Seen for logins of users. */
const noApiAccess =
  'Most likely the client has no API access: the vendor’s Auth ID Client Management shows its permissions.';

function noteOf(problem: string): string {
  return `The answer is ${problem}.`;
}

/** What the console itself will not send, why, and when it may. */
export function notSent(
  kind: GatewayErrorKind,
  note: string,
  retryAfterSeconds: number | null = null,
): GatewayError {
  return new GatewayError(kind, { acted: 'no', tried: false, note, ...retryIn(retryAfterSeconds) });
}

function retryIn(retryAfterSeconds: number | null) {
  const retryAt = retryAfterSeconds === null ? null : new Date(Date.now() + retryAfterSeconds * 1000);
  return { retryAfterSeconds, retryAt };
}

function kindOf(
  status: number,
  operation: Pick<GatewayOperation, 'id' | 'kind'>,
  text: string,
): GatewayErrorKind {
  if (status >= 500) return 'unavailable';
  if (status >= 300 && status < 400) return 'redirected';
  if (operation.kind === 'token') return tokenKinds[status] ?? 'unreadable';
  if (status === 401)
    return handsOverCloudCredentials.has(operation.id) ? 'gateway-or-cloud-refused' : 'forbidden';
  // As it came: what is masked in the detail may be a part of these very words.
  if (status === 403) return licenceWords.test(responseMessageOf(text) ?? '') ? 'licence' : 'forbidden';
  if (status === 409) return mayMeanName(operation) ? 'conflict' : 'in-the-way';
  return otherKinds[status] ?? (status >= 400 ? 'rejected' : 'unreadable');
}

/** The same 401 says that the user may not, or that the cloud refused its own credentials while the gateway tried them. */
const handsOverCloudCredentials = new Set(['A1', 'A3', 'A4', 'W1', 'W2']);
// 403 is also sent for a module that is not licensed and for an address that is not let in: those are not about the limit.
const licenceWords =
  /maximum number of connectors|licen[cs]e.{0,40}(limit|expired|exceeded)|subscription.{0,40}expired/i;
const otherKinds: Record<number, GatewayErrorKind> = { 404: 'not-found', 410: 'not-found', 408: 'timeout' };
const tokenKinds: Record<number, GatewayErrorKind> = {
  400: 'rejected',
  401: 'credentials-refused',
  403: 'token-refused',
  408: 'timeout',
};
