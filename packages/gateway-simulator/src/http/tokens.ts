/** Real tokens: signed RS256 with a key pair of this process, believed until they expire or are declared void. */
import { createSign, createVerify, generateKeyPairSync, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { unauthorized } from './reply.ts';

export type TokenMint = {
  /** A fresh token for a client; `now` in milliseconds. */
  mint(clientId: string, lifetimeSeconds: number, now: number): string;
  /** Throws a refusal unless the `Authorization` header carries a token of this mint that is still good. */
  check(authorization: string | undefined, now: number): void;
  /** Makes every token given out so far worthless. */
  expireAll(): void;
};

const Claims = z.object({ exp: z.number(), aud: z.string() });

export function createTokenMint(): TokenMint {
  const { privateKey, publicKey } = keysOfProcess();
  const verified = new Map<string, z.output<typeof Claims>>();
  // Names this mint and, whenever tokens are to expire, a new generation of its tokens.
  let audience: string = randomUUID();

  function verify(jwt: string): z.output<typeof Claims> {
    const [header, payload, signature, ...rest] = jwt.split('.');
    if (!header || !payload || !signature || rest.length > 0) throw unauthorized();
    const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`);
    if (!verifier.verify(publicKey, signature, 'base64url')) throw unauthorized();
    return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  }

  return {
    mint: (clientId, lifetimeSeconds, now) => {
      const iat = Math.floor(now / 1000);
      const claims = { sub: clientId, iss: 'connector-simulator', scopes: ['api.read', 'api.write'] };
      const times = { iat, exp: iat + lifetimeSeconds, jti: randomUUID(), aud: audience };
      const body = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ ...claims, ...times })}`;
      return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey, 'base64url')}`;
    },
    check: (authorization, now) => {
      const jwt = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
      if (!jwt) throw unauthorized();
      const claims = verified.get(jwt) ?? verify(jwt);
      if (verified.size > 1_000) verified.clear();
      verified.set(jwt, claims);
      if (claims.exp * 1000 <= now || claims.aud !== audience) throw unauthorized();
    },
    expireAll: () => {
      audience = randomUUID();
    },
  };
}

let keys: ReturnType<typeof newKeys> | null = null;

/** Making keys takes a noticeable while: every mint of a process shares them. */
function keysOfProcess() {
  keys ??= newKeys();
  return keys;
}

function newKeys() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function part(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url');
}
