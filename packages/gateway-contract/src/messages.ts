/** Sentences in the gateway's answers: what an error body says, and how many connectors a run answer counts. */
import { z } from 'zod';

/** The longest text taken over from a gateway error, in characters. */
export const longestDetail = 300;

const messageKeys = [
  'message',
  'responseMessage',
  'errorMessage',
  'errorMsg',
  'error_description',
  'msg',
  'reason',
  'error',
  'detail',
  'details',
  'description',
  'title',
  'text',
] as const;
const deepestNesting = 4;
/** Of one text: a message stands at its beginning, and what takes it apart must not be kept busy. */
const longestRead = 20_000;

/** N of "A total of N Organization connectors have been successfully marked for running.", else null. */
export function markedCountOf(text: string): number | null {
  const found = /\btotal of (\d{1,9})\b/i.exec(text);
  return found ? Number(found[1]) : null;
}

/**
 * The human sentence in an answer's body, whatever its form: JSON under one of the usual keys, a JSON string, XML, HTML or
 * plain text. Without tags, control characters and broken characters, one line, at most `longestDetail` characters; null when
 * nothing is said.
 */
export function responseMessageOf(body: string): string | null {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') return null;
  const parsed = parseJson(text);
  return parsed.isJson ? messageIn(parsed.value, deepestNesting) : plainText(text);
}

/**
 * A message inside a good answer as text: markup is taken out, and a message that is an object, or the text of one, is searched for its
 * sentence, behind its code where it has one. Line breaks stay. `null` when nothing is said.
 */
export function messageTextOf(raw: unknown): string | null {
  if (typeof raw === 'number') return String(raw);
  if (typeof raw !== 'string') return sentenceIn(raw);
  const read = raw.slice(0, longestRead);
  const parsed = /^\s*[{[]/.test(read) ? parseJson(read) : noJson;
  return (parsed.isJson ? sentenceIn(parsed.value) : null) ?? withoutMarkup(read);
}

function sentenceIn(value: unknown): string | null {
  const sentence = messageIn(value, deepestNesting);
  const code = sentence === null ? null : codeIn(value, deepestNesting);
  return code === null || sentence?.includes(code) ? sentence : `${code}: ${sentence}`;
}

/** A word that names the error, such as AuthorizationFailed; a number says nothing to a user. */
function codeIn(value: unknown, depth: number): string | null {
  const named = z.record(z.string(), z.unknown()).safeParse(Array.isArray(value) ? value[0] : value);
  if (!named.success || depth === 0) return null;
  const { code, errorCode, error } = named.data;
  const word = [code, errorCode].find((one) => typeof one === 'string' && /^[a-z]\w{2,80}$/i.test(one));
  return typeof word === 'string' ? word : codeIn(error, depth - 1);
}

const tags =
  'html|head|body|title|p|br|hr|div|span|b|i|u|s|em|strong|small|big|tt|a|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|h[1-6]|pre|code|font|center|img|link|meta|section|article|header|footer|nav|main|form|input|button|label|svg|iframe|blockquote';
const breaks = /<(?:br|hr|\/?(?:p|div|li|tr|h[1-6]|ul|ol|table))\b[^<>]{0,2000}>/gi;
const anyTag = new RegExp(`<!doctype[^<>]{0,200}>|</?(?:${tags})\\b[^<>]{0,2000}>`, 'gi');
/** Without its end it is no markup, and reaches to the end of the text all the same: each beginning is passed over only once. */
const hidden = /<(script|style|head)\b[\s\S]*?(?:(<\/\1\s*>)|$)|<!--[\s\S]*?(?:(-->)|$)/gi;

/** Only what is markup goes: a sentence may have a name in angle brackets. */
function withoutMarkup(text: string): string {
  const bare = text.replace(hidden, (whole, _name, end, endOfComment) => {
    if (endOfComment !== undefined) return '';
    return end === undefined ? whole : ' ';
  });
  const lines = bare.replace(breaks, '\n').replace(anyTag, '');
  const decoded = withoutEntities(lines);
  return lines === text
    ? decoded
    : decoded
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n\s*/g, '\n')
        .trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function messageIn(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return plainText(value);
  if (depth === 0) return null;
  if (Array.isArray(value)) return firstMessage(value.slice(0, 10), depth - 1);
  const named = z.record(z.string(), z.unknown()).safeParse(value);
  if (!named.success) return null;
  return firstMessage(
    [...messageKeys, 'errors'].map((key) => named.data[key]),
    depth - 1,
  );
}

function firstMessage(candidates: unknown[], depth: number): string | null {
  for (const candidate of candidates) {
    const message = messageIn(candidate, depth);
    if (message !== null) return message;
  }
  return null;
}

function plainText(text: string): string | null {
  const line = text
    .slice(0, longestRead)
    .toWellFormed()
    .replace(/<(script|style|head)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, withoutEntities)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (line === '') return null;
  if (line.length <= longestDetail) return line;
  // A character of two halves that would be cut in two is left out whole: no database takes one half.
  return `${line.slice(0, longestDetail - 1).replace(/\p{Cs}$/u, '')}…`;
}

type ParsedJson = { isJson: true; value: unknown } | { isJson: false };
const noJson: ParsedJson = { isJson: false };

function parseJson(text: string): ParsedJson {
  try {
    return { isJson: true, value: JSON.parse(text) };
  } catch {
    return { isJson: false };
  }
}
