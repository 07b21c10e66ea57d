import { Email, NewPassword } from '@console/console-contract';
import type { FormErrors } from '../../shared/page/use-form.ts';

export type SetupValues = { name: string; email: string; password: string };

/** What keeps the first administrator from being created, by field. */
export function setupErrors({ name, email, password }: SetupValues): FormErrors<SetupValues> {
  const errors: FormErrors<SetupValues> = {};
  if (name.trim() === '') errors.name = 'Enter the name that others will see beside your changes.';
  if (!Email.safeParse(email.trim()).success) {
    errors.email = 'Enter an e-mail address such as morgan@example.com.';
  }
  const complaint = passwordError(password, email);
  if (complaint !== undefined) errors.password = complaint;
  return errors;
}

function passwordError(password: string, email: string): string | undefined {
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
