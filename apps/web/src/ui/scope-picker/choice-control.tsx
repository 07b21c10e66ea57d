import clsx from 'clsx';
import { decidingUnit, type ScopeChoice } from './scope-rules.ts';
import { unitAt } from './unit-forest.ts';
import type { ScopePickerState } from './use-scope-picker.ts';

export interface RuleWords {
  choice: ScopeChoice;
  /** What the chip says: "include", "inherits exclude", "not in scope". */
  short: string;
  /** The same with its reason: "inherits include from Engineering". */
  sentence: string;
}

/** What holds for a unit, in words. */
export function ruleWords({ forest, scope }: ScopePickerState, index: number): RuleWords {
  const own = scope.rules.get(unitAt(forest, index).id);
  if (own)
    return { choice: own, short: own, sentence: own === 'include' ? 'included here' : 'excluded here' };
  const decider = decidingUnit(forest, scope.rules, index);
  if (decider === -1) return { choice: 'inherit', short: 'not in scope', sentence: 'not in scope' };
  const rule = scope.included[index] === 1 ? 'include' : 'exclude';
  const sentence = `inherits ${rule} from ${unitAt(forest, decider).name}`;
  return { choice: 'inherit', short: `inherits ${rule}`, sentence };
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
          CHIPS[words.choice],
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
