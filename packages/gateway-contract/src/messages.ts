/** Sentences in the gateway's answers: what an error body says, and how many connectors a run answer counts. */
import { z } from 'zod';

/** The longest text taken over from a gateway error, in characters. */
export const longestDetail = 300;

const messageKeys = [
  'message',
  'responseMessage',
  'errorMessage',
  'error_description',
  'error',
  'detail',
  'title',
] as const;
const deepestNesting = 3;

/** N of "A total of N Organization connectors have been successfully marked for running.", else null. */
export function markedCountOf(text: string): number | null {
  const found = /\btotal of (\d{1,9})\b/i.exec(text);
  return found ? Number(found[1]) : null;
}

/**
 * The human sentence in an answer's body, whatever its form: JSON under one of the usual keys, a JSON string, XML, HTML or
 * plain text. Without tags, control characters and broken signs, one line, at most `longestDetail` characters; null when
 * nothing is said.
 */
export function responseMessageOf(body: string): string | null {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') return null;
  const parsed = parseJson(text);
  return parsed.isJson ? messageIn(parsed.value, deepestNesting) : plainText(text);
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
    .slice(0, 20_000)
    .toWellFormed()
    .replace(/<(script|style|head)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (line === '') return null;
  if (line.length <= longestDetail) return line;
  // A sign of two halves that would be cut in two is left out whole: no database takes one half.
  return `${line.slice(0, longestDetail - 1).replace(/\p{Cs}$/u, '')}…`;
}

type ParsedJson = { isJson: true; value: unknown } | { isJson: false };

function parseJson(text: string): ParsedJson {
  try {
    return { isJson: true, value: JSON.parse(text) };
  } catch {
    return { isJson: false };
  }
}
