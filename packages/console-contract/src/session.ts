/** Signing in and out. The session itself lives in a cookie that no script can read. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Person } from './people.ts';
import { Id, Text, Timestamp } from './values.ts';

export const SignInRequest = z.strictObject({
  email: Text(254),
  password: z.string().check(z.refine((text) => new TextEncoder().encode(text).length <= 1024)),
});
export type SignInRequest = z.input<typeof SignInRequest>;

export const Session = z.object({
  person: Person,
  /** When it ends if nothing is done from now on, and when it ends in any case. */
  idleUntil: Timestamp,
  expiresAt: Timestamp,
});
export type Session = z.output<typeof Session>;

/**
 * A hint that something was written; the answer is to read again. `everything` comes first on every stream, so that a
 * browser that was cut off misses nothing; what a replica missed of the database it reads in the outbox.
 */
export const LiveHint = z.object({
  topic: z.enum(['everything', 'connectors', 'operations', 'freshness']),
  /** `null` for every workspace. */
  workspace: z.nullable(Id),
});
export type LiveHint = z.output<typeof LiveHint>;

export const sessionEndpoints = {
  signIn: {
    summary: 'Sign in with e-mail and password',
    method: 'POST',
    path: '/api/session',
    access: 'public',
    body: SignInRequest,
    answer: Session,
    status: 201,
  },
  readSession: {
    summary: 'Who is signed in',
    method: 'GET',
    path: '/api/session',
    access: 'session.use',
    answer: Session,
  },
  followChanges: {
    summary: 'A stream of hints about what has changed, open for as long as the session is',
    method: 'GET',
    path: '/api/session/live',
    access: 'session.use',
    answer: LiveHint,
    stream: true,
  },
  signOut: {
    summary: 'Sign out; harmless when no user is signed in',
    method: 'DELETE',
    path: '/api/session',
    access: 'public',
    answer: null,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
