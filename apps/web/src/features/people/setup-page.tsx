import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { problemOf } from '../../shared/console/console-problem.ts';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { useFirstFocus } from '../../shared/page/use-first-focus.ts';
import { useForm } from '../../shared/page/use-form.ts';
import { usePage } from '../../shared/page/use-page.ts';
import { newPasswordHint } from '../../shared/session/new-password.ts';
import { noteSessionBegun } from '../../shared/session/signed-out.ts';
import { Button } from '../../ui/actions/button.tsx';
import { buttonClass } from '../../ui/actions/button-class.ts';
import { PasswordField } from '../../ui/fields/password-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { peopleQueries, setUpMutation } from './queries.ts';
import { setupErrors } from './setup-fields.ts';
import { takeSetupToken } from './setup-token.ts';

/** First run: creates the first administrator with the one-time link that the console printed. */
export function SetupPage() {
  usePage('Set up');
  const [token] = useState(takeSetupToken);
  const setup = useQuery(peopleQueries.setup());
  return (
    <Card>
      <div className="grid gap-4">
        <PageHeader title="Set up the console" />
        {setup.data?.open === false ? (
          <SetupDone />
        ) : token === null ? (
          <LinkMissing />
        ) : (
          <FirstAdministrator token={token} />
        )}
      </div>
    </Card>
  );
}

function SetupDone() {
  return (
    <>
      <p className="m-0 text-ink-2">An administrator exists already, so the set-up is closed for good.</p>
      <Link to={paths.signIn()} className={buttonClass('primary')}>
        Go to sign in
      </Link>
    </>
  );
}

function LinkMissing() {
  return (
    <Banner tone="info" title="Open the one-time link">
      The console printed it in its terminal when it started for the first time, and keeps it in the file{' '}
      <code className="font-mono">setup-link</code> of its data directory. Only who can read those may create
      the first administrator.
    </Banner>
  );
}

function FirstAdministrator({ token }: { token: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const setUp = useMutation({
    ...setUpMutation,
    onSuccess: () => {
      noteSessionBegun();
      queryClient.clear();
      void navigate(paths.home, { replace: true });
    },
  });
  const { field, submit } = useForm(
    {
      initial: { name: '', email: '', password: '' },
      validate: setupErrors,
      onSubmit: ({ name, email, password }) => setUp.mutate({ token, name, email: email.trim(), password }),
    },
    setUp.error ? problemOf(setUp.error).fields : undefined,
  );
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <p className="m-0 text-ink-2">
        You are creating the first administrator of this console: the one who connects workspaces and lets
        others in. The link works once.
      </p>
      <ProblemBanner error={setUp.error} />
      <TextField ref={useFirstFocus()} label="Name" autoComplete="name" {...field('name')} />
      <TextField label="E-mail" type="email" autoComplete="username" {...field('email')} />
      <PasswordField
        label="Password"
        hint={newPasswordHint}
        autoComplete="new-password"
        {...field('password')}
      />
      <Button type="submit" variant="primary" busy={setUp.isPending}>
        Create administrator
      </Button>
    </form>
  );
}
