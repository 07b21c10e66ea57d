/** Why a call to the vendor failed, in our words. It carries no request, no header and no upstream text but `detail`. */

export type GatewayErrorKind =
  /** The token call refused the client id and secret. */
  | 'credentials-refused'
  /** The token call was refused for another reason than the client id and secret. */
  | 'token-refused'
  /** 401 on a call that hands over cloud credentials: the vendor or the cloud refused; it cannot be told which. */
  | 'gateway-or-cloud-refused'
  | 'forbidden'
  | 'licence'
  | 'not-found'
  | 'rejected'
  /** What was to be created or renamed has a name that is taken. */
  | 'conflict'
  /** Something else there stands in the way of the call. */
  | 'in-the-way'
  | 'rate-limited'
  /** No connection, one that was cut, a 5xx, or a call that the console does not make at all. */
  | 'unavailable'
  | 'timeout'
  | 'redirected'
  /** An answer that does not read as what was asked for. */
  | 'unreadable'
  /** A list that ended too early: what it does not hold may exist all the same. */
  | 'cut-short';

export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly kind: GatewayErrorKind;
  /** Whether the gateway may have acted: `no` when the request surely was not accepted, else `maybe`. */
  readonly acted: 'no' | 'maybe';
  /** The gateway's own words, scrubbed of secrets, markup and control characters, at most 500 characters. */
  readonly detail: string | null;
  /** `false` when the console itself declined to make the call: then nothing is said of the gateway. */
  readonly tried: boolean;
  /** The connection was there and broke off, so that the gateway may be at the other end. */
  readonly cut: boolean;
  /** What the console itself has to add, one sentence; never the gateway's words. */
  readonly note: string | null;
  /** What that most likely means, one sentence of the console's own. */
  readonly likely: string | null;
  readonly retryAfterSeconds: number | null;
  /** The same as a time of day. */
  readonly retryAt: Date | null;
  readonly status: number | null;

  constructor(
    kind: GatewayErrorKind,
    facts: {
      acted: 'no' | 'maybe';
      tried?: boolean;
      cut?: boolean;
      detail?: string | null;
      note?: string;
      likely?: string;
      retryAfterSeconds?: number | null;
      retryAt?: Date | null;
      status?: number | null;
    },
  ) {
    super(`The gateway call failed: ${kind}.`);
    this.kind = kind;
    this.acted = facts.acted;
    this.tried = facts.tried ?? true;
    this.cut = facts.cut ?? false;
    this.detail = facts.detail ?? null;
    this.note = facts.note ?? null;
    this.likely = facts.likely ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.retryAt = facts.retryAt ?? null;
    this.status = facts.status ?? null;
  }
}

/** For a list that ended too early, so that a missing row proves nothing. */
export function cutShort(): GatewayError {
  return new GatewayError('cut-short', { acted: 'no' });
}
