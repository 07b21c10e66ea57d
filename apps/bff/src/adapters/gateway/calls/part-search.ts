/**
 * Finds parts of known texts in a long one, in time that depends on the long one alone: a hash of eight characters rolls over it, and
 * only where that is known the characters are compared. Upper and lower case are the same.
 */

/** A shorter part may well be an ordinary word. */
export const partLength = 8;

export type Range = { from: number; to: number };
export type PartSearch = {
  /** Where eight characters or more stand that are a part of a known text. */
  rangesIn: (text: string) => Range[];
  /** `false`: no known text stands there as a whole. Looks at fewer places the longer the shortest of them is, for good answers are long. */
  mayHoldWhole: (text: string) => boolean;
};

export function createPartSearch(wanted: readonly string[]): PartSearch {
  const long = wanted.filter(({ length }) => length >= partLength).map(folded);
  const parts = new Set<string>();
  const known = new Uint8Array(slots);
  for (const text of long) {
    for (let at = 0; at <= text.length - partLength; at += 1) {
      const part = text.slice(at, at + partLength);
      parts.add(part);
      known[slotOf(hashOf(part, 0))] = 1;
    }
  }
  const isPart = (text: string, at: number, hash: number) =>
    known[slotOf(hash)] === 1 && parts.has(text.slice(at, at + partLength));
  // A whole text covers some place among those that lie so far apart.
  const stride = Math.min(...long.map(({ length }) => length - partLength + 1));
  return {
    rangesIn: (text) => (long.length === 0 ? [] : rangesIn(folded(text), isPart)),
    mayHoldWhole(text) {
      if (long.length === 0) return false;
      const searched = folded(text);
      for (let at = 0; at <= searched.length - partLength; at += stride) {
        if (isPart(searched, at, hashOf(searched, at))) return true;
      }
      return false;
    },
  };
}

function rangesIn(text: string, isPart: (text: string, at: number, hash: number) => boolean): Range[] {
  const ranges: Range[] = [];
  let hash = hashOf(text, 0);
  for (let from = 0; from <= text.length - partLength; from += 1) {
    if (isPart(text, from, hash)) {
      const last = ranges.at(-1);
      if (last !== undefined && from <= last.to) last.to = from + partLength;
      else ranges.push({ from, to: from + partLength });
    }
    hash = rolled(hash, text.charCodeAt(from), text.charCodeAt(from + partLength));
  }
  return ranges;
}

const slots = 1 << 16;
const base = 31;
const baseToLength = Array.from({ length: partLength }).reduce<number>((power) => Math.imul(power, base), 1);

function hashOf(text: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + partLength; at += 1)
    hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
  return hash;
}

function rolled(hash: number, leaving: number, coming: number): number {
  return (Math.imul(hash, base) + coming - Math.imul(leaving, baseToLength)) | 0;
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 16;
}

/** As many characters as before: this one alone would become two. */
function folded(text: string): string {
  return text.replaceAll('\u0130', 'I').toLowerCase();
}
