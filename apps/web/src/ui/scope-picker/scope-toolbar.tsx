import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { Button } from '../button.tsx';
import { Segmented } from '../segmented.tsx';
import { PasteUnitsDialog } from './paste-units-dialog.tsx';
import { formatCount } from './scope-labels.ts';
import type { ScopeChoice } from './scope-rules.ts';
import { unitAt } from './unit-forest.ts';
import type { ScopePickerState } from './use-scope-picker.ts';
import { openAll } from './visible-units.ts';

export type ScopeView = 'tree' | 'text';

interface ScopeToolbarProps {
  picker: ScopePickerState;
  search: RefObject<HTMLInputElement | null>;
  /** Arrow down in the search box goes to the tree. */
  onLeaveDown: () => void;
  view: ScopeView;
  onViewChange: (view: ScopeView) => void;
}

/** Search, what to do with all matches, opening and closing everything, pasting, and the same scope as text. */
export function ScopeToolbar({ picker, search, onLeaveDown, view, onViewChange }: ScopeToolbarProps) {
  const [pasting, setPasting] = useState(false);
  const { forest, labels, searching } = picker;
  return (
    <div className="grid gap-2 border-line border-b p-4">
      <div className="flex flex-wrap items-center gap-2">
        {view === 'text' ? (
          <p className="m-0 min-w-60 flex-1 text-ink-2 text-sm">
            The choices as YAML: to read, to keep elsewhere, or to change and apply.
          </p>
        ) : (
          <>
            <SearchBox picker={picker} search={search} onLeaveDown={onLeaveDown} />
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
          </>
        )}
        <Segmented
          label={`Show ${labels.units} as`}
          value={view}
          onChange={onViewChange}
          options={[
            { value: 'tree', label: forest.flat ? 'List' : 'Tree' },
            { value: 'text', label: 'Text' },
          ]}
        />
      </div>
      {view === 'tree' && searching && picker.matches.length > 0 && <MatchActions picker={picker} />}
      <PasteUnitsDialog open={pasting} onClose={() => setPasting(false)} picker={picker} />
    </div>
  );
}

function SearchBox({
  picker,
  search,
  onLeaveDown,
}: Pick<ScopeToolbarProps, 'picker' | 'search' | 'onLeaveDown'>) {
  const { forest, labels, searching } = picker;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onLeaveDown();
    else if (event.key === 'Escape' && searching) picker.setQuery('');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
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
        {searching ? matchSentence(picker) : `${formatCount(forest.unitCount)} ${labels.units}`}
      </span>
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
  return `${found} in ${formatCount(forest.unitCount)} ${labels.units}`;
}
