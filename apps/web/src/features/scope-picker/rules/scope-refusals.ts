/** What cannot be chosen, in words: an id that is none, and what the whole cannot be. */
import { capital, type ScopeLabels } from '../scope-labels.ts';
import { unitsByName } from '../text/scope-text-reading.ts';
import type { UnitForest } from '../tree/unit-forest.ts';
import type { ScopeLists, TextProblem } from './scope-lists.ts';
import type { ScopeRule } from './scope-rules.ts';

/** Why this id cannot be chosen so. */
export function refusalOf(id: string, rule: ScopeRule, labels: ScopeLabels): string | undefined {
  const { ids, whole } = labels;
  if (rule === 'exclude' && id === whole?.id) {
    return `${capital(whole.words)} cannot be excluded, for as long as nothing is included everything is read. Include what is to be read instead.`;
  }
  if (ids && !ids.are(id)) return `“${shortened(id)}” cannot be chosen: ${ids.rule}.`;
  return undefined;
}

/** Everything in the lists that cannot be taken as it stands, in the order of the lines. */
export function refusalsIn(lists: ScopeLists, forest: UnitForest, labels: ScopeLabels): TextProblem[] {
  const problems: TextProblem[] = [];
  let idNamed: ((name: string) => string | undefined) | undefined;
  for (const rule of ['include', 'exclude'] as const) {
    for (const { id, line } of lists[rule]) {
      const message = refusalOf(id, rule, labels);
      if (message === undefined) continue;
      idNamed ??= unitsByName(forest);
      const meant = labels.ids?.are(id) === false ? idNamed(id) : undefined;
      problems.push({
        line,
        message: meant === undefined ? message : `“${id}” is a name; write its id: ${meant}`,
      });
    }
  }
  return [...problems, ...wholeBesideOthers(lists, labels)].sort(
    (one, other) => (one.line ?? 0) - (other.line ?? 0),
  );
}

/** It would not be clear which of the two was meant. */
function wholeBesideOthers({ include }: ScopeLists, { whole }: ScopeLabels): TextProblem[] {
  const all = include.find(({ id }) => id === whole?.id);
  if (whole === undefined || all === undefined || include.every(({ id }) => id === whole.id)) return [];
  const message = `This includes ${whole.words}. Let it stand alone, or take it out so that only the others are read.`;
  return [{ line: all.line, message }];
}

const MOST_SIGNS = 60;

/** As much of what was typed as is worth repeating. */
export function shortened(entry: string): string {
  return entry.slice(0, MOST_SIGNS);
}
