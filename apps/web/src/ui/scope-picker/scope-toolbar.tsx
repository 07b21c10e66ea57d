import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { Button } from '../button.tsx';
import { PasteUnitsDialog } from './paste-units-dialog.tsx';
import { formatCount } from './scope-labels.ts';
import type { ScopeChoice } from './scope-rules.ts';
import { type UnitForest, unitAt } from './unit-forest.ts';
import type { ScopePickerState } from './use-scope-picker.ts';
import { openAll } from './visible-units.ts';

interface ScopeToolbarProps {
  picker: ScopePickerState;
  search: RefObject<HTMLInputElement | null>;
  /** Arrow down in the search box goes to the tree. */
  onLeaveDown: () => void;
}

/** Search, what to do with all matches, opening and closing everything, and pasting. */
export function ScopeToolbar({ picker, search, onLeaveDown }: ScopeToolbarProps) {
  const [pasting, setPasting] = useState(false);
  const { forest, labels, searching } = picker;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onLeaveDown();
    else if (event.key === 'Escape' && searching) picker.setQuery('');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <div className="grid gap-2 border-line border-b p-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="flex h-8 min-w-60 flex-1 items-center gap-2 rounded-md border border-control bg-surface px-2.5 focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1">
          <Search size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
          <input
            ref={search}
            type="search"
            aria-label={`Search ${labels.units}`}
            placeholder={`Search ${labels.units} by name or id`}
            autoComplete="off"
            spellCheck={false}
            value={picker.query}
            onChange={(event) => picker.setQuery(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            className="min-w-0 flex-1 border-0 bg-transparent p-0 outline-none [&::-webkit-search-cancel-button]:hidden"
          />
          <span role="status" className="whitespace-nowrap text-ink-3 text-sm">
            {searching ? matchSentence(picker) : `${formatCount(countUnits(forest))} ${labels.units}`}
          </span>
        </div>
        {!forest.flat && !searching && (
          <>
            <Button variant="quiet" onClick={() => picker.setOpened(openAll(forest))}>
              Open all
            </Button>
            <Button variant="quiet" onClick={() => picker.setOpened(new Set())}>
              Close all
            </Button>
          </>
        )}
        <Button icon={<ClipboardPaste size={14} />} onClick={() => setPasting(true)}>
          Paste ids
        </Button>
      </div>
      {searching && picker.matches.length > 0 && <MatchActions picker={picker} />}
      <PasteUnitsDialog open={pasting} onClose={() => setPasting(false)} picker={picker} />
    </div>
  );
}

function MatchActions({ picker }: { picker: ScopePickerState }) {
  const count = formatCount(picker.matches.length);
  const noun = picker.matches.length === 1 ? 'match' : `${count} matches`;
  const all = picker.matches.length === 1 ? 'the' : 'all';
  const chooseAll = (choice: ScopeChoice) =>
    picker.chooseMany(
      picker.matches.map((index) => unitAt(picker.forest, index).id),
      choice,
    );
  return (
    <div className="flex flex-wrap items-center gap-2 text-ink-3 text-sm">
      <Button size="sm" onClick={() => chooseAll('include')}>
        Include {all} {noun}
      </Button>
      <Button size="sm" onClick={() => chooseAll('exclude')}>
        Exclude {all} {noun}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => chooseAll('inherit')}>
        Clear {all} {noun}
      </Button>
      {!picker.forest.flat && <span>A choice covers the whole branch, also what the search hides.</span>}
    </div>
  );
}

function matchSentence({ matches, forest, labels }: ScopePickerState): string {
  const found = matches.length === 1 ? '1 match' : `${formatCount(matches.length)} matches`;
  return `${found} in ${formatCount(countUnits(forest))} ${labels.units}`;
}

/** A row that stands for all of them, such as a whole tenant, weighs nothing and is none of them. */
function countUnits({ units, weights, countsMembers }: UnitForest): number {
  return countsMembers ? weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0) : units.length;
}
