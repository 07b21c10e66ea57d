import type { UnitForest } from './unit-forest.ts';

export interface PastedUnits {
  /** Ids that exist, each once, in the order in which they were pasted. */
  found: string[];
  /** Ids that the tree does not have and need not have. */
  beside: string[];
  /** Entries that are neither an id nor a name here. */
  unknown: string[];
  /** Names that several units carry: an id is needed. */
  ambiguous: string[];
}

/** Reads a pasted list: one id or name per line, or separated by commas, semicolons or tabs; quotes are taken off. */
export function readPastedUnits(
  forest: UnitForest,
  text: string,
  isBeside: (entry: string) => boolean = () => false,
): PastedUnits {
  const found = new Set<string>();
  const beside = new Set<string>();
  const unknown = new Set<string>();
  const ambiguous = new Set<string>();
  const idsByName = idsByLowerName(forest);
  for (const entry of entriesOf(text)) {
    const named = idsByName.get(entry.toLowerCase()) ?? [];
    const [only] = named;
    if (forest.indexOf.has(entry)) found.add(entry);
    else if (isBeside(entry)) beside.add(entry);
    else if (named.length > 1) ambiguous.add(entry);
    else if (only !== undefined) found.add(only);
    else unknown.add(entry);
  }
  return { found: [...found], beside: [...beside], unknown: [...unknown], ambiguous: [...ambiguous] };
}

function entriesOf(text: string): string[] {
  return text
    .split(/[\n\r\t,;]+/)
    .map((entry) => entry.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((entry) => entry !== '');
}

function idsByLowerName(forest: UnitForest): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const unit of forest.units) {
    const name = unit.name.toLowerCase();
    const same = ids.get(name);
    if (same) same.push(unit.id);
    else ids.set(name, [unit.id]);
  }
  return ids;
}
