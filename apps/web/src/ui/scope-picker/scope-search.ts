import type { UnitForest } from './unit-forest.ts';

/** Name and id of each unit in lower case, one text per unit, made once per forest. */
export type SearchIndex = readonly string[];

export interface SearchResult {
  /** Indexes of the units whose name or id contains what was typed. */
  readonly matches: readonly number[];
  /** The matches and everything above them, in order: what is shown. */
  readonly rows: readonly number[];
}

export function buildSearchIndex(forest: UnitForest): SearchIndex {
  // The line break keeps a search from matching across the two.
  return forest.units.map((unit) => `${unit.name}\n${unit.id}`.toLowerCase());
}

/** Units whose name or id contains `typed`, with their ancestors. Siblings and children of a match are left out. */
export function searchUnits(forest: UnitForest, index: SearchIndex, typed: string): SearchResult {
  const wanted = typed.trim().toLowerCase();
  const matches: number[] = [];
  const rows: number[] = [];
  for (let at = 0; at < index.length; at++) {
    if (!index[at]?.includes(wanted)) continue;
    matches.push(at);
    appendWithAncestors(forest, rows, at);
  }
  return { matches, rows };
}

/** The parts of `text` before, inside and after the first place where it contains what was typed. */
export function markMatch(text: string, typed: string): [before: string, match: string, after: string] {
  const wanted = typed.trim();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return [text, '', ''];
  return [text.slice(0, at), text.slice(at, at + wanted.length), text.slice(at + wanted.length)];
}

/** Rows come in pre-order: an ancestor is missing exactly when it lies after the last row. */
function appendWithAncestors(forest: UnitForest, rows: number[], at: number): void {
  const last = rows[rows.length - 1] ?? -1;
  const parent = forest.parents[at] ?? -1;
  if (parent > last) {
    const missing: number[] = [];
    for (let above = parent; above > last; above = forest.parents[above] ?? -1) missing.push(above);
    for (let next = missing.pop(); next !== undefined; next = missing.pop()) rows.push(next);
  }
  rows.push(at);
}
