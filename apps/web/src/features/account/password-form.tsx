import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../shared/console/console-problem.ts';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { type FormErrors, useForm } from '../../shared/page/use-form.ts';
import { newPasswordError, newPasswordHint } from '../../shared/session/new-password.ts';
import { usePerson } from '../../shared/session/signed-in.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { PasswordField } from '../../ui/fields/password-field.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { changePasswordMutation, ownSessionsQuery } from './queries.ts';

/** The current password, and the one to come. A change makes a new form, so that no password stays on the page. */
export function PasswordForm() {
  const [changes, setChanges] = useState(0);
  const queryClient = useQueryClient();
  const change = useMutation({
    ...changePasswordMutation,
    onSuccess: () => {
      setChanges(changes + 1);
      return queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
    },
  });
  return (
    <div className="grid gap-4">
      {change.data && (
        <Banner tone="ok" title="Password changed." onDismiss={change.reset}>
          {change.data.ended === 0
            ? 'You were signed in nowhere else. Use the new password from now on.'
            : `You are signed out everywhere else (${sessionsText(change.data.ended)}). Use the new password there.`}
        </Banner>
      )}
      <Fields key={changes} change={change} />
    </div>
  );
}

type Change = {
  mutate: (values: PasswordValues) => void;
  error: Error | null;
  isPending: boolean;
};

function Fields({ change }: { change: Change }) {
  const { email } = usePerson();
  const problem = change.error ? problemOf(change.error) : undefined;
  const { field, submit } = useForm(
    {
      initial: { currentPassword: '', newPassword: '' },
      validate: (values) => passwordErrors(values, email),
      onSubmit: change.mutate,
    },
    problem?.fields,
  );
  return (
    <form className="grid max-w-[400px] gap-4" onSubmit={submit} noValidate>
      {/* What is wrong with a field stands at the field. */}
      {problem?.fields === undefined && <ProblemBanner error={change.error} />}
      {/* Password managers learn from it whose password changes. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        shown="current password"
        {...field('currentPassword')}
      />
      <PasswordField
        label="New password"
        hint={newPasswordHint}
        autoComplete="new-password"
        shown="new password"
        {...field('newPassword')}
      />
      <p className="m-0 text-ink-2 text-sm">Changing it signs you out everywhere but here.</p>
      <div>
        <Button type="submit" variant="primary" busy={change.isPending}>
          Change password
        </Button>
      </div>
    </form>
  );
}

type PasswordValues = { currentPassword: string; newPassword: string };

function passwordErrors(values: PasswordValues, email: string): FormErrors<PasswordValues> {
  const { currentPassword, newPassword } = values;
  const errors: FormErrors<PasswordValues> = {};
  if (currentPassword === '') errors.currentPassword = 'Enter the password that you signed in with.';
  const complaint =
    newPassword !== '' && newPassword === currentPassword
      ? 'This is the password that you have now: choose another one.'
      : newPasswordError(newPassword, email);
  if (complaint !== undefined) errors.newPassword = complaint;
  return errors;
}

function sessionsText(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}
