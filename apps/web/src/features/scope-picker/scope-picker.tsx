import { Suspense, useDeferredValue, useRef, useState } from 'react';
import { Button } from '../../ui/actions/button.tsx';
import { lazyPart } from '../../ui/layout/lazy-part.ts';
import { Banner } from '../../ui/status/banner.tsx';
import { LiveRegion } from '../../ui/status/live-region.tsx';
import { SkeletonRows } from '../../ui/status/page-states.tsx';
import { useStable } from '../../ui/timing/use-stable.ts';
import { ChosenUnits } from './chosen-units.tsx';
import { ScopeHelp } from './scope-help.tsx';
import { ScopeToolbar, type ScopeView } from './scope-toolbar.tsx';
import { ScopeTree, type ScopeTreeHandle } from './tree/scope-tree.tsx';
import { type ScopePickerProps, useScopePicker } from './use-scope-picker.ts';

/**
 * Chooses units out of a tree or a flat list: inherit, include or exclude for each; excluding wins over including.
 * Fluid at 50,000 units. Rules for units that no longer exist stay in `rules` and are flagged.
 */
export function ScopePicker(props: ScopePickerProps) {
  const picker = useScopePicker(props);
  // What stands beside the tree is drawn a moment later: of a key, the rows come first.
  const deferred = useDeferredValue(picker);
  const tree = useRef<ScopeTreeHandle>(null);
  const focusWanted = useRef(false);
  const search = useRef<HTMLInputElement>(null);
  const [view, setView] = useState<ScopeView>(props.text === null ? 'tree' : 'text');
  const reveal = useStable((id: string) => {
    focusWanted.current = true;
    setView('tree');
    picker.reveal(id);
  });
  return (
    <div className="@container min-w-0">
      <ScopeToolbar
        picker={picker}
        deferred={deferred}
        search={search}
        onSearch={(query) => {
          picker.setQuery(query);
          tree.current?.toTop();
        }}
        onLeaveDown={() => tree.current?.focus()}
        view={view}
        onViewChange={setView}
        toolsId={props.toolsId}
      />
      {view === 'tree' && props.text !== null && <UnappliedText onShow={() => setView('text')} />}
      <div className="grid @3xl:grid-cols-[minmax(0,1fr)_232px] grid-cols-[minmax(0,1fr)]">
        <div className="min-w-0 @3xl:border-line @3xl:border-r">
          {view === 'tree' ? (
            <ScopeTree
              picker={picker}
              name={props.name ?? 'Scope'}
              ref={tree}
              focusWantedRef={focusWanted}
              onSearch={() => search.current?.focus()}
            />
          ) : (
            <Suspense fallback={<SkeletonRows label="Opening the text" rows={4} />}>
              <ScopeText picker={picker} typed={props.text} onTyped={props.onText} />
            </Suspense>
          )}
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-t px-4 py-2.5">
            <span className="font-strong text-sm">In scope: {picker.inScope}</span>
            {view === 'tree' && picker.searching && !picker.forest.flat && (
              <span className="text-ink-2 text-sm">
                A choice covers the whole branch, also what the search hides.
              </span>
            )}
            {picker.note !== '' && <span className="text-sm text-warn">{picker.note}.</span>}
            {view === 'tree' && <ScopeHelp flat={picker.forest.flat} />}
          </div>
        </div>
        <ChosenUnits picker={deferred} onReveal={reveal} />
      </div>
      <LiveRegion>{picker.said}</LiveRegion>
    </div>
  );
}

/** Nothing typed is dropped by looking at the tree. */
function UnappliedText({ onShow }: { onShow: () => void }) {
  return (
    <div className="border-line border-b p-4">
      <Banner
        tone="warn"
        title="The text holds changes that are not applied"
        action={
          <Button size="sm" onClick={onShow}>
            Show the text
          </Button>
        }
      />
    </div>
  );
}

const ScopeText = lazyPart(async () => (await import('./text/scope-text.tsx')).ScopeText);
