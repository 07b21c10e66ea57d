/** The word of a list that a mistyped one was probably meant to be: its beginning, or at most two letters away. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const begun = typed.length >= SHORTEST && words.find((word) => word.startsWith(typed));
  if (begun) return begun;
  const most = typed.length > SHORTEST ? 2 : 1;
  const [nearest] = words
    .map((word) => ({ word, letters: lettersBetween(typed, word) }))
    .filter(({ letters }) => letters <= most)
    .toSorted((a, b) => a.letters - b.letters);
  return nearest?.word;
}

const SHORTEST = 3;

/** How many letters have to be changed, added or left out to make one word of the other (Levenshtein). */
function lettersBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 0; row < from.length; row += 1) {
    const line = [row + 1];
    for (let at = 0; at < to.length; at += 1) {
      const same = (above[at] ?? 0) + (from[row] === to[at] ? 0 : 1);
      line.push(Math.min(same, (above[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
