/** What the palette offers, and how it is found. Pure: where it comes from is the app's matter. */

export interface PaletteEntry {
  id: string;
  label: string;
  /** What tells it from others of this name: its workspace, its id. */
  detail?: string | undefined;
  /** Other words that lead to it. */
  keywords?: string | undefined;
  /** Why it cannot be done now; it stays in sight and says so. */
  refusal?: string | undefined;
  /** Text that choosing it puts into the box, for an action that needs a connector. */
  fills?: string | undefined;
  onChoose?: (() => void) | undefined;
}

export interface PaletteSection {
  title: string;
  entries: readonly PaletteEntry[];
  /** How many more would fit what is typed. */
  more?: number | undefined;
}

/** The entries that have every typed word, best first: whole words' beginnings in the label come before words elsewhere. */
export function findEntries<Entry extends PaletteEntry>(
  entries: readonly Entry[],
  typed: string,
  most: number,
): { entries: Entry[]; more: number } {
  const words = wordsOf(typed);
  const found = entries.flatMap((entry) => {
    const rank = rankOf(entry, words);
    return rank === null ? [] : [{ entry, rank }];
  });
  found.sort((a, b) => a.rank - b.rank);
  return {
    entries: found.slice(0, most).map(({ entry }) => entry),
    more: Math.max(0, found.length - most),
  };
}

function wordsOf(typed: string): string[] {
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** 0 is best; `null` does not fit. */
function rankOf(
  { label, detail = '', keywords = '' }: PaletteEntry,
  words: readonly string[],
): number | null {
  const name = label.toLocaleLowerCase();
  const all = `${name} ${detail.toLocaleLowerCase()} ${keywords.toLocaleLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return null;
  const phrase = words.join(' ');
  if (name === phrase) return 0;
  if (name.startsWith(phrase)) return 1;
  if (words.every((word) => beginsAWord(name, word))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}

function beginsAWord(name: string, word: string): boolean {
  const at = name.indexOf(word);
  return at === 0 || (at > 0 && !/[\p{L}\p{N}]/u.test(name.charAt(at - 1)));
}
