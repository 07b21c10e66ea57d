/** Text as a spreadsheet may open it: a cell is never a formula, whatever its author wrote (ASVS 1.2.10). */

/** Rows of cells as CSV (RFC 4180); `null` is an empty cell. */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/**
 * Spreadsheets take these for the beginning of a formula, some of them in their wide spelling too. Where they keep cells apart by
 * semicolons or tabs, our quotes end nothing: a cell may then begin inside of ours.
 */
const beginsFormula = /^(?=[=+\-@\t\r\n\0＝＋－＠])|(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])/g;

function cellOf(text: string | null): string {
  if (text === null) return '';
  return `"${text.replaceAll(beginsFormula, "'").replaceAll('"', '""')}"`;
}
