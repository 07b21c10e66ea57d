import type { ScopeRule, ScopeRules } from '../rules/scope-rules.ts';
import { namesAbove, type UnitForest, unitAt } from '../tree/unit-forest.ts';

/**
 * The rules as YAML: two lists, `include` and `exclude`, in the order of the tree, with the path of names as a comment
 * where it says more than the id. Ids that a YAML reader could take for something else are quoted.
 */
export function writeScopeText(forest: UnitForest, rules: ScopeRules): string {
  return [...listLines(forest, rules, 'include'), ...listLines(forest, rules, 'exclude'), ''].join('\n');
}

function listLines(forest: UnitForest, rules: ScopeRules, wanted: ScopeRule): string[] {
  const places: { id: string; place: number }[] = [];
  for (const [id, rule] of rules) {
    if (rule === wanted) places.push({ id, place: forest.indexOf.get(id) ?? forest.units.length });
  }
  if (places.length === 0) return [`${wanted}: []`];
  places.sort((one, other) => one.place - other.place);
  return [
    `${wanted}:`,
    ...places.map(({ id, place }) => `  - ${idText(id)}${commentFor(forest, id, place)}`),
  ];
}

function commentFor(forest: UnitForest, id: string, place: number): string {
  if (place >= forest.units.length) return '  # not in the tree that was read';
  const path = pathOf(forest, place);
  return path === id ? '' : `  # ${path}`;
}

function pathOf(forest: UnitForest, place: number): string {
  const path = [...namesAbove(forest, place), unitAt(forest, place).name].join(' / ');
  // Most names are ASCII, for which the short look is several times faster than the thorough one.
  return ASCII.test(path) ? path : path.toWellFormed().replaceAll(UNWRITABLE, ' ');
}

function idText(id: string): string {
  if ((ASCII_WORD.test(id) || WORDS.test(id)) && !RESERVED.test(id)) return id;
  return JSON.stringify(id).replaceAll(UNWRITABLE, hexOf);
}

const ASCII = /^[ -~]*$/;
const ASCII_WORD = /^[A-Za-z][\w-]*$/;
/** Words that begin with a letter; everything else is safer in quotes. */
const WORDS = /^\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_][\p{L}\p{N}_-]*)*$/u;
/** What YAML 1.1 takes for a boolean or for nothing. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** Controls, line separators and the byte order mark, all but those that JSON has escaped. */
const UNWRITABLE = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu;

function hexOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
