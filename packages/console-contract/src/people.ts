/** People who sign in, and the first-run set-up that creates the first of them. */
import * as z from 'zod/mini';
import { Role } from './capabilities.ts';
import type { Endpoint } from './endpoint.ts';
import { Id, Line } from './values.ts';

export const Person = z.object({ id: Id, name: z.string(), email: z.string(), role: Role });
export type Person = z.output<typeof Person>;

export const Email = z.email().check(z.maxLength(254), z.toLowerCase());

/**
 * A new password: 15 to 1,024 bytes, compared exactly as typed. Length is the only rule (ASVS 6.2.5); the upper bound
 * stops a megabyte from reaching the hash.
 */
export const NewPassword = z.string().check(
  z.minLength(15),
  z.refine((text) => new TextEncoder().encode(text).length <= 1024),
  z.regex(/^[^\0]*$/),
);

export const SetupState = z.object({
  /** `true` until the first administrator exists; it never turns back. */
  open: z.boolean(),
});

export const SetupRequest = z
  .strictObject({
    token: z._default(z.string().check(z.maxLength(200)), ''),
    name: Line(100),
    email: Email,
    password: NewPassword,
  })
  .check(
    z.refine(({ password, email }) => password.toLowerCase() !== email, {
      path: ['password'],
      message: 'The e-mail address is the first password that an attacker would try.',
    }),
  );
export type SetupRequest = z.input<typeof SetupRequest>;

export const peopleEndpoints = {
  readSetup: {
    summary: 'Whether the first administrator is still to be created',
    method: 'GET',
    path: '/api/setup',
    access: 'public',
    answer: SetupState,
  },
  setUp: {
    summary: 'Create the first administrator with the one-time link, and sign in',
    method: 'POST',
    path: '/api/setup',
    access: 'public',
    body: SetupRequest,
    answer: Person,
    status: 201,
  },
} as const satisfies Record<string, Endpoint>;
