import { Email } from '@console/console-contract';
import type { FormErrors } from '../../shared/page/use-form.ts';
import { newPasswordError } from '../../shared/session/new-password.ts';

export type SetupValues = { name: string; email: string; password: string };

/** What keeps the first administrator from being created, by field. */
export function setupErrors({ name, email, password }: SetupValues): FormErrors<SetupValues> {
  const errors: FormErrors<SetupValues> = {};
  if (name.trim() === '') errors.name = 'Enter the name that others will see beside your changes.';
  if (!Email.safeParse(email.trim()).success) {
    errors.email = 'Enter an e-mail address such as morgan@example.com.';
  }
  const complaint = newPasswordError(password, email);
  if (complaint !== undefined) errors.password = complaint;
  return errors;
}
