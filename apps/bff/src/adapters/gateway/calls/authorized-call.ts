/**
 * One call with a token, and once more with a newer one after a 401: the gateway did not accept the request then, so even a
 * write may be repeated. A 401 with a fresh token is an answer like any other and is never asked a third time.
 */
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import type { Secret } from '../../../ports/secret.ts';
import type { Token, TokenMint } from '../tokens/token-mint.ts';
import { callHeaders } from './headers.ts';
import type { Timing } from './timing.ts';
import type { Exchange, Outcome, Transport } from './transport.ts';

/** What came of it, and the secrets that were in play: none of them may stand in a text made from the answer. */
export type Authorized = { outcome: Outcome; secrets: readonly Secret[] };

export type AuthorizedCall = (
  access: GatewayAccess,
  exchange: Omit<Exchange, 'headers'>,
) => Promise<Authorized>;

/** For so long a refusal of a fresh token is believed before another token is minted for the same answer. */
const refusalBelievedMs = 30_000;

export function createAuthorizedCall(transport: Transport, mint: TokenMint, timing: Timing): AuthorizedCall {
  const refusedUntil = new WeakMap<Token, number>();

  async function send(token: Token, exchange: Omit<Exchange, 'headers'>): Promise<Authorized> {
    const outcome = await transport.exchange({ ...exchange, headers: callHeaders(token.jwt, exchange.body) });
    if (!isUnauthorized(outcome)) refusedUntil.delete(token);
    return { outcome, secrets: [token.jwt, token.clientSecret] };
  }

  return async (access, exchange) => {
    const token = await mint.current(access);
    const first = await send(token, exchange);
    // A token that was refused when it was fresh says that the user may not: another one would not help.
    const believed = timing.monotonic() < (refusedUntil.get(token) ?? Number.NEGATIVE_INFINITY);
    if (!isUnauthorized(first.outcome) || believed) return first;
    const newer = await mint.replace(access, token);
    const second = await send(newer, exchange);
    if (isUnauthorized(second.outcome)) refusedUntil.set(newer, timing.monotonic() + refusalBelievedMs);
    return second;
  };
}

function isUnauthorized(outcome: Outcome): boolean {
  return 'received' in outcome && outcome.received.status === 401;
}
