import type { UnitForest } from './unit-forest.ts';

/**
 * Name and id of all units in lower case, in one text made once per forest: the browser finds a word in it many times faster
 * than in fifty thousand texts. A unit's part begins at `starts[index]`; one entry more than units.
 */
interface SearchIndex {
  readonly text: string;
  readonly starts: Int32Array;
}

export interface SearchResult {
  /** Indexes of the units whose name or id contains what was typed. */
  readonly matches: Int32Array;
  /** The matches and everything above them, in order: what is shown. */
  readonly rows: Int32Array;
}

function buildSearchIndex(forest: UnitForest): SearchIndex {
  const starts = new Int32Array(forest.units.length + 1);
  // No user types the line breaks, which keep a search from matching across two names or ids.
  const parts = forest.units.map((unit, index) => {
    const part = `${unit.name}\n${unit.id}\n`.toLowerCase();
    starts[index + 1] = (starts[index] ?? 0) + part.length;
    return part;
  });
  return { text: parts.join(''), starts };
}

export interface ScopeSearch {
  /** What was found for a part of a text is where the rest of it can be found, and when letters are taken back it is the answer. */
  find: (typed: string) => SearchResult;
  /** Searches a few times and keeps nothing: a search is several times slower until the browser has compiled it. */
  prepare: () => void;
}

/** Searches the forest for one text after the other. */
export function createSearch(forest: UnitForest): ScopeSearch {
  const index = buildSearchIndex(forest);
  let trail: { wanted: string; found: SearchResult }[] = [];
  const prepare = () => {
    for (const letter of 'eaiou') search(letter);
  };
  return { find, prepare };

  function find(typed: string): SearchResult {
    const wanted = typed.trim().toLowerCase();
    trail = trail.filter((step) => wanted.includes(step.wanted));
    const last = trail.at(-1);
    if (last?.wanted === wanted) return last.found;
    const found = search(wanted, last?.found.matches);
    trail.push({ wanted, found });
    return found;
  }

  /** `among`: the units that can match, in order; all where it is left out. Siblings and children of a match are left out. */
  function search(wanted: string, among?: Int32Array): SearchResult {
    const matches = matchesIn(index, wanted, among);
    return { matches, rows: withAncestors(forest, matches) };
  }
}

/** A few texts are asked one by one; from a tenth of them on, one walk through all of them is quicker. */
function matchesIn(index: SearchIndex, wanted: string, among?: Int32Array): Int32Array {
  const few = among !== undefined && among.length * 10 < index.starts.length;
  return few ? matchesAmong(among, index, wanted) : matchesOf(index, wanted);
}

function matchesAmong(among: Int32Array, { text, starts }: SearchIndex, wanted: string): Int32Array {
  return among.filter((at) => text.slice(starts[at], starts[at + 1]).includes(wanted));
}

function matchesOf({ text, starts }: SearchIndex, wanted: string): Int32Array {
  // As long as it can become: an array that grows is garbage at every key.
  const matches = new Int32Array(starts.length);
  let count = 0;
  let at = 0;
  for (let place = text.indexOf(wanted); place !== -1; place = text.indexOf(wanted, starts[at])) {
    while ((starts[at + 1] ?? 0) <= place) at++;
    // One match makes a unit one; the search goes on behind it.
    matches[count++] = at++;
  }
  return matches.slice(0, count);
}

/** In pre-order an ancestor is missing exactly when it lies after the last row. */
function withAncestors({ parents }: UnitForest, matches: Int32Array): Int32Array {
  const rows = new Int32Array(parents.length);
  let count = 0;
  let last = -1;
  for (let nth = 0; nth < matches.length; nth++) {
    const at = matches[nth] ?? -1;
    let missing = 0;
    for (let above = parents[at] ?? -1; above > last; above = parents[above] ?? -1) missing++;
    // They are met from the nearest upwards, and written that way round.
    count += missing;
    for (let above = parents[at] ?? -1, to = count; above > last; above = parents[above] ?? -1)
      rows[--to] = above;
    rows[count++] = at;
    last = at;
  }
  return rows.slice(0, count);
}

/** Where `text` first contains what was typed: the place of its first letter and the one behind its last. */
export function placeOf(text: string, typed: string): [start: number, end: number] | undefined {
  const wanted = typed.trim().toLowerCase();
  const start = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  return start < 0 ? undefined : [start, Math.min(text.length, start + wanted.length)];
}
