/** From the text of an answer's body to what the operation's schema reads. Throws nothing: an unreadable answer is a value. */
import { z } from 'zod';
import type { AnswerFormat } from './operation.ts';

/** `problem` tells where the answer broke the contract; it never quotes the answer. */
export type ReadAnswer<Answer> = { ok: true; answer: Answer } | { ok: false; problem: string };

const longDigits = /\d{16}/;
const SourceText = z.object({ source: z.string().regex(/^[0-9]{16,19}$/) });

type Readable<Answer extends z.ZodType> = { answer: Answer; answerFormat: AnswerFormat };

/** Reads a successful answer of an operation. A byte order mark is forgiven; HTML, emptiness and broken JSON are not. */
export function readAnswer<Answer extends z.ZodType>(
  operation: Readable<Answer>,
  body: string,
): ReadAnswer<z.output<Answer>> {
  const text = body.replace(/^\uFEFF/, '');
  const decoded = decode(operation.answerFormat, text);
  if (!decoded.ok) return decoded;
  const read = operation.answer.safeParse(decoded.answer);
  if (read.success) return { ok: true, answer: read.data };
  const places = read.error.issues.map((issue) => issue.path.join('.') || 'the answer');
  return { ok: false, problem: `not as documented: ${[...new Set(places)].slice(0, 5).join(', ')}` };
}

function decode(format: AnswerFormat, text: string): ReadAnswer<unknown> {
  if (format === 'any' && text.trim() === '') return { ok: true, answer: null };
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  // A page of HTML is the answer of another program (a proxy, a login page), whatever the status says.
  if (text.trimStart().startsWith('<')) return { ok: false, problem: 'markup instead of data' };
  try {
    // Looking at every value costs ten times as much as parsing: only where a long number may be.
    const answer: unknown = longDigits.test(text) ? JSON.parse(text, keepLongIds) : JSON.parse(text);
    return { ok: true, answer };
  } catch {
    if (format === 'json') return { ok: false, problem: 'not JSON' };
    return { ok: true, answer: text };
  }
}

/** A whole number too long for JavaScript keeps its digits by becoming a string: it is an id, and ids are strings here. */
function keepLongIds(_key: string, value: unknown, ...[context]: unknown[]): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = SourceText.safeParse(context);
  return source.success ? source.data.source : value;
}
