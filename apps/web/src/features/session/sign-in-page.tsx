import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { problemOf } from '../../shared/console/console-problem.ts';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { useFirstFocus } from '../../shared/page/use-first-focus.ts';
import { type FormErrors, useForm } from '../../shared/page/use-form.ts';
import { usePage } from '../../shared/page/use-page.ts';
import { safeReturnTo } from '../../shared/session/return-to.ts';
import { noteSessionBegun } from '../../shared/session/signed-out.ts';
import { Button } from '../../ui/actions/button.tsx';
import { PasswordField } from '../../ui/fields/password-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { sessionQueries, signInMutation } from './queries.ts';

/** E-mail and password; afterwards back to where the session ended (RED-01: only places of this console). */
export function SignInPage() {
  usePage('Sign in');
  const [search] = useSearchParams();
  const queryClient = useQueryClient();
  // Whatever the last person read must be gone before the next one signs in, and before anything here is asked for.
  useLayoutEffect(() => queryClient.clear(), [queryClient]);
  return (
    <Card>
      <div className="grid gap-4">
        <PageHeader title="Sign in" />
        {search.has('returnTo') && <WhySignedOut />}
        <SignInForm returnTo={safeReturnTo(search.get('returnTo'))} />
        <SetupHint />
      </div>
    </Card>
  );
}

/** Whether a session has ended or there never was one: only the console can tell, from the cookie that no page can read. */
function WhySignedOut() {
  const { error } = useQuery(sessionQueries.ended());
  const problem = error === null ? null : problemOf(error);
  if (problem?.code !== 'signed-out') return null;
  return (
    <Banner tone="info">
      {problem.message} {problem.next}
    </Banner>
  );
}

/** A user who starts the console for the first time has a link in the terminal, and no account to sign in with. */
function SetupHint() {
  const { data } = useQuery(sessionQueries.setup());
  if (data?.open !== true) return null;
  return (
    <Banner tone="info" title="This console is not set up yet">
      Open the set-up link that it printed where it was started. The link is also in the file{' '}
      <code>setup-link</code> of its data directory.
    </Banner>
  );
}

function SignInForm({ returnTo }: { returnTo: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signIn = useMutation({
    ...signInMutation,
    onSuccess: (session) => {
      noteSessionBegun();
      queryClient.setQueryData(sessionQueries.current().queryKey, session);
      void navigate(returnTo, { replace: true });
    },
  });
  const { field, submit } = useForm(
    {
      initial: { email: '', password: '' },
      validate: signInErrors,
      onSubmit: ({ email, password }) => signIn.mutate({ email: email.trim(), password }),
    },
    signIn.error ? problemOf(signIn.error).fields : undefined,
  );
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <SignInProblem error={signIn.error} />
      <TextField
        ref={useFirstFocus()}
        label="E-mail"
        type="email"
        autoComplete="username"
        {...field('email')}
      />
      <PasswordField label="Password" autoComplete="current-password" {...field('password')} />
      <Button type="submit" variant="primary" busy={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}

/** A mistyped password is no fault that an administrator looks up: it needs no id. */
function SignInProblem({ error }: { error: unknown }) {
  const problem = error === null ? null : problemOf(error);
  if (problem?.code !== 'wrong-credentials') return <ProblemBanner error={error} />;
  return (
    <Banner tone="bad" title={problem.message}>
      {problem.next}
    </Banner>
  );
}

type SignInValues = { email: string; password: string };

function signInErrors({ email, password }: SignInValues): FormErrors<SignInValues> {
  return {
    ...(email.trim() === '' && { email: 'Enter the e-mail address you sign in with.' }),
    ...(password === '' && { password: 'Enter your password.' }),
  };
}
