/** Data as YAML that reads the same for YAML 1.1 (CloudFormation) and 1.2: whatever a string holds, it stays a string. */
export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data };

export function yamlText(data: Data): string {
  return `${blockOf(data, '')}\n`;
}

function blockOf(data: Data, indent: string): string {
  if (typeof data === 'string') return stringText(data, indent);
  if (typeof data !== 'object') return String(data);
  if (isList(data)) {
    if (data.length === 0) return '[]';
    return data.map((entry) => `${indent}- ${nested(entry, `${indent}  `).trimStart()}`).join('\n');
  }
  const entries = Object.entries(data);
  if (entries.length === 0) return '{}';
  return entries.map(([key, value]) => `${indent}${flowText(key)}:${valueText(value, indent)}`).join('\n');
}

/** What stands behind a key: on the same line, or below it and indented. */
function valueText(value: Data, indent: string): string {
  if (!isFilled(value)) return ` ${blockOf(value, indent)}`;
  return `\n${blockOf(value, `${indent}  `)}`;
}

/** An entry of a list begins on the line of its dash. */
function nested(entry: Data, indent: string): string {
  return isFilled(entry) ? blockOf(entry, indent) : blockOf(entry, indent.slice(2));
}

function isList(data: object): data is readonly Data[] {
  return Array.isArray(data);
}

function isFilled(data: Data): boolean {
  return typeof data === 'object' && Object.keys(data).length > 0;
}

/** Text of several plain lines is easier to read as a block; everything else stands on one line. */
function stringText(text: string, indent: string): string {
  if (!PLAIN_LINES.test(text)) return flowText(text);
  const lines = text.slice(0, -1).split('\n');
  return `|\n${lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}`;
}

/** Two lines or more of visible ASCII, each ended, the first beginning with a word: no indentation indicator is needed. */
const PLAIN_LINES = /^(?=\w)(?:[ -~]*[!-~]\n|\n)*(?:[ -~]*[!-~]\n)$/;

function flowText(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text) ? text : quoted(text);
}

/** Begins with a letter, so that it is no number, date or time; holds nothing that YAML gives a meaning to. */
const PLAIN = /^[A-Za-z](?:[\w./*:-]*[\w*])?$/;
/** What YAML 1.1 takes for a boolean or for nothing. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function quoted(text: string): string {
  return Array.from(text, (character) => ESCAPES[character] ?? visible(character))
    .reduce((joined, character) => joined + character, '"')
    .concat('"');
}

const ESCAPES: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return character;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
