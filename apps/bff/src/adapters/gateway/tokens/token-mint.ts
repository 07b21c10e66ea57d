/**
 * The tokens of every workspace: minted once however many calls wait for one, renewed at 80 % of their life, and not asked
 * for again while the vendor refuses the credentials. Knows T1 and nothing of the calls that tokens are for.
 */
import { type AccessToken, gatewayOperations, readAnswer, tokenPaths } from '@console/gateway-contract';
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import { GatewayError } from '../../../ports/gateway-error.ts';
import { Secret } from '../../../ports/secret.ts';
import type { AddressPolicy, Base } from '../calls/address-policy.ts';
import { type CallListener, observed } from '../calls/call-listener.ts';
import { failureOfAnswer, failureOfLoss, notSent, unreadable } from '../calls/failures.ts';
import { tokenHeaders } from '../calls/headers.ts';
import { once, withRetries } from '../calls/retry.ts';
import type { Timing } from '../calls/timing.ts';
import type { Transport } from '../calls/transport.ts';
import type { Breakers } from '../limits/breaker.ts';
import { createTokenCache, type TokenSlot } from './token-cache.ts';

/** A token and the client secret it came from: both must be kept out of every text the gateway writes afterwards. */
export type Token = { jwt: Secret; clientSecret: Secret; renewAt: number; expiresAt: number };

export interface TokenMint {
  /** The remembered token, or a fresh one when there is none or it is old. */
  current(access: GatewayAccess): Promise<Token>;
  /** After a 401: a token newer than the rejected one if another call has fetched it already, else a fresh one. */
  replace(access: GatewayAccess, rejected: Token): Promise<Token>;
  /** A fresh token whatever is remembered, a refusal included. */
  mint(access: GatewayAccess): Promise<Token>;
}

type Parts = {
  transport: Transport;
  policy: AddressPolicy;
  breakers: Breakers;
  timing: Timing;
  deadlineMs: number;
  onCall: CallListener;
};

const failureRememberedMs = 2_000;
/** An address may be let in, or a licence bought, without anything changing here. */
const refusalRememberedMs = 60_000;

export function createTokenMint(parts: Parts): TokenMint {
  const { monotonic } = parts.timing;
  const cache = createTokenCache<Token>();

  function mintOnce(slot: TokenSlot<Token>, access: GatewayAccess): Promise<Token> {
    slot.pending ??= requestToken(parts, access)
      .then((token) => {
        slot.token = token;
        slot.failure = null;
        return token;
      })
      .catch((error: unknown) => {
        if (error instanceof GatewayError) slot.failure = { error, until: rememberedUntil(error) };
        throw error;
      })
      .finally(() => {
        slot.pending = null;
      });
    return slot.pending;
  }

  /** A refusal stands until the secret changes or a user verifies the workspace: repeating it could lock the client out. */
  function rememberedUntil({ kind }: GatewayError): number {
    if (kind === 'credentials-refused') return Number.POSITIVE_INFINITY;
    return monotonic() + (kind === 'token-refused' ? refusalRememberedMs : failureRememberedMs);
  }

  async function mintUnlessFailing(slot: TokenSlot<Token>, access: GatewayAccess): Promise<Token> {
    if (slot.failure !== null && monotonic() < slot.failure.until) throw slot.failure.error;
    return await mintOnce(slot, access);
  }

  return {
    async current(access) {
      const slot = cache.slotOf(access);
      const { token } = slot;
      if (token === null || monotonic() >= token.expiresAt) return await mintUnlessFailing(slot, access);
      if (monotonic() < token.renewAt) return token;
      // Old but alive: a mint that fails now is no reason to fail the call.
      return await mintUnlessFailing(slot, access).catch(() => token);
    },
    async replace(access, rejected) {
      const slot = cache.slotOf(access);
      if (slot.token !== null && slot.token !== rejected) return slot.token;
      return await mintUnlessFailing(slot, access);
    },
    mint: (access) => mintOnce(cache.slotOf(access), access),
  };
}

const { T1 } = gatewayOperations;

async function requestToken(parts: Parts, access: GatewayAccess): Promise<Token> {
  const clientSecret = access.openSecret();
  const minted = await observed({ operation: T1.id, workspaceId: access.workspaceId }, parts, async () => {
    const address = tokenAddress(parts.policy, access);
    const attempt = (timeoutMs: number) =>
      exchangeForToken(parts.transport, { access, address, clientSecret, timeoutMs });
    const guard = { host: address.origin, workspaceId: access.workspaceId, callClass: 'token' } as const;
    return await parts.breakers.run(guard, (probe) =>
      probe ? once(attempt, parts.deadlineMs) : withRetries(attempt, parts.deadlineMs, parts.timing),
    );
  });
  const receivedAt = parts.timing.monotonic();
  const lifeMs = lifeOf(minted);
  return {
    jwt: new Secret(minted.jwt),
    clientSecret,
    renewAt: receivedAt + lifeMs * 0.8,
    expiresAt: receivedAt + lifeMs,
  };
}

function tokenAddress(policy: AddressPolicy, access: GatewayAccess): Base {
  const base = policy.baseOf(access.apiServerUrl);
  const path = tokenPaths.find((known) => known === access.authPath);
  if (base !== null && path !== undefined) return { origin: base.origin, path: base.path + path };
  throw notSent('unavailable', 'The console does not call this API server.');
}

type Attempt = { access: GatewayAccess; address: Base; clientSecret: Secret; timeoutMs: number };

async function exchangeForToken(transport: Transport, attempt: Attempt): Promise<AccessToken> {
  const { access, address, clientSecret, timeoutMs } = attempt;
  const headers = tokenHeaders(access, clientSecret);
  const outcome = await transport.exchange({ ...address, method: T1.method, headers, body: null, timeoutMs });
  if ('lost' in outcome) throw failureOfLoss(outcome.lost, T1.kind);
  const { status, text } = outcome.received;
  if (status < 200 || status > 299) throw failureOfAnswer(outcome.received, T1, [clientSecret]);
  const read = readAnswer(T1, text);
  if (!read.ok) throw unreadable(T1.kind, status, read.problem);
  return read.answer;
}

const cautiousLifeMs = 10 * 60 * 1000;
const longestBelievableSeconds = 24 * 60 * 60;

/** The life a token claims for itself, so that neither clock needs to be right; ten minutes when the claim is no sane one. */
function lifeOf({ issuedAtSeconds, expiresAtSeconds }: AccessToken): number {
  if (issuedAtSeconds === null || expiresAtSeconds === null) return cautiousLifeMs;
  const seconds = expiresAtSeconds - issuedAtSeconds;
  return seconds >= 1 && seconds <= longestBelievableSeconds ? seconds * 1000 : cautiousLifeMs;
}
