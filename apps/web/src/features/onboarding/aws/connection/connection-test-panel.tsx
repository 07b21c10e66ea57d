import PlugZap from 'lucide-react/icons/plug-zap';
import { Link } from 'react-router';
import { Button } from '../../../../ui/actions/button.tsx';
import { Checkbox } from '../../../../ui/fields/checkbox.tsx';
import { FieldError } from '../../../../ui/fields/field.tsx';
import { Banner } from '../../../../ui/status/banner.tsx';
import { LiveRegion } from '../../../../ui/status/live-region.tsx';
import { RefusedRole } from '../../../cloud-setup/organization/refused-role.tsx';
import { places } from '../../places.ts';
import { TestFailure } from '../../test-failure.tsx';
import { errorOf } from '../../wizard/step-form.ts';
import { titleOfStep } from '../../wizard/wizard-steps.ts';
import { TestedAt } from '../../wizard/wizard-summary.tsx';
import { retestOf } from '../aws-edit.ts';
import type { AwsForm } from '../aws-form.ts';
import { reasonOf, type TestStanding } from './organization-test.ts';
import { testOrBlame } from './test-or-blame.ts';

/** The test of the organization's role, which an edit may do without. */
export function ConnectionPanel({ form }: { form: AwsForm }) {
  const { wizard, basis, dispatch } = form;
  const retest = basis && retestOf(wizard, basis);
  return (
    <>
      <ConnectionTestPanel form={form} />
      {retest?.wanted && (
        <Checkbox
          label="Save without a test"
          hint="The gateway takes the values as they are; whether the role lets it in shows at the next run."
          checked={retest.waived}
          onChange={(event) => dispatch({ type: 'test-waived', waived: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** The test of the organization's role: its button, its answer, and why it has to be repeated. */
export function ConnectionTestPanel({ form }: { form: AwsForm }) {
  const { standing } = form.testing;
  return (
    <section aria-labelledby="connection-title" className="grid gap-3 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="grid min-w-48 flex-1 gap-0.5">
          <h3 id="connection-title" className="m-0 flex flex-wrap items-center gap-x-3 font-semibold text-md">
            Connection
            {standing.state === 'passed' && (
              <span className="text-sm">
                <TestedAt at={standing.at} />
              </span>
            )}
          </h3>
          <p className="m-0 text-ink-2 text-sm">{introductionOf(standing, form)}</p>
          <NameFirst form={form} />
        </div>
        <Button
          id="connection"
          icon={<PlugZap size={14} />}
          busy={standing.state === 'asking'}
          aria-describedby="connection-error"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => testOrBlame(form)}
        >
          Test connection
        </Button>
      </div>
      <FieldError id="connection" error={errorOf(form, 'connection') && WHY_NO_FURTHER[standing.state]} />
      {standing.state === 'stale' && (
        <Banner tone="warn" title="The connection has to be tested again">
          {reasonOf(standing.changed)}
        </Banner>
      )}
      {standing.state === 'failed' && <TestFailure problem={standing.problem} />}
      {standing.state === 'failed' && standing.problem.code === 'gateway-or-cloud-refused' && (
        <RefusedRole values={form.wizard.values} detail={standing.problem.detail ?? ''} />
      )}
      <LiveRegion>{SPOKEN[standing.state]}</LiveRegion>
    </section>
  );
}

/** The test is made under the connector’s name, which stands on another step. */
function NameFirst({ form: { problems, address } }: { form: AwsForm }) {
  const name = problems.find(({ field }) => field === 'name');
  if (name === undefined) return null;
  return (
    <p className="m-0 text-sm text-warn">
      The test is made under the connector’s name. {name.message}{' '}
      {/* Takes the focus of the field that is not on this step. */}
      <Link id="name" to={places.step(address, 'basics')} className="text-accent-ink">
        Go to {titleOfStep('aws', 'basics')}
      </Link>
    </p>
  );
}

function introductionOf({ state }: TestStanding, { address }: AwsForm): string {
  const { proven, why } = address.connector === undefined ? NEW : EDITED;
  if (state === 'passed') return `The role could be assumed${proven}.`;
  if (state === 'failed') return 'It failed. See below what to do, then test again.';
  const what = 'The gateway assumes the role in the management account.';
  return state === 'asking' ? what : `${what} ${why}`;
}

const NEW = {
  proven: ': the steps after Organization are open',
  why: 'Continue tests it, too; the steps after Organization open when it has passed.',
};
const EDITED = {
  proven: '',
  why: 'Another name, partition, account, role or external ID is tested before it is saved.',
};

/** Said where the connection is what keeps the connector from being created or saved. */
const WHY_NO_FURTHER: Partial<Record<TestStanding['state'], string>> = {
  untested: 'Test the connection: the next steps open when it has passed.',
  asking: 'The next steps open when the test has passed.',
  failed: 'The next steps open when the test has passed: see below what to do, then test again.',
  stale: 'Something changed since the test: test the connection as it is now.',
};

/** What a screen reader hears; failures and repetitions are said by their banners. */
const SPOKEN: Record<TestStanding['state'], string> = {
  untested: '',
  asking: 'Testing the connection',
  failed: '',
  passed: 'The connection test succeeded',
  stale: '',
};
