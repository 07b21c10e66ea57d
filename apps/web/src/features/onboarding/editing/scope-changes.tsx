import type { Scope } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { toldUnits } from '../../../shared/told-units.ts';
import { type NamedUnit, UnitNames } from '../../../shared/unit-names.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { AwsForm } from '../aws/aws-form.ts';
import { namedIn, useOrganization } from '../aws/organization-scope.ts';
import { onboardingQueries } from '../queries.ts';

/** What ids are called. */
export type Naming = (ids: readonly string[]) => NamedUnit[];

/** What an edit adds to the scope and takes out of it, each unit by its name; all of it where the scope was not known. */
export function ScopeChanges({
  before,
  after,
  named,
}: {
  before: Scope | null;
  after: Scope;
  named: Naming;
}) {
  const was = before ?? { included: [], excluded: [] };
  const lists = [
    { label: before ? 'Adds' : 'Includes', ids: missingIn(was.included, after.included) },
    { label: 'Removes', ids: missingIn(after.included, was.included) },
    { label: before ? 'Leaves out' : 'Excludes', ids: missingIn(was.excluded, after.excluded) },
    { label: 'No longer leaves out', ids: missingIn(after.excluded, was.excluded) },
  ];
  const items = lists
    .filter(({ ids }) => ids.length > 0)
    .map(({ label, ids }) => ({ label, value: <UnitNames units={named(ids)} /> }));
  if (items.length === 0) return null;
  return (
    <section
      aria-label="Changes of the scope"
      className="grid gap-2 [&_dl]:sm:grid-cols-[152px_minmax(0,1fr)]"
    >
      <h3 className="m-0 font-semibold text-md">Scope</h3>
      <SummaryList items={items} />
    </section>
  );
}

/** A whole scope, each unit by its name. */
export function NamedScope({ scope, named }: { scope: Scope; named: Naming }) {
  const { included, excluded } = scope;
  return (
    <div className="grid gap-1">
      {included.length === 0 ? 'Everything' : <UnitNames units={named(included)} />}
      {excluded.length > 0 && (
        <>
          <span className="text-ink-3">except</span>
          <UnitNames units={named(excluded)} />
        </>
      )}
    </div>
  );
}

export function ScopeOfUnits({ form, scope }: { form: AwsForm; scope: Scope }) {
  return <NamedScope scope={scope} named={useUnitNaming(form)} />;
}

/** From the tree where this visit has read it, else from what the console read of it earlier. */
export function useUnitNaming(form: AwsForm): Naming {
  const { workspace, connector } = form.address;
  const { organization } = useOrganization(form, { read: false });
  const told = useQuery({
    ...onboardingQueries.awsScope(workspace, connector ?? ''),
    enabled: connector !== undefined,
  });
  return (ids) =>
    organization === undefined ? toldUnits(ids, told.data?.units ?? []) : namedIn(organization, ids);
}

/** A tenant's groups are known by their names alone. */
export function groupsNamed(names: readonly string[]): NamedUnit[] {
  return names.map((name) => ({ id: name, name, above: [] }));
}

function missingIn(here: readonly string[], there: readonly string[]): string[] {
  const known = new Set(here);
  return there.filter((unit) => !known.has(unit));
}
