import { NewPassword } from '@console/console-contract';

/** The one rule of the console, for the hint of every field that takes a new password. */
export const newPasswordHint =
  'At least 15 characters. A sentence is easier to remember than symbols, and any character counts.';

/** What keeps a password from being taken for a new one; `email` is its user's. */
export function newPasswordError(password: string, email: string): string | undefined {
  if (password !== '' && password.toLowerCase() === email.trim().toLowerCase()) {
    return 'An attacker would try the e-mail address first: choose another password.';
  }
  const missing = 15 - password.length;
  if (missing > 0) {
    return `Use at least 15 characters: ${missing} more ${missing === 1 ? 'is' : 'are'} needed.`;
  }
  return NewPassword.safeParse(password).success
    ? undefined
    : 'Use at most 1,024 bytes, without control characters.';
}
