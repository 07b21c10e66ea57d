import { useMemo, useRef } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import { CopyButton } from '../../../ui/actions/copy-button.tsx';
import { DownloadButton } from '../../../ui/actions/download-button.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import { refusalsIn } from '../rules/scope-refusals.ts';
import { capital, type ScopeLabels } from '../scope-labels.ts';
import type { ScopePickerState } from '../use-scope-picker.ts';
import { isLong, ScopeTextField } from './scope-text-field.tsx';
import { type ScopeTextReading, unknownUnits } from './scope-text-reading.ts';
import { TextProblems, UnknownUnits } from './scope-text-report.tsx';
import { writeScopeText } from './scope-text-writing.ts';
import { useTextReading } from './use-text-reading.ts';

interface ScopeTextProps {
  picker: ScopePickerState;
  /** What a person changed and has not applied; null while the text follows the tree. */
  typed: string | null;
  onTyped: (text: string | null) => void;
}

/** The scope as YAML, both ways. Typing changes nothing until it is applied, and nothing but applying or discarding takes it away. */
export function ScopeText({ picker, typed, onTyped }: ScopeTextProps) {
  const { forest, scope, labels } = picker;
  const written = useMemo(() => writeScopeText(forest, scope.rules), [forest, scope.rules]);
  const text = typed ?? written;
  const reading = useTakenText(useTextReading(typed), picker);
  const area = useRef<HTMLTextAreaElement>(null);
  const unknown = useMemo(
    () =>
      reading?.state === 'readable'
        ? unknownUnits(forest, reading.lists, (id) => isKnownElsewhere(id, labels))
        : [],
    [forest, reading, labels],
  );
  const apply = () => {
    if (reading?.state !== 'readable') return;
    picker.replaceRules(reading.rules);
    onTyped(null);
  };
  const showLine = isLong(text) ? undefined : (line: number) => selectLine(area.current, line);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 p-4">
      <ScopeTextField
        area={area}
        hint={`${capital(labels.units)} under include and exclude, by id; behind a # stands their name.`}
        text={text}
        onText={(next) => onTyped(next === written ? null : next)}
        onApply={apply}
      />
      <div className="flex flex-wrap items-center gap-2">
        <span role="status" className="w-full text-ink-2 text-sm">
          {standingOf(typed, reading, labels)}
        </span>
        <CopyButton text={text} />
        <DownloadButton fileName="scope.yaml" text={text} />
        <span className="flex-1" />
        {typed !== null && (
          <Button size="sm" onClick={() => onTyped(null)}>
            Discard the changes
          </Button>
        )}
        <Button size="sm" variant="primary" disabledReason={barOf(typed, reading)} onClick={apply}>
          Apply the text
        </Button>
      </div>
      {reading?.state === 'unreadable' && <TextProblems problems={reading.problems} onShowLine={showLine} />}
      {unknown.length > 0 && <UnknownUnits unknown={unknown} labels={labels} onShowLine={showLine} />}
    </div>
  );
}

/** What can be read, and what of it can be chosen: a text is taken whole or not at all. */
function useTakenText(reading: ScopeTextReading | null, { forest, labels }: ScopePickerState) {
  return useMemo((): ScopeTextReading | null => {
    if (reading?.state !== 'readable') return reading;
    const problems = refusalsIn(reading.lists, forest, labels);
    return problems.length === 0 ? reading : { state: 'unreadable', problems };
  }, [reading, forest, labels]);
}

function standingOf(typed: string | null, reading: ScopeTextReading | null, labels: ScopeLabels): string {
  if (typed === null) return 'This is what is chosen.';
  if (!reading) return 'Reading…';
  if (reading.state === 'unreadable') return 'Not applied: the text cannot be taken yet.';
  const rules = [...reading.rules.values()];
  const included = rules.filter((rule) => rule === 'include').length;
  const what = included === 0 && labels.whole ? labels.whole.words : `${numberText(included)} included`;
  return `Not applied yet: ${what}, ${numberText(rules.length - included)} excluded.`;
}

function barOf(typed: string | null, reading: ScopeTextReading | null): string | undefined {
  if (typed === null) return 'Nothing was changed in the text.';
  if (!reading) return 'The text is being read.';
  return reading.state === 'unreadable'
    ? 'The text cannot be taken yet; what is wrong stands below.'
    : undefined;
}

/** Puts the focus on the line and brings it into view with two lines above it. */
function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, line - 3) * (area.scrollHeight / lines.length);
}

/** No unit of the tree by this id, and not to be warned of. */
function isKnownElsewhere(id: string, { beside, otherSpelling }: ScopeLabels): boolean {
  return beside?.is(id) === true || otherSpelling?.(id) !== undefined;
}
