/** A line of pasted names as a spreadsheet writes it. */

/**
 * The parts of a line, between which stands one of the characters of `separators`. A separator inside quotes is a part of a name: a quoted part
 * begins with the quote and ends with it, and a quote in it is written twice. `raw` is the part as it was written.
 */
export function cellsOf(
  line: string,
  separators: string,
): { raw: string; text: string; isQuoted: boolean }[] {
  const cells: { raw: string; text: string; isQuoted: boolean }[] = [];
  for (let at = 0; at <= line.length; ) {
    const end = endOfQuoted(line, at, separators) ?? endOfBare(line, at, separators);
    const raw = line.slice(at, end);
    const trimmed = raw.trim();
    const [quote = ''] = trimmed;
    const isQuoted = trimmed.length > 1 && /["']/.test(quote) && trimmed.endsWith(quote);
    const text = isQuoted
      ? trimmed
          .slice(1, -1)
          .replaceAll(quote + quote, quote)
          .trim()
      : trimmed;
    cells.push({ raw, text, isQuoted });
    at = end + 1;
  }
  return cells;
}

function endOfBare(line: string, from: number, separators: string): number {
  let end = from;
  while (end < line.length && !separators.includes(line.charAt(end))) end += 1;
  return end;
}

/** Where a part in quotes ends; undefined where none begins, or its quote is never closed before a separator. */
function endOfQuoted(line: string, from: number, separators: string): number | undefined {
  let at = from;
  while (at < line.length && /\s/.test(line.charAt(at)) && !separators.includes(line.charAt(at))) at += 1;
  const quote = line.charAt(at);
  if (quote !== '"' && quote !== "'") return undefined;
  for (let close = line.indexOf(quote, at + 1); close !== -1; close = line.indexOf(quote, close + 1)) {
    if (line.charAt(close + 1) === quote) {
      close += 1;
      continue;
    }
    const end = endOfBare(line, close + 1, separators);
    return line.slice(close + 1, end).trim() === '' ? end : undefined;
  }
  return undefined;
}
