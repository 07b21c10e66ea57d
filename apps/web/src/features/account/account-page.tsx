import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { usePage } from '../../shared/page/use-page.ts';
import { usePerson } from '../../shared/session/signed-in.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Breadcrumbs, PageHeader } from '../../ui/layout/page-header.tsx';
import { OwnSessionsCard } from './own-sessions-card.tsx';
import { PasswordForm } from './password-form.tsx';

/** What users change of their own: the password, and where they are signed in. */
export function AccountPage() {
  const person = usePerson();
  usePage('Account');
  return (
    <>
      <PageHeader
        title="Account"
        note={
          <>
            <bdi>{person.name}</bdi> · <bdi>{person.email}</bdi> · {person.role}
          </>
        }
        breadcrumbs={
          <Breadcrumbs>
            <Link to={paths.home}>Connectors</Link>
            <span aria-current="page">Account</span>
          </Breadcrumbs>
        }
      />
      <Card title="Password">
        <PasswordForm />
      </Card>
      <OwnSessionsCard />
    </>
  );
}
