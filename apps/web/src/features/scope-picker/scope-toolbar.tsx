import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, memo, type RefObject, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../ui/actions/button.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { wordOf } from './choice-control.tsx';
import { PasteUnitsDialog } from './paste/paste-units-dialog.tsx';
import type { ScopeChoice } from './rules/scope-rules.ts';
import { capital } from './scope-labels.ts';
import { unitAt } from './tree/unit-forest.ts';
import { openAll } from './tree/visible-units.ts';
import type { ScopePickerState } from './use-scope-picker.ts';

export type ScopeView = 'tree' | 'text';

interface ScopeToolbarProps {
  picker: ScopePickerState;
  /** The same a moment later, for what is not typed into. */
  deferred: ScopePickerState;
  search: RefObject<HTMLInputElement | null>;
  onSearch: (query: string) => void;
  /** Arrow down in the search box goes to the tree. */
  onLeaveDown: () => void;
  view: ScopeView;
  onViewChange: (view: ScopeView) => void;
  /** The element that takes the switch between tree and text; without one it stands beside the search. */
  toolsId?: string | undefined;
}

/**
 * Search, what to do with all matches, opening and closing everything, pasting, and the same scope as text. Nothing here
 * moves while the user types: what does not apply is barred in its place.
 */
export function ScopeToolbar({
  picker,
  deferred,
  search,
  onSearch,
  onLeaveDown,
  view,
  onViewChange,
  toolsId,
}: ScopeToolbarProps) {
  return (
    <div className="grid gap-2 border-line border-b p-4">
      <div className="flex flex-wrap items-center gap-2">
        {view === 'text' ? (
          <p className="m-0 min-w-60 flex-1 text-ink-2 text-sm">
            The choices as YAML: to read, to keep elsewhere, or to change and apply.
          </p>
        ) : (
          <SearchBox picker={picker} search={search} onSearch={onSearch} onLeaveDown={onLeaveDown} />
        )}
        <PasteUnits picker={deferred} offered={view === 'tree'} />
        <ViewSwitch picker={deferred} view={view} onViewChange={onViewChange} toolsId={toolsId} />
      </div>
      {view === 'tree' && <BranchActions picker={deferred} />}
    </div>
  );
}

type ViewSwitchProps = Pick<ScopeToolbarProps, 'picker' | 'view' | 'onViewChange' | 'toolsId'>;

const ViewSwitch = memo(function ViewSwitch({ picker, view, onViewChange, toolsId }: ViewSwitchProps) {
  const slot = useElement(toolsId);
  const { forest, labels } = picker;
  const toggle = (
    <Segmented
      label={`Show ${labels.units} as`}
      value={view}
      onChange={onViewChange}
      options={[
        { value: 'tree', label: forest.flat ? 'List' : 'Tree' },
        { value: 'text', label: 'Text' },
      ]}
    />
  );
  return slot ? createPortal(toggle, slot) : toggle;
});

/** An element beside the picker. Where both are drawn at once it is found when they stand: a store is read again then. */
function useElement(id: string | undefined): HTMLElement | null {
  return useSyncExternalStore(noUpdates, () => (id === undefined ? null : document.getElementById(id)));
}

const noUpdates = () => () => {};

function SearchBox({
  picker,
  search,
  onSearch,
  onLeaveDown,
}: Pick<ScopeToolbarProps, 'picker' | 'search' | 'onSearch' | 'onLeaveDown'>) {
  const { forest, labels, searching } = picker;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onLeaveDown();
    else if (event.key === 'Escape' && searching) onSearch('');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <div className="flex h-8 min-w-60 flex-1 items-center gap-2 rounded-md border border-control bg-surface px-2.5 [contain:size_layout] focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1">
      <Search size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
      <input
        ref={search}
        type="search"
        aria-label={`Search ${labels.units}`}
        placeholder={`Search ${labels.units} by name or id`}
        autoComplete="off"
        spellCheck={false}
        value={picker.query}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="min-w-0 flex-1 border-0 bg-transparent p-0 outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      <span role="status" className="whitespace-nowrap text-ink-3 text-sm">
        {searching ? matchSentence(picker) : `${numberText(forest.unitCount)} ${labels.units}`}
      </span>
    </div>
  );
}

interface PasteUnitsProps {
  picker: ScopePickerState;
  /** Where it is not offered, what was typed into it is kept all the same. */
  offered: boolean;
}

const PasteUnits = memo(function PasteUnits({ picker, offered }: PasteUnitsProps) {
  const [pasting, setPasting] = useState(false);
  return (
    <>
      {offered && (
        <Button icon={<ClipboardPaste size={14} />} onClick={() => setPasting(true)}>
          Paste ids
        </Button>
      )}
      <PasteUnitsDialog open={pasting} onClose={() => setPasting(false)} picker={picker} />
    </>
  );
});

/** One line whether the user searches or not, so that the tree stays where it is. */
const BranchActions = memo(function BranchActions({ picker }: { picker: ScopePickerState }) {
  const { forest, searching, matches } = picker;
  const barred = searching ? 'The search opens what it finds.' : undefined;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-2 text-ink-3 text-sm">
      <div className="flex min-w-40 flex-1 flex-wrap items-center gap-1.5">
        {searching && matches.length > 0 ? (
          <MatchActions picker={picker} />
        ) : (
          !forest.flat && 'A choice covers the whole branch.'
        )}
      </div>
      {!forest.flat && (
        <>
          <Button
            size="sm"
            variant="quiet"
            disabledReason={barred}
            onClick={() => picker.setOpened(openAll(forest))}
          >
            Open all
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabledReason={barred}
            onClick={() => picker.setOpened(new Set())}
          >
            Close all
          </Button>
        </>
      )}
    </div>
  );
});

function MatchActions({ picker }: { picker: ScopePickerState }) {
  const { matches, forest } = picker;
  const what = matches.length === 1 ? 'the match' : `all ${numberText(matches.length)} matches`;
  const chooseAll = (choice: ScopeChoice) =>
    picker.chooseMany(
      Array.from(matches, (index) => unitAt(forest, index).id),
      choice,
    );
  return (
    <>
      <span className="@max-lg:hidden">{capital(what)}:</span>
      <span className="@lg:hidden">All:</span>
      {(['include', 'exclude', 'inherit'] as const).map((choice) => (
        <Button
          key={choice}
          size="sm"
          aria-label={`${capital(wordOf(choice, forest.flat))} ${what}`}
          title={forest.flat ? undefined : 'A choice covers the whole branch, also what the search hides.'}
          onClick={() => chooseAll(choice)}
        >
          {capital(wordOf(choice, forest.flat))}
        </Button>
      ))}
    </>
  );
}

function matchSentence({ matches, forest, labels }: ScopePickerState): string {
  const found = matches.length === 1 ? '1 match' : `${numberText(matches.length)} matches`;
  return `${found} in ${numberText(forest.unitCount)} ${labels.units}`;
}
