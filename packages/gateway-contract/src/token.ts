/** The token (T1) and the one call of the API server that the AWS document shows with it (T2). */
import { z } from 'zod';
import { optionalText } from './fields.ts';

/** What T1 is asked with: headers, and an empty body. */
export const TokenRequestHeaders = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
});
export type TokenRequestHeaders = z.input<typeof TokenRequestHeaders>;

const longestToken = 16_384;
// Three parts signed, five parts encrypted: the gateway can be told to do either.
const tokenPattern = /^[\w-]+\.[\w-]+\.[\w-]*(\.[\w-]+\.[\w-]+)?$/;

/**
 * The answer of T1: the token itself as text, perhaps folded over lines or quoted; `{token}` and `{access_token}` are
 * understood. Times are seconds since 1970 as the token claims them, null when it claims none that is a number:
 * whether to believe them is the reader's business.
 */
export const AccessToken = z
  .union([z.string(), z.object({ token: z.string() }), z.object({ access_token: z.string() })])
  .transform((answer, context) => {
    const jwt = bareToken(textOf(answer));
    if (jwt.length > longestToken || !tokenPattern.test(jwt) || jsonPart(jwt, 0) === null) {
      context.addIssue({ code: 'custom', message: 'not a token' });
      return z.NEVER;
    }
    return { jwt, ...claimedTimes(jwt) };
  });
export type AccessToken = z.output<typeof AccessToken>;

const TargetAccount = z.object({ awsAccountId: optionalText, connectorId: optionalText });

/** More than any organization has. Reading a longer list would keep every call waiting. */
const mostAccounts = 50_000;
const mostImages = 1_000;

/** The answer of T2. */
export const ScannerRegistration = z.object({
  targetAccounts: z
    .unknown()
    .optional()
    .refine((raw) => !Array.isArray(raw) || raw.length <= mostAccounts, 'too many accounts')
    .transform((raw) => (Array.isArray(raw) ? raw.flatMap(readTargetAccount) : [])),
  amis: z
    .unknown()
    .optional()
    .refine(isShort, 'too many images')
    .pipe(z.record(z.string(), z.string()).nullish().catch(null)),
});
export type ScannerRegistration = z.output<typeof ScannerRegistration>;

function isShort(raw: unknown): boolean {
  return typeof raw !== 'object' || raw === null || Object.keys(raw).length <= mostImages;
}

function textOf(answer: string | { token: string } | { access_token: string }): string {
  if (typeof answer === 'string') return answer;
  return 'token' in answer ? answer.token : answer.access_token;
}

function bareToken(text: string): string {
  return text
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^Bearer\s+/i, '')
    .replace(/\s+/g, '');
}

function claimedTimes(jwt: string): { issuedAtSeconds: number | null; expiresAtSeconds: number | null } {
  const claims = claimsOf(jwt);
  return { issuedAtSeconds: claims.iat ?? null, expiresAtSeconds: claims.exp ?? null };
}

const seconds = z.number().nonnegative().optional().catch(undefined);
const Claims = z.object({ iat: seconds, exp: seconds }).catch({});

function claimsOf(jwt: string): z.output<typeof Claims> {
  return Claims.parse(jsonPart(jwt, 1));
}

/** A dot-separated part of a token, decoded; null when it is not JSON (the claims of an encrypted token, or no token at all). */
function jsonPart(jwt: string, index: number): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function readTargetAccount(entry: unknown): z.output<typeof TargetAccount>[] {
  const read = TargetAccount.safeParse(entry);
  return read.success ? [read.data] : [];
}
