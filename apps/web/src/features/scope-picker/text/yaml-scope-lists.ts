/** Reads the lists out of any YAML, with the YAML library: loaded only for text that is not as the console writes it. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { ListedUnit, ScopeLists, TextProblem } from '../rules/scope-lists.ts';

export interface YamlLists {
  lists: ScopeLists;
  /** In the order of their lines; the lists count only when there are none. */
  problems: TextProblem[];
}

export function yamlLists(text: string): YamlLists {
  const lines = new LineCounter();
  const read: YamlLists = { lists: { include: [], exclude: [] }, problems: [] };
  const lastLine = text.trimEnd().split('\n').length;
  // What is missing at the end stands behind the last line, which an editor does not number.
  const lineAt = (offset: number) => Math.min(lastLine, Math.max(1, lines.linePos(offset).line));
  try {
    // In the failsafe schema every scalar is text: an account id with a leading zero stays what was typed.
    // Every key would be compared with every other: minutes, for some thousands of lines that are no list at all.
    const uniqueKeys = false;
    const options = { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys } as const;
    const document = parseDocument(text, options);
    const flaws = [...document.errors, ...document.warnings];
    const starts = flaws.length === 0 ? new Map<number, number>() : startsByEnd(document);
    for (const flaw of flaws) {
      const isUnclosed = flaw.message.startsWith('Missing closing');
      const at = (isUnclosed ? starts.get(flaw.pos[0]) : undefined) ?? flaw.pos[0];
      read.problems.push({ line: lineAt(at), message: `This is no YAML: ${flaw.message}.` });
    }
    if (read.problems.length === 0) readDocument(document, read, lineAt);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    read.problems.push({ line: null, message: 'This is nested too deeply to be read.' });
  }
  read.problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return read;
}

/**
 * The reader finds a missing quote where the scalar ends; its author looks for where it begins. By the end of each scalar, so
 * that a text full of such flaws is gone through once and not once for each of them.
 */
function startsByEnd(document: Document.Parsed): Map<number, number> {
  const starts = new Map<number, number>();
  visit(document, {
    Scalar(_key, { range }) {
      if (range) starts.set(range[1], range[0]);
    },
  });
  return starts;
}

function readDocument(document: Document.Parsed, read: YamlLists, lineAt: (offset: number) => number): void {
  const { contents } = document;
  const refuse = (node: unknown, message: string) =>
    read.problems.push({ line: lineAt(startOf(node)), message });
  if (contents === null || (isScalar(contents) && contents.source === '')) return;
  if (!isMap(contents)) {
    refuse(contents, 'Begin with “include:” or “exclude:”, and list the units below it.');
    return;
  }
  const named = new Set<string>();
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? key.value : undefined;
    if (name !== 'include' && name !== 'exclude') {
      refuse(key, 'Only the lists “include” and “exclude” are known.');
      continue;
    }
    if (named.has(name)) refuse(key, `“${name}” stands here a second time: write one list of it.`);
    named.add(name);
    if (isSeq(value)) {
      for (const item of value.items) readItem(item, read.lists[name], refuse, lineAt);
    } else if (!(value === null || (isScalar(value) && value.source === '' && isBare(value)))) {
      refuse(value, `Write each unit of “${name}” on a line of its own, behind a dash.`);
    }
  }
}

function readItem(
  item: unknown,
  list: ListedUnit[],
  refuse: (node: unknown, message: string) => void,
  lineAt: (offset: number) => number,
): void {
  if (!isScalar(item) || typeof item.value !== 'string' || !isBare(item)) {
    refuse(
      item,
      isMap(item) || isAlias(item) || isScalar(item) ? NEEDS_QUOTES : 'A list in a list is no unit.',
    );
  } else if (item.value === '' && item.type === 'PLAIN') {
    refuse(item, 'A unit is missing behind the dash.');
  } else {
    list.push({ id: item.value, line: lineAt(startOf(item)) });
  }
}

const NEEDS_QUOTES =
  'Put this in quotes: it begins with, or holds, a character that means something else in YAML.';

/** Without an anchor or a tag, which a name that begins with `&` or `!` would be taken for. */
function isBare(node: { anchor?: string | undefined; tag?: string | undefined }): boolean {
  return node.anchor === undefined && node.tag === undefined;
}

function startOf(node: unknown): number {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return 0;
  const [start]: unknown[] = node.range;
  return typeof start === 'number' ? start : 0;
}
