import clsx from 'clsx';
import { decidingUnit, isBelowExcluded, type ScopeChoice } from './rules/scope-rules.ts';
import { unitAt } from './tree/unit-forest.ts';
import type { ScopePickerState } from './use-scope-picker.ts';

export interface RuleWords {
  choice: ScopeChoice;
  /** What the chip says: "include", "inherits exclude", "not in scope", "overruled". */
  short: string;
  /** The same with its reason: "inherits include from Engineering". */
  sentence: string;
  /** The colour of the chip: of the choice, where it holds. */
  tone: ScopeChoice;
}

/** What holds for a unit, in words. */
export function ruleWords({ forest, scope }: ScopePickerState, index: number): RuleWords {
  const choice = scope.rules.get(unitAt(forest, index).id) ?? 'inherit';
  const decider = decidingUnit(forest, scope.rules, index);
  const deciderName = decider === -1 ? '' : unitAt(forest, decider).name;
  if (choice === 'exclude') return { choice, short: 'exclude', sentence: 'excluded here', tone: choice };
  if (choice === 'include' && isBelowExcluded(forest, scope, index)) {
    const sentence = `included here, overruled by the exclusion of ${deciderName}`;
    return { choice, short: 'overruled', sentence, tone: 'inherit' };
  }
  if (choice === 'include') return { choice, short: 'include', sentence: 'included here', tone: choice };
  if (decider === -1) return { choice, short: 'not in scope', sentence: 'not in scope', tone: choice };
  const rule = scope.included[index] === 1 ? 'include' : 'exclude';
  return {
    choice,
    short: `inherits ${rule}`,
    sentence: `inherits ${rule} from ${deciderName}`,
    tone: choice,
  };
}

interface ChoiceControlProps {
  words: RuleWords;
  name: string;
  flat: boolean;
  /** The row is pointed at or the focused one: its choices are within reach. */
  offered: boolean;
  onChoose: (choice: ScopeChoice) => void;
}

/** A chip that says what holds; while the row is pointed at or focused, the three choices in its place. */
export function ChoiceControl({ words, name, flat, offered, onChoose }: ChoiceControlProps) {
  return (
    <>
      <span
        title={words.sentence}
        className={clsx(
          'inline-flex h-5.5 items-center rounded-md px-2 font-strong text-xs',
          offered && 'group-hover/row:hidden group-focus/row:hidden',
          CHIPS[words.tone],
        )}
      >
        {words.short}
      </span>
      {offered && (
        <span className="@max-lg:absolute @max-lg:right-3 @max-lg:top-1 hidden rounded-md border border-line-strong bg-surface group-hover/row:inline-flex group-focus/row:inline-flex">
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              tabIndex={-1}
              aria-pressed={words.choice === choice}
              aria-label={`${wordOf(choice, flat)} ${name}`}
              onClick={() => onChoose(choice)}
              className={clsx(
                'h-6 px-2 font-strong text-xs first:rounded-l-md last:rounded-r-md',
                words.choice === choice ? CHIPS[choice] : 'text-ink-3 hover:text-ink',
              )}
            >
              {wordOf(choice, flat)}
            </button>
          ))}
        </span>
      )}
    </>
  );
}

/** In a flat list there is nothing to inherit from. */
export function wordOf(choice: ScopeChoice, flat: boolean): string {
  return choice === 'inherit' && flat ? 'none' : choice;
}

const CHOICES: readonly ScopeChoice[] = ['inherit', 'include', 'exclude'];
const CHIPS: Record<ScopeChoice, string> = {
  inherit: 'bg-off-soft text-off',
  include: 'bg-ok-soft text-ok',
  exclude: 'bg-bad-soft text-bad',
};
