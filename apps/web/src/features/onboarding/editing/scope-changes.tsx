import type { Scope } from '@console/console-contract';
import { type NamedUnit, UnitNames } from '../../../shared/connectors/unit-names.tsx';
import { SummaryList } from '../../../ui/layout/summary-list.tsx';

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

function missingIn(here: readonly string[], there: readonly string[]): string[] {
  const known = new Set(here);
  return there.filter((unit) => !known.has(unit));
}
