import { useRef } from 'react';
import { LiveRegion } from '../live-region.tsx';
import { ChosenUnits } from './chosen-units.tsx';
import { ScopeHelp } from './scope-help.tsx';
import { countedNoun, countSentence } from './scope-labels.ts';
import { scopeCount } from './scope-rules.ts';
import { ScopeToolbar } from './scope-toolbar.tsx';
import { ScopeTree, type ScopeTreeHandle } from './scope-tree.tsx';
import { type ScopePickerProps, useScopePicker } from './use-scope-picker.ts';

/**
 * Chooses units out of a tree or a flat list: inherit, include or exclude for each, the nearest rule upwards decides.
 * Fluid at 50,000 units. Rules for units that no longer exist stay in `rules` and are flagged.
 */
export function ScopePicker(props: ScopePickerProps) {
  const picker = useScopePicker(props);
  const tree = useRef<ScopeTreeHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const noun = countedNoun(props.labels, picker.forest.countsMembers);
  return (
    <div className="@container min-w-0">
      <ScopeToolbar picker={picker} search={search} onLeaveDown={() => tree.current?.focus()} />
      <div className="grid @3xl:grid-cols-[minmax(0,1fr)_232px] grid-cols-[minmax(0,1fr)]">
        <div className="min-w-0 @3xl:border-line @3xl:border-r">
          <ScopeTree
            picker={picker}
            name={props.name ?? 'Scope'}
            ref={tree}
            onSearch={() => search.current?.focus()}
          />
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-t px-4 py-2.5">
            <span className="font-strong text-sm">
              {countSentence(scopeCount(picker.scope), noun)} in scope
            </span>
            <ScopeHelp flat={picker.forest.flat} />
          </div>
        </div>
        <ChosenUnits
          picker={picker}
          onReveal={(id) => {
            picker.reveal(id);
            tree.current?.focusSoon();
          }}
        />
      </div>
      <LiveRegion>{picker.said}</LiveRegion>
    </div>
  );
}
