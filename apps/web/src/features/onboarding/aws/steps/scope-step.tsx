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
import { isEverything, type Scope } from '../../scope-choice.ts';
import { change, errorOf } from '../../step-form.ts';
import { namesText } from '../../words.ts';
import type { AwsForm } from '../aws-form.ts';
import { scopeText } from '../aws-words.ts';
import { useOrganizationalUnits } from '../connection/use-organization-test.ts';
import {
  isAccount,
  type Organization,
  organizationOf,
  organizationRulesOf,
  organizationScopeAfter,
  overruledUnits,
  withAccounts,
} from '../organization-units.ts';

/** Which units and accounts are read: all of the organization's, or the chosen ones. */
export function ScopeStep({ form }: { form: AwsForm }) {
  const { scope } = form.wizard.values;
  const error = errorOf(form, 'scope');
  return (
    <>
      <div id="scope" tabIndex={-1} className="grid gap-2 empty:hidden">
        {error && <FieldError id="scope" error={error} />}
      </div>
      <p className="m-0 text-sm" role="status">
        <b className="font-strong">In scope: {scopeText(scope)}.</b>{' '}
        <span className="text-ink-2">
          {isEverything(scope)
            ? 'Without a choice, every account is read. Include units to read only those; exclude units to leave them out. Account IDs can be pasted too.'
            : 'Only what is included is read. Include the root to widen it again.'}
        </span>
      </p>
      <Units form={form} />
    </>
  );
}

function Units({ form }: { form: AwsForm }) {
  const units = useOrganizationalUnits(form);
  const rows = units.data?.units;
  const { rootId } = form.wizard.values;
  const organization = useMemo(() => organizationOf(rows ?? [], rootId.trim()), [rows, rootId]);
  if (rows === undefined && units.error) {
    return (
      <ProblemState
        error={units.error}
        actions={<Button onClick={() => void units.refetch()}>Try again</Button>}
      />
    );
  }
  if (rows === undefined) return <SkeletonRows label="Reading organizational units" rows={6} />;
  if (rows.length === 0) return <NoUnits form={form} />;
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
  return (
    <div className="-mx-4 -mb-5 border-line border-t">
      <ScopePicker
        units={units}
        rules={rules}
        onRulesChange={(next) => change(form, { scope: organizationScopeAfter(scope, next, organization) })}
        labels={units === organization.units ? LABELS : LABELS_WITH_ACCOUNTS}
        name="Scope"
        text={form.wizard.values.scopeText ?? null}
        onText={(scopeText) => change(form, { scopeText })}
      />
    </div>
  );
}

const LABELS = {
  unit: 'unit',
  units: 'units',
  members: 'units',
  beside: { is: isAccount, one: 'account', many: 'accounts' },
};

const LABELS_WITH_ACCOUNTS = { ...LABELS, members: 'units and accounts' };

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
