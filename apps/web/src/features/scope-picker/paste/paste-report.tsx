import type { ReactNode } from 'react';
import { Banner } from '../../../ui/status/banner.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import type { ScopeLabels } from '../scope-labels.ts';
import { namesAbove, type UnitForest } from '../tree/unit-forest.ts';
import type { PastedUnits } from './pasted-units.ts';

interface PasteReportProps {
  /** What was added a moment ago: “3 included; this is left. ” */
  added: string;
  pasted: PastedUnits;
  forest: UnitForest;
  labels: ScopeLabels;
}

/** What of a pasted list is known, what is flagged, and what stays in the box because it cannot be taken as it stands. */
export function PasteReport({ added, pasted, forest, labels }: PasteReportProps) {
  const { unknown, ambiguous, refused } = pasted;
  return (
    <div className="grid gap-2">
      <div role="status" className="text-ink-2 text-sm">
        {added}
        {countsOf(pasted, labels)}
      </div>
      {unknown.length > 0 && (
        <Banner tone="warn" title={`No ${labels.unit} with this id or name is known`}>
          {firstFew(unknown.map((entry) => `“${entry}”`)).join(', ')}. They are kept in the scope and flagged;
          remove them there if they are mistyped.
        </Banner>
      )}
      {ambiguous.length > 0 && (
        <Banner tone="warn" title="Names that stand for more than one">
          They are not added and stay in the box. Write the id of the one you mean instead:
          <Lines
            entries={ambiguous.map(({ name, ids }) => (
              <>
                {name}: {firstFew(ids.map((id) => whereIs(forest, id))).join(', ')}
              </>
            ))}
          />
        </Banner>
      )}
      {refused.length > 0 && (
        <Banner tone="warn" title="These cannot be taken">
          They are not added and stay in the box.
          <Lines entries={refused.map(({ message }) => message)} />
        </Banner>
      )}
    </div>
  );
}

/** “3 found, 1 unknown, 2 accounts, 1 ambiguous” */
function countsOf({ found, beside, unknown, ambiguous, refused }: PastedUnits, labels: ScopeLabels): string {
  const accounts = beside.length === 1 ? labels.beside?.one : labels.beside?.many;
  return [
    `${numberText(found.length)} found`,
    `${numberText(unknown.length)} unknown`,
    ...(beside.length > 0 ? [`${numberText(beside.length)} ${accounts}`] : []),
    ...(ambiguous.length > 0 ? [`${numberText(ambiguous.length)} ambiguous`] : []),
    ...(refused.length > 0 ? [`${numberText(refused.length)} that cannot be taken`] : []),
  ].join(', ');
}

/** “ou-a1b2-12345678 (Root / Workloads)” */
function whereIs(forest: UnitForest, id: string): string {
  const above = namesAbove(forest, forest.indexOf.get(id) ?? -1);
  return above.length === 0 ? id : `${id} (${above.join(' / ')})`;
}

function Lines({ entries }: { entries: readonly ReactNode[] }) {
  return (
    <ul className="wrap-anywhere m-0 grid list-disc gap-0.5 pl-5">
      {firstFew(entries).map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and none is ever moved
        <li key={at}>{entry}</li>
      ))}
    </ul>
  );
}

const MOST_SHOWN = 5;

function firstFew<Entry>(entries: readonly Entry[]): (Entry | string)[] {
  const more = entries.length - MOST_SHOWN;
  return more > 0 ? [...entries.slice(0, MOST_SHOWN), `and ${numberText(more)} more`] : [...entries];
}
