import clsx from 'clsx';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import { memo } from 'react';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { missingUnits, type ScopeRule } from './rules/scope-rules.ts';
import { namesAbove } from './tree/unit-forest.ts';
import type { ScopePickerState } from './use-scope-picker.ts';

interface ChosenUnitsProps {
  picker: ScopePickerState;
  onReveal: (id: string) => void;
}

/** Every rule beside the tree: where it is, taking it back, and those whose unit no longer exists. */
export const ChosenUnits = memo(function ChosenUnits({ picker, onReveal }: ChosenUnitsProps) {
  const { scope, forest, labels } = picker;
  const missing = missingUnits(forest, scope.rules);
  const ids = (rule: ScopeRule) => [...scope.rules.keys()].filter((id) => scope.rules.get(id) === rule);
  return (
    <section
      aria-label="Chosen"
      className="grid min-w-0 content-start gap-3 p-4 @max-3xl:border-line @max-3xl:border-t"
    >
      <h3 tabIndex={-1} className="m-0 font-semibold text-md">
        Chosen
      </h3>
      {scope.rules.size === 0 && (
        <p className="m-0 text-ink-3 text-sm">
          Nothing yet: no {labels.unit} is in scope until one is included.
        </p>
      )}
      {missing.length > 0 && (
        <Banner tone="warn" title={`${numberText(missing.length)} not in the tree that was read`}>
          Kept in the scope all the same: new, gone or mistyped. Remove what does not belong there.
        </Banner>
      )}
      <RuleGroup
        title="Included"
        ids={ids('include')}
        missing={missing}
        picker={picker}
        onReveal={onReveal}
      />
      <RuleGroup
        title="Excluded"
        ids={ids('exclude')}
        missing={missing}
        picker={picker}
        onReveal={onReveal}
      />
    </section>
  );
});

interface RuleGroupProps extends ChosenUnitsProps {
  title: string;
  ids: readonly string[];
  missing: readonly string[];
}

/** More rows than this are no help; the search finds the rest. */
const MOST_SHOWN = 200;

function RuleGroup({ title, ids, missing, picker, onReveal }: RuleGroupProps) {
  if (ids.length === 0) return null;
  const gone = new Set(missing);
  const flaggedFirst = [...ids.filter((id) => gone.has(id)), ...ids.filter((id) => !gone.has(id))];
  return (
    <div className="grid gap-1">
      <h4 className="m-0 font-strong text-ink-3 text-xs">
        {title} ({numberText(ids.length)})
      </h4>
      <ul className="m-0 grid max-h-56 list-none gap-0.5 overflow-auto p-0">
        {flaggedFirst.slice(0, MOST_SHOWN).map((id) => {
          const index = picker.forest.indexOf.get(id) ?? -1;
          const name = picker.forest.units[index]?.name ?? id;
          const above = index === -1 ? '' : namesAbove(picker.forest, index).join(' / ');
          return (
            <li key={id} className="flex min-h-6 min-w-0 items-center gap-1.5 text-sm">
              {gone.has(id) ? (
                <MissingName id={id} />
              ) : (
                <button
                  type="button"
                  title={`Show ${above === '' ? name : `${above} / ${name}`} in the tree`}
                  className="min-h-6 min-w-0 flex-1 truncate rounded-sm text-left -outline-offset-2 hover:underline"
                  onClick={() => onReveal(id)}
                >
                  <span className={clsx(name === id && 'font-mono')}>{name}</span>
                  {above !== '' && <span className="text-ink-3 text-xs"> {above}</span>}
                </button>
              )}
              <IconButton
                size="sm"
                label={`Remove ${name} from ${title.toLowerCase()}`}
                icon={<X size={13} />}
                onClick={(event) => {
                  // The button goes with its row; the list's heading takes the focus in its place.
                  event.currentTarget.closest('section')?.querySelector('h3')?.focus();
                  picker.chooseMany([id], 'inherit');
                }}
              />
            </li>
          );
        })}
      </ul>
      {ids.length > MOST_SHOWN && (
        <p className="m-0 text-ink-3 text-xs">and {numberText(ids.length - MOST_SHOWN)} more</p>
      )}
    </div>
  );
}

function MissingName({ id }: { id: string }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5 text-warn">
      <TriangleAlert size={13} aria-hidden="true" className="shrink-0" />
      <span className="min-w-0 truncate font-mono" title={id}>
        {id}
      </span>
      <span className="sr-only">not in the tree that was read</span>
    </span>
  );
}
