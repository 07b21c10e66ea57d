/** T1 and T2: the token, and the API server's own example of using it. */
import { defineOperation } from './operation.ts';
import { AccessToken, ScannerRegistration } from './token.ts';

/** Where a token may be asked for; which of the two a subscription uses is a setting. */
export const tokenPaths = ['/auth/oidc', '/auth/oauth'] as const;
export type TokenPath = (typeof tokenPaths)[number];

export const tokenOperations = {
  T1: defineOperation({
    id: 'T1',
    title: 'Mint a token',
    method: 'POST',
    base: 'api-server',
    // Asked with `TokenRequestHeaders` and an empty body. The alternative path is `tokenPaths[1]`.
    template: '/auth/oidc',
    params: {},
    kind: 'token',
    answer: AccessToken,
    answerFormat: 'text',
    document: 'AWS 2.15',
  }),
  T2: defineOperation({
    id: 'T2',
    title: 'Register a scanner run',
    method: 'GET',
    base: 'api-server',
    template: '/conn/snapshot/v1.0/register-scanner-run',
    params: {},
    kind: 'read',
    answer: ScannerRegistration,
    answerFormat: 'json',
    document: 'AWS 2.15',
  }),
};
