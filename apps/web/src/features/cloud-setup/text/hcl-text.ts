/** Data as an expression of Terraform's language. */
export type HclData =
  | string
  | number
  | boolean
  | HclExpression
  | readonly HclData[]
  | { readonly [key: string]: HclData };

/** A reference such as `local.role_name`: written as it is, never made of anything a person typed. */
export class HclExpression {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** Lists and objects go over several lines, indented by `indent` from the second line on. */
export function hclText(data: HclData, indent = ''): string {
  if (typeof data === 'string') return quoted(data);
  if (typeof data !== 'object') return String(data);
  if (data instanceof HclExpression) return data.code;
  const inner = `${indent}  `;
  if (isList(data)) {
    if (data.length === 0) return '[]';
    return `[\n${data.map((entry) => `${inner}${hclText(entry, inner)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(data).map(([key, value]) => [keyText(key), hclText(value, inner)] as const);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, value], at) => `${inner}${key.padEnd(widthAt(entries, at))} = ${value}\n`);
  return `{\n${lines.join('')}${indent}}`;
}

/** As `terraform fmt` has it: the equals signs of neighbours stand below each other, if the values keep to their line. */
function widthAt(entries: readonly (readonly [key: string, value: string])[], at: number): number {
  const isOneLine = (place: number) => entries[place]?.[1].includes('\n') === false;
  if (!isOneLine(at)) return 0;
  let from = at;
  let to = at;
  while (isOneLine(from - 1)) from--;
  while (isOneLine(to + 1)) to++;
  return Math.max(...entries.slice(from, to + 1).map(([key]) => key.length));
}

function isList(data: object): data is readonly HclData[] {
  return Array.isArray(data);
}

function keyText(key: string): string {
  return /^[A-Za-z]\w*$/.test(key) ? key : quoted(key);
}

/** Half a surrogate pair cannot be written in any file of UTF-8. */
function quoted(text: string): string {
  return `"${text.toWellFormed().replaceAll(SPECIAL, (character) => ESCAPES[character] ?? hexOf(character))}"`;
}

/** `${` and `%{` begin a template in a quoted string; breaking them behind their first character works at any number of characters. */
const SPECIAL = /["\\\n\r\t]|[$%](?=\{)|[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu;
const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  $: '$$',
  '%': '%%',
};

function hexOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
