/** Free text from the gateway on its way into our database and onto a screen. */

const longestText = 4_000;

/** Without control characters but line breaks and tabs (Postgres refuses NUL, a terminal obeys the others), and not endless. */
export function plainText(text: string): string;
export function plainText(text: string | null): string | null;
export function plainText(text: string | null): string | null {
  if (text === null) return null;
  return text.replace(/[^\P{Cc}\n\t]/gu, '').slice(0, longestText);
}
