/**
 * One call with a token, and once more with a newer one after a 401: the gateway did not accept the request then, so even a
 * write may be repeated. A 401 with a fresh token is an answer like any other and is never asked a third time.
 */
import type { GatewayAccess } from '../../ports/connector-gateway.ts';
import type { Secret } from '../../ports/secret.ts';
import { callHeaders } from './headers.ts';
import type { Token, TokenMint } from './token-mint.ts';
import type { Exchange, Outcome, Transport } from './transport.ts';

/** What came of it, and the secrets that were in play: none of them may stand in a text made from the answer. */
export type Authorized = { outcome: Outcome; secrets: readonly Secret[] };

export type AuthorizedCall = (
  access: GatewayAccess,
  exchange: Omit<Exchange, 'headers'>,
) => Promise<Authorized>;

export function createAuthorizedCall(transport: Transport, mint: TokenMint): AuthorizedCall {
  const refusedAgain = new WeakSet<Token>();

  async function send(token: Token, exchange: Omit<Exchange, 'headers'>): Promise<Authorized> {
    const outcome = await transport.exchange({ ...exchange, headers: callHeaders(token.jwt, exchange.body) });
    return { outcome, secrets: [token.jwt, token.clientSecret] };
  }

  return async (access, exchange) => {
    const token = await mint.current(access);
    const first = await send(token, exchange);
    // A token that was fresh when it was refused says that the user may not: another would not help the next call either.
    if (!isUnauthorized(first.outcome) || refusedAgain.has(token)) return first;
    const newer = await mint.replace(access, token);
    const second = await send(newer, exchange);
    if (isUnauthorized(second.outcome)) refusedAgain.add(newer);
    return second;
  };
}

function isUnauthorized(outcome: Outcome): boolean {
  return 'received' in outcome && outcome.received.status === 401;
}
