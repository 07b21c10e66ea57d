import { plainLists } from '../rules/plain-scope-lists.ts';
import type { ListedUnit, ScopeLists, TextProblem } from '../rules/scope-lists.ts';
import type { ScopeRule, ScopeRules } from '../rules/scope-rules.ts';
import type { UnitForest } from '../tree/unit-forest.ts';

/** Either the text can be taken as it stands, or everything that is wrong with it; never a part of it. */
export type ScopeTextReading =
  | { state: 'readable'; rules: ScopeRules; lists: ScopeLists }
  | { state: 'unreadable'; problems: TextProblem[] };

/** Reads the lists as the console writes them, at once and at any length. Null when it takes all of YAML to read the text. */
export function readPlainText(text: string): ScopeTextReading | null {
  const lists = plainLists(text);
  return lists && readLists(lists);
}

/** Reads any YAML. The reader is loaded when it is needed first. */
export async function readAnyText(text: string): Promise<ScopeTextReading> {
  const { yamlLists } = await import('./yaml-scope-lists.ts');
  const { lists, problems } = yamlLists(text);
  return problems.length > 0 ? { state: 'unreadable', problems } : readLists(lists);
}

/** A unit twice in one list is one rule; a unit in both lists is a mistake that only its author can mend. */
function readLists(lists: ScopeLists): ScopeTextReading {
  const rules = new Map<string, ScopeRule>();
  const lineOfIncluded = new Map<string, number>();
  for (const { id, line } of lists.include) {
    rules.set(id, 'include');
    if (!lineOfIncluded.has(id)) lineOfIncluded.set(id, line);
  }
  const problems: TextProblem[] = [];
  for (const { id, line } of lists.exclude) {
    const other = lineOfIncluded.get(id);
    if (other === undefined) rules.set(id, 'exclude');
    else problems.push({ line, message: `“${id}” is under include as well, on line ${other}.` });
  }
  if (problems.length > 0) return { state: 'unreadable', problems };
  return { state: 'readable', rules, lists };
}

export interface UnknownUnit extends ListedUnit {
  /** The one unit that carries what was typed as its name, and whether its id is but spelled otherwise. */
  meant?: { id: string; isSpelling: boolean } | undefined;
}

/** The units of the text that the picture does not have and should, each once, in the order of their lines. */
export function unknownUnits(
  forest: UnitForest,
  { include, exclude }: ScopeLists,
  isBeside: (id: string) => boolean = () => false,
): UnknownUnit[] {
  const unknown = new Map<string, ListedUnit>();
  for (const unit of [...include, ...exclude]) {
    const { id } = unit;
    if (!forest.indexOf.has(id) && !unknown.has(id) && !isBeside(id)) unknown.set(id, unit);
  }
  if (unknown.size === 0) return [];
  const idNamed = unitsByName(forest);
  return [...unknown.values()]
    .sort((one, other) => one.line - other.line)
    .map((unit) => ({ ...unit, meant: meantBy(unit.id, idNamed) }));
}

function meantBy(typed: string, idNamed: (name: string) => string | undefined) {
  const id = idNamed(typed);
  return id === undefined ? undefined : { id, isSpelling: foldName(id) === foldName(typed) };
}

/** The id of the one unit that carries a name, whatever its case. */
export function unitsByName(forest: UnitForest): (name: string) => string | undefined {
  // Null for names that several units carry.
  const ids = new Map<string, string | null>();
  for (const { id, name } of forest.units) {
    const folded = foldName(name);
    ids.set(folded, ids.has(folded) ? null : id);
  }
  return (name) => ids.get(foldName(name)) ?? undefined;
}

/** A name as it is compared: composed, its spaces folded, without invisible characters, in small letters. */
export function foldName(name: string): string {
  // Most names are ASCII without double spaces, for which the short look is several times faster than the thorough one.
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
