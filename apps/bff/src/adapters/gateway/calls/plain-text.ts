/**
 * Text from the gateway on its way into our database and onto a screen. Postgres refuses NUL and broken surrogates, and one
 * such text would cost the whole list; a terminal obeys the other control characters.
 */
import { hasVisibleCharacter } from '@console/console-contract';

const longestText = 4_000;
const longestName = 500;

/** Free text: without control characters but line breaks and tabs, and not endless. */
export function plainText(text: string): string;
export function plainText(text: string | null): string | null;
export function plainText(text: string | null): string | null {
  if (text === null) return null;
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, longestText)
    .toWellFormed();
}

/** A name or another word: one line without control characters. `longest` is for a row of names, such as a path. */
export function plainName(text: string, longest?: number): string;
export function plainName(text: string | null): string | null;
export function plainName(text: string | null, longest = longestName): string | null {
  return text === null
    ? null
    : text
        .replace(/\p{Cc}/gu, '')
        .slice(0, longest)
        .toWellFormed();
}

/** What a row is called: its name, or its id where the name shows nothing. */
export function shownName(name: string | null, id: string): string {
  const plain = plainName(name ?? '');
  return hasVisibleCharacter(plain) ? plain : id;
}

/**
 * An id that goes back to the gateway as it came. Leaving a sign out would make it the id of something else, so what cannot be
 * kept is replaced by a character that no id has.
 */
export function plainId(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD').toWellFormed();
}

export function plainIds(texts: readonly string[]): string[] {
  return texts.map(plainId);
}
