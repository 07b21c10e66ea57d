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
import { places } from '../../places.ts';
import { stepToolsId } from '../../step-card.tsx';
import { change, errorOf } from '../../step-form.ts';
import { namesText } from '../../words.ts';
import type { AwsForm } from '../aws-form.ts';
import { labelsOf, useInScopeText, useOrganization } from '../organization-scope.ts';
import {
  type Organization,
  organizationRulesOf,
  organizationScopeAfter,
  overruledUnits,
  withAccounts,
} from '../organization-units.ts';

/** Which units and accounts are read: all of the organization's, or the chosen ones. */
export function ScopeStep({ form }: { form: AwsForm }) {
  const error = errorOf(form, 'scope');
  const { query, organization } = useOrganization(form, { read: true });
  return (
    <>
      <div id="scope" tabIndex={-1} className="grid gap-2 empty:hidden">
        {error && <FieldError id="scope" error={error} />}
      </div>
      <ScopeSentence scope={form.wizard.values.scope} organization={organization} />
      <Units form={form} query={query} organization={organization} />
    </>
  );
}

function ScopeSentence({ scope, organization }: { scope: Scope; organization: Organization | undefined }) {
  const inScope = useInScopeText(scope, organization);
  return (
    <p className="m-0 text-sm" role="status">
      <b className="font-strong">In scope: {inScope}.</b>{' '}
      <span className="text-ink-2">{meaningOf(scope)}</span>
    </p>
  );
}

function meaningOf({ included, excluded }: Scope): string {
  if (included.length > 0) return 'Only what is included is read. Include the root to widen it again.';
  if (excluded.length > 0) return 'Everything is read but what is excluded.';
  return 'As long as the root alone is included, every account is read. Include units to read only those; exclude units to leave them out. Account IDs can be pasted too.';
}

interface UnitsProps extends ReturnType<typeof useOrganization> {
  form: AwsForm;
}

function Units({ form, query: units, organization }: UnitsProps) {
  const rows = units.data?.units;
  if (rows === undefined && units.error) {
    return (
      <ProblemState
        error={units.error}
        actions={<Button onClick={() => void units.refetch()}>Try again</Button>}
      />
    );
  }
  if (rows === undefined) return <SkeletonRows label="Reading organizational units" rows={6} />;
  if (organization === undefined) return <NoUnits form={form} />;
  return (
    <>
      {units.data?.incomplete && (
        <Banner tone="warn" title="The list of units is not complete">
          The gateway stopped before its end. Units that are missing here can be pasted by their ID.
        </Banner>
      )}
      {organization.unplacedIds.length > 0 && (
        <Banner tone="warn" title="Some units have no place in the tree">
          The gateway named no unit above them. They stand under “Unplaced” and can be chosen like all others.
        </Banner>
      )}
      <Overruled organization={organization} scope={form.wizard.values.scope} />
      <UnitPicker form={form} organization={organization} />
    </>
  );
}

function Overruled({ organization, scope }: { organization: Organization; scope: Scope }) {
  const overruled = overruledUnits(organization, scope);
  if (overruled.length === 0) return null;
  return (
    <Banner tone="warn" title="Excluding wins over including">
      {namesText(overruled.map(({ name }) => `“${name}”`))}: included, but below a unit that is excluded. The
      gateway leaves out everything below an excluded unit.
    </Banner>
  );
}

function UnitPicker(props: { form: AwsForm; organization: Organization }) {
  const { form, organization } = props;
  const { scope } = form.wizard.values;
  const units = useMemo(() => withAccounts(organization.units, scope), [organization, scope]);
  const rules = useMemo(() => organizationRulesOf(scope, organization), [scope, organization]);
  const labels = useMemo(() => labelsOf(organization), [organization]);
  return (
    <div className="-mx-4 -mb-5 border-line border-t">
      <ScopePicker
        units={units}
        rules={rules}
        onRulesChange={(next) => change(form, { scope: organizationScopeAfter(scope, next, organization) })}
        labels={labels}
        name="Scope"
        toolsId={stepToolsId}
        text={form.wizard.values.scopeText ?? null}
        onText={(scopeText) => change(form, { scopeText })}
      />
    </div>
  );
}

function NoUnits({ form }: { form: AwsForm }) {
  return (
    <div className="-mx-4 -mb-5 border-line border-t">
      <EmptyState
        title={`Nothing is known below ${form.wizard.values.rootId.trim()}`}
        actions={
          <Link to={places.step(form.address, 'organization')} className={buttonClass()}>
            Check the root ID
          </Link>
        }
      >
        The gateway listed no units. Is this the root of the tested organization, and may the role list it?
        You can also continue with the whole organization.
      </EmptyState>
    </div>
  );
}
