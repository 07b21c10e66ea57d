/** What the choice of an organization's units has around its picker. */
import type { Scope } from '@console/console-contract';
import { Link } from 'react-router';
import { UnitNames } from '../../../shared/connectors/unit-names.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { Banner } from '../../../ui/status/banner.tsx';
import { EmptyState } from '../../../ui/status/page-states.tsx';
import { places } from '../places.ts';
import type { ScopeSource } from '../scope/scope-source.ts';
import { namesText } from '../words.ts';
import type { AwsForm } from './aws-form.ts';
import { namedIn, useOrganization } from './organization-scope.ts';
import { type Organization, overruledUnits } from './organization-units.ts';

export function OrganizationNotices({ form, source }: { form: AwsForm; source: ScopeSource }) {
  const { organization } = useOrganization(form, { read: false });
  return (
    <>
      {source.isIncomplete && (
        <Banner tone="warn" title="The list of units is not complete">
          The gateway stopped before its end. Units that are missing here can be pasted by their ID.
        </Banner>
      )}
      {organization && organization.unplacedIds.length > 0 && (
        <Banner tone="warn" title="Some units have no place in the tree">
          The gateway named no unit above them, or one that could be either of two. They stand under
          “Unplaced” and can be chosen like all others. Including or excluding the unit that they really lie
          in counts for them too, though the tree cannot show it.
        </Banner>
      )}
      {organization && <Overruled organization={organization} scope={form.wizard.values.scope} />}
    </>
  );
}

function Overruled({ organization, scope }: { organization: Organization; scope: Scope }) {
  const overruled = overruledUnits(organization, scope);
  if (overruled.length === 0) return null;
  return (
    <Banner tone="warn" title="Excluding wins over including">
      {namesText(overruled.map(({ name }) => name))}: included, but below a unit that is excluded. The gateway
      leaves out everything below an excluded unit.
    </Banner>
  );
}

export function NoUnits({ form }: { form: AwsForm }) {
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

export function unitNames(ids: readonly string[], { tree }: ScopeSource) {
  return <UnitNames units={namedIn(tree, ids)} />;
}
