/** T1: who knows the client's id and secret gets a token, in one of the forms gateways have been seen to write it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { TokenRequestHeaders } from '@console/gateway-contract';
import type { Settings } from '../settings.ts';
import type { Vendor } from '../vendor.ts';
import type { Received } from './call.ts';
import { json, type Reply, text, unauthorized } from './reply.ts';

export const tokenOperationId = 'T1';

export function mintToken(vendor: Vendor, received: Received, now: number): Reply {
  const headers = TokenRequestHeaders.safeParse({
    clientId: received.header('clientId'),
    clientSecret: received.header('clientSecret'),
  });
  if (!headers.success) throw unauthorized();
  const { clientId, clientSecret } = headers.data;
  const isKnown = isSame(clientId, vendor.clientId) && isSame(clientSecret, vendor.clientSecret);
  if (!isKnown) throw unauthorized();
  return written(vendor.tokens.mint(clientId, vendor.settings.tokenLifetimeSeconds, now), vendor.settings);
}

function written(jwt: string, { tokenForm }: Settings): Reply {
  switch (tokenForm) {
    case 'text':
      return text(jwt);
    case 'folded':
      return text(jwt.replace(/.{64}/g, '$&\n'));
    case 'quoted':
      return json(jwt);
    case 'json':
      return json({ token: jwt });
  }
}

function isSame(given: string, expected: string): boolean {
  const hash = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
