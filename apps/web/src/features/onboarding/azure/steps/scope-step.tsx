import type { Scope } from '@console/console-contract';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { ProblemState } from '../../../../shared/problem-banner.tsx';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { buttonClass } from '../../../../ui/button-class.ts';
import { FieldError } from '../../../../ui/field.tsx';
import { EmptyState, SkeletonRows } from '../../../../ui/page-states.tsx';
import { ScopePicker } from '../../../../ui/scope-picker/scope-picker.tsx';
import type { ScopeUnit } from '../../../../ui/scope-picker/unit-forest.ts';
import { places } from '../../places.ts';
import { rulesOf, scopeAfter } from '../../scope-choice.ts';
import { stepToolsId } from '../../step-card.tsx';
import { change, errorOf } from '../../step-form.ts';
import type { AzureForm } from '../azure-form.ts';
import { isScopeDoubtful } from '../azure-state.ts';
import { scopeText } from '../azure-words.ts';
import { wholeTenant } from '../scope-choice.ts';
import { groupLabels, useInScopeText, useTenantGroups } from '../tenant-scope.ts';

/** Which management groups are read: all of the tenant's, or the chosen ones. */
export function ScopeStep({ form }: { form: AzureForm }) {
  const { wizard } = form;
  const { query, units } = useTenantGroups(form, { read: true });
  return (
    <>
      <div id="scope" tabIndex={-1} className="grid gap-2 empty:hidden">
        {isScopeDoubtful(wizard) && <DoubtfulScope form={form} />}
        <FieldError id="scope" error={errorOf(form, 'scope')} />
      </div>
      <ScopeSentence scope={wizard.values.scope} units={units} />
      <Groups form={form} query={query} units={units} />
    </>
  );
}

type Groups = ReturnType<typeof useTenantGroups>;

function ScopeSentence({ scope, units }: { scope: Scope; units: Groups['units'] }) {
  const inScope = useInScopeText(scope, units);
  return (
    <p className="m-0 text-sm" role="status">
      <b className="font-strong">In scope: {inScope}.</b>{' '}
      <span className="text-ink-2">{meaningOf(scope)}</span>
    </p>
  );
}

function meaningOf({ included, excluded }: Scope): string {
  if (included.length > 0) return 'Only what is included is read. Include “Whole tenant” to widen it again.';
  if (excluded.length > 0) return 'Everything is read but what is excluded.';
  return 'As long as the whole tenant alone is included, every management group is read. Include groups to read only those; exclude groups to leave them out.';
}

function Groups({ form, query: groups, units }: Groups & { form: AzureForm }) {
  const names = groups.data?.groups;
  if (names === undefined && groups.error) {
    return (
      <ProblemState
        error={groups.error}
        actions={<Button onClick={() => void groups.refetch()}>Try again</Button>}
      />
    );
  }
  if (names === undefined && groups.isFetching)
    return <SkeletonRows label="Reading management groups" rows={6} />;
  if (units === undefined) return <GroupsUnknown form={form} />;
  return (
    <>
      {groups.data?.incomplete && (
        <Banner tone="warn" title="The list of groups is not complete">
          The gateway stopped before its end. Groups that are missing here can be pasted by name.
        </Banner>
      )}
      {form.testing.standing.state === 'untested' && (
        <p className="m-0 text-ink-3 text-sm">
          These groups were read by an earlier test. <NewerGroups form={form} />
        </p>
      )}
      <GroupPicker form={form} units={units} />
    </>
  );
}

/** An edit shows its connection test to whoever has entered the secret. */
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

function GroupPicker({ form, units }: { form: AzureForm; units: readonly ScopeUnit[] }) {
  const { scope } = form.wizard.values;
  const rules = useMemo(() => rulesOf(scope, wholeTenant), [scope]);
  return (
    <div className="-mx-4 -mb-5 border-line border-t">
      <ScopePicker
        units={units}
        rules={rules}
        onRulesChange={(next) => change(form, { scope: scopeAfter(scope, next, wholeTenant) })}
        labels={groupLabels}
        name="Scope"
        toolsId={stepToolsId}
        text={form.wizard.values.scopeText ?? null}
        onText={(scopeText) => change(form, { scopeText })}
      />
    </div>
  );
}

function GroupsUnknown({ form }: { form: AzureForm }) {
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

function DoubtfulScope({ form }: { form: AzureForm }) {
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
