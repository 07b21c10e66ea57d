import type { ScopeLists } from './scope-lists.ts';
import type { ScopeRule } from './scope-rules.ts';

/**
 * The part of YAML that the console writes itself, read line by line: 50,000 units take a few milliseconds, where a
 * reader for all of YAML takes a second. Null for a text that holds anything else; what is read is what YAML reads.
 */
export function plainLists(text: string): ScopeLists | null {
  const lists: ScopeLists = { include: [], exclude: [] };
  const begun = new Set<ScopeRule>();
  let open: { rule: ScopeRule; indent: string | undefined } | undefined;
  for (const [at, line] of text.split('\n').entries()) {
    if (NOTHING.test(line)) continue;
    const rule = listBegunBy(line);
    if (rule) {
      if (begun.has(rule.name)) return null;
      begun.add(rule.name);
      open = rule.isEmpty ? undefined : { rule: rule.name, indent: undefined };
      continue;
    }
    const entry = ENTRY.exec(line);
    const id = entry ? idIn(entry) : undefined;
    if (!entry || id === undefined || !open) return null;
    open.indent ??= entry[1];
    if (open.indent !== entry[1]) return null;
    lists[open.rule].push({ id, line: at + 1 });
  }
  return lists;
}

const NOTHING = /^ *(?:#.*)?$/;
const LIST = /^(include|exclude):( \[\])? *(?: #.*)?$/;
/** A dash, then a quoted text with JSON's escapes or plain words, then perhaps a comment. */
const ENTRY =
  /^( *)- (?:("(?:[^"\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|\\["\\bfnrt]|\\u[\da-f]{4})*")|([\p{L}\p{N}_][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_][\p{L}\p{N}_-]*)*)) *(?: #.*)?$/u;

function listBegunBy(line: string): { name: ScopeRule; isEmpty: boolean } | undefined {
  const [, name, empty] = LIST.exec(line) ?? [];
  if (name !== 'include' && name !== 'exclude') return undefined;
  return { name, isEmpty: empty !== undefined };
}

function idIn([, , quoted, plain]: RegExpExecArray): string | undefined {
  if (quoted === undefined) return plain;
  const id: unknown = JSON.parse(quoted);
  return typeof id === 'string' ? id : undefined;
}
