/** Chance without surprise: every value follows from the words it is asked with, so that a seed always grows the same world. */
import { createHash } from 'node:crypto';

/** Repeatable draws; the same words give the same sequence. */
export type Draws = {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  oneOf<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  uuid(): string;
  /** Text of `length` characters out of 0-9 and a-z. */
  code(length: number): string;
  digits(length: number): string;
};

export function drawsFor(...words: (string | number)[]): Draws {
  const next = numbersFrom(words.join('\u0000'));
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  const text = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  const hex = (length: number) => text('0123456789abcdef', length);
  return {
    below,
    oneOf: (choices) => choices[below(choices.length)] ?? choices[0],
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${text('89ab', 1)}${hex(3)}-${hex(12)}`,
    code: (length) => text('0123456789abcdefghijklmnopqrstuvwxyz', length),
    digits: (length) => `${1 + below(9)}${text('0123456789', length - 1)}`,
  };
}

/** The generator known as mulberry32, started from a hash of the words. */
function numbersFrom(words: string): () => number {
  let state = createHash('sha256').update(words).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
