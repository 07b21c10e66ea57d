/** What the choice of a tenant's groups has around its picker. */
import { Link } from 'react-router';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { Banner } from '../../../ui/status/banner.tsx';
import { EmptyState } from '../../../ui/status/page-states.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import { places } from '../places.ts';
import type { ScopeSource } from '../scope/scope-source.ts';
import { change } from '../wizard/step-form.ts';
import { firstDozen } from '../words.ts';
import type { AzureForm } from './azure-form.ts';
import { scopeText } from './azure-words.ts';

export function TenantNotices({ form, source }: { form: AzureForm; source: ScopeSource }) {
  return (
    <>
      {source.isIncomplete && (
        <Banner tone="warn" title="The list of groups is not complete">
          The gateway stopped before its end. Groups that are missing here can be pasted by name.
        </Banner>
      )}
      <Alike source={source} />
      {form.testing.standing.state === 'untested' && (
        <p className="m-0 text-ink-3 text-sm">
          These groups were read by an earlier test. <NewerGroups form={form} />
        </p>
      )}
    </>
  );
}

/** Only names are sent: the gateway decides which of them is meant, if not all. */
function Alike({ source: { tree } }: { source: ScopeSource }) {
  const alike = tree?.units.filter(({ members = 0 }) => members > 1) ?? [];
  if (alike.length === 0) return null;
  const names = alike.map(({ name, members = 0 }) => `“${name}” (${numberText(members)})`);
  return (
    <Banner tone="warn" title="Several groups have the same name">
      {firstDozen(names)}. The gateway knows groups by their names alone, so each such row stands for all
      groups of its name. To choose only one of them, give it a name of its own in Azure and test the
      connection again.
    </Banner>
  );
}

/** An edit shows its connection test once the secret is entered. */
function NewerGroups({ form: { address } }: { form: AzureForm }) {
  if (address.connector === undefined) return 'Test the connection again to see newer ones.';
  return (
    <>
      To see newer ones,{' '}
      <Link to={places.step(address, 'tenant')} className="text-accent-ink">
        enter the secret on the step Tenant
      </Link>{' '}
      and test the connection there. A newer group can also be pasted by its name.
    </>
  );
}

export function GroupsUnknown({ form }: { form: AzureForm }) {
  const { state } = form.testing.standing;
  const tested = state === 'passed';
  return (
    <div className="-mx-4 -mb-5 border-line border-t">
      <EmptyState
        title={tested ? 'The tenant shows no management groups' : 'The tenant’s groups are not known yet'}
        actions={
          <Link to={places.step(form.address, 'tenant')} className={buttonClass()}>
            Go to the connection test
          </Link>
        }
      >
        {tested
          ? 'The application may read none, or the tenant has none. Give it the role Reader at the tenant’s root group and test again, or continue with the whole tenant.'
          : WAITING[state]}
      </EmptyState>
    </div>
  );
}

const BEFORE =
  'The connection test makes the gateway read them. You can also continue with the whole tenant.';
const DURING =
  'The connection test is still reading them. You can wait there, or continue with the whole tenant.';
const WAITING = {
  untested: BEFORE,
  asking: DURING,
  running: DURING,
  'left-alone': DURING,
  failed: 'The connection test failed. Its reason stands at the test.',
} as const;

export function DoubtfulScope({ form }: { form: AzureForm }) {
  return (
    <Banner
      tone="warn"
      title="These groups were chosen for another tenant or application"
      action={
        <>
          <Button size="sm" onClick={() => form.dispatch({ type: 'scope-kept' })}>
            Keep them
          </Button>
          <Button size="sm" onClick={() => change(form, { scope: { included: [], excluded: [] } })}>
            Begin again
          </Button>
        </>
      }
    >
      They are kept: {scopeText(form.wizard.values.scope)}. Names that the new tenant does not have are
      flagged below.
    </Banner>
  );
}
