/** What users do with their own account: another password, and the places where they are signed in. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { NewPassword } from './people.ts';
import { SignInRequest } from './session.ts';
import { Timestamp } from './values.ts';

export const PasswordChange = z
  .strictObject({ currentPassword: SignInRequest.shape.password, newPassword: NewPassword })
  .check(
    z.refine(({ currentPassword, newPassword }) => currentPassword !== newPassword, {
      path: ['newPassword'],
      message: 'This is the password that you have now.',
    }),
  );
export type PasswordChange = z.input<typeof PasswordChange>;

/** Names a session to its own user; nothing can be signed in with it. */
const SessionKey = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const OwnSession = z.object({
  key: SessionKey,
  since: Timestamp,
  /** To the minute. */
  lastUsed: Timestamp,
  /** The session that asks. */
  current: z.boolean(),
});
export type OwnSession = z.output<typeof OwnSession>;

const Ended = z.object({ ended: z.int() });

export const accountEndpoints = {
  changePassword: {
    summary: 'Change one’s own password, which ends all other sessions of the user',
    method: 'POST',
    path: '/api/account/password',
    access: 'session.use',
    body: PasswordChange,
    answer: Ended,
  },
  listOwnSessions: {
    summary: 'Where the user is signed in, the last sign-in first',
    method: 'GET',
    path: '/api/account/sessions',
    access: 'session.use',
    answer: z.object({ sessions: z.array(OwnSession) }),
  },
  endOwnSession: {
    summary: 'End one session of one’s own; harmless when it has ended',
    method: 'DELETE',
    path: '/api/account/sessions/{session}',
    access: 'session.use',
    params: z.object({ session: SessionKey }),
    answer: Ended,
  },
  endOtherSessions: {
    summary: 'End all sessions of one’s own but the one that asks',
    method: 'DELETE',
    path: '/api/account/sessions',
    access: 'session.use',
    answer: Ended,
  },
} as const satisfies Record<string, Endpoint>;
