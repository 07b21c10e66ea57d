/** Outbound headers, built from nothing: no browser's, no proxy's, no tracing header is ever handed on. */
import { randomUUID } from 'node:crypto';
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import type { Secret } from '../../../ports/secret.ts';
import { notSent } from './failures.ts';

// HTTP clients quote an invalid header value in their errors, so a pasted line break must never reach one.
const fitForHeader = /^[\x21-\x7e]{1,512}$/;

export function tokenHeaders({ clientId }: GatewayAccess, clientSecret: Secret): Record<string, string> {
  const secret = clientSecret.exposeSecret();
  if (!fitForHeader.test(clientId) || !fitForHeader.test(secret)) {
    throw notSent(
      'credentials-refused',
      'The client id or the secret holds a character that cannot be sent.',
    );
  }
  return { ...common(), accept: 'text/plain, application/json, */*;q=0.5', clientId, clientSecret: secret };
}

/** @param jwt already held to the form of a token, which has no character that a header cannot carry */
export function callHeaders(jwt: Secret, body: string | null): Record<string, string> {
  return {
    ...common(),
    // The documented calls send no preference, and some answers are text: a strict server refuses what excludes its answer.
    accept: 'application/json, text/plain, */*;q=0.5',
    authorization: `Bearer ${jwt.exposeSecret()}`,
    ...(body === null ? {} : { 'content-type': 'application/json' }),
  };
}

function common(): Record<string, string> {
  return { 'user-agent': 'connector-console', 'x-request-id': randomUUID() };
}
