import { refusalOf, shortened } from '../rules/scope-refusals.ts';
import type { ScopeRule } from '../rules/scope-rules.ts';
import type { ScopeLabels } from '../scope-labels.ts';
import { foldName } from '../text/scope-text-reading.ts';
import type { UnitForest } from '../tree/unit-forest.ts';
import { cellsOf } from './pasted-cells.ts';

export interface PastedUnits {
  /** Ids that exist, each once, in the order in which they were pasted. */
  found: string[];
  /** Ids that the tree does not have and need not have. */
  beside: string[];
  /** Entries that may be an id and are none here. */
  unknown: string[];
  /** Names that several units carry, with the ids of these: an id is needed. */
  ambiguous: { name: string; ids: readonly string[] }[];
  /** What cannot be chosen so, and why. */
  refused: { entry: string; message: string }[];
}

/**
 * Reads a pasted list: one id or name per line, or separated by commas, semicolons or tabs. A name may hold such a character itself: what is
 * known as it stands is never taken apart, and quotes keep the rest together.
 */
export function readPastedUnits(
  forest: UnitForest,
  text: string,
  { labels, rule }: { labels: ScopeLabels; rule: ScopeRule },
): PastedUnits {
  const found = new Set<string>();
  const pasted: PastedUnits = { found: [], beside: [], unknown: [], ambiguous: [], refused: [] };
  const { idsByName, mostParts } = namesOf(forest);
  const isKnown = (entry: string) => forest.indexOf.has(entry) || idsByName.has(foldName(entry));
  for (const entry of new Set(entriesOf(text, isKnown, mostParts))) {
    const whole = forest.indexOf.has(entry) ? entry : labels.otherSpelling?.(entry);
    const ids = whole === undefined ? (idsByName.get(foldName(entry)) ?? []) : [whole];
    const [id, another] = ids;
    const refusal = (id === undefined && whyNoUnit(entry, labels)) || refusalOf(id ?? entry, rule, labels);
    if (another !== undefined) pasted.ambiguous.push({ name: entry, ids });
    else if (id === undefined && labels.beside?.is(entry)) pasted.beside.push(entry);
    else if (refusal !== undefined) pasted.refused.push({ entry, message: refusal });
    else if (id === undefined) pasted.unknown.push(entry);
    else found.add(id);
  }
  return { ...pasted, found: [...found] };
}

/** Of an entry that is the name of no unit: why it cannot be an id either. */
function whyNoUnit(entry: string, { ids, unit }: ScopeLabels): string | undefined {
  if (!ids || ids.are(entry)) return undefined;
  return `No ${unit} is called “${shortened(entry)}”, and it is no id: ${ids.rule}.`;
}

const SEPARATORS = '\t,;';

function entriesOf(text: string, isKnown: (entry: string) => boolean, most: number): string[] {
  return text
    .split(/[\n\r]+/)
    .flatMap((line) => entriesIn(line, isKnown, most))
    .filter((entry) => entry !== '');
}

/** A line that is known whole is one entry. Elsewhere the longest known run of its parts is one, then each part by itself. */
function entriesIn(line: string, isKnown: (entry: string) => boolean, most: number): string[] {
  if (isKnown(line.trim())) return [line.trim()];
  const cells = cellsOf(line, SEPARATORS);
  const entries: string[] = [];
  let start = 0;
  for (let at = 0; at < cells.length; ) {
    const { raw = '', text = '' } = cells[at] ?? {};
    let [length, taken, width] = [raw.length, text, 1];
    let reach = raw.length;
    for (let parts = 2; parts <= most && at + parts <= cells.length; parts++) {
      reach += 1 + (cells[at + parts - 1]?.raw.length ?? 0);
      const run = line.slice(start, start + reach).trim();
      if (isKnown(run)) [length, taken, width] = [reach, run, parts];
    }
    entries.push(taken);
    at += width;
    start += length + 1;
  }
  return entries;
}

type Names = {
  /** By folded name. */
  idsByName: ReadonlyMap<string, readonly string[]>;
  /** Into how many parts the separators would take the name apart that holds most of them. */
  mostParts: number;
};

/** Made once for a forest: the box is read anew at every key. */
function namesOf(forest: UnitForest): Names {
  const known = namesOfForests.get(forest);
  if (known !== undefined) return known;
  const idsByName = new Map<string, string[]>();
  let mostParts = 1;
  for (const unit of forest.units) {
    const name = foldName(unit.name);
    const same = idsByName.get(name);
    if (same) same.push(unit.id);
    else idsByName.set(name, [unit.id]);
    mostParts = Math.max(mostParts, unit.name.split(/[\t,;]/).length);
  }
  const names = { idsByName, mostParts };
  namesOfForests.set(forest, names);
  return names;
}

const namesOfForests = new WeakMap<UnitForest, Names>();
