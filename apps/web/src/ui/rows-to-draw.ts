/** The rows in sight: the first of them, and how many there are. */
export interface Sight {
  first: number;
  rows: number;
}

interface Scrolled {
  scrollTop: number;
  clientHeight: number;
}

export interface Drawing {
  /** Of all rows. */
  count: number;
  /** How many rows are drawn above and below those in sight. */
  spare: number;
  /** A row that is drawn wherever the list is scrolled to. */
  kept?: number | undefined;
}

/** `scrollTop` and `clientHeight` as an element that scrolls has them. */
export function sightOf({ scrollTop, clientHeight }: Scrolled, rowHeight: number): Sight {
  // One more than fit, for the first may be cut.
  return { first: Math.floor(scrollTop / rowHeight), rows: Math.ceil(clientHeight / rowHeight) + 1 };
}

/** Ascending. */
export function rowsToDraw({ first, rows }: Sight, { count, spare, kept }: Drawing): number[] {
  // A list that became shorter is drawn before the browser has scrolled back to its end.
  const from = Math.min(first, Math.max(0, count - rows));
  const start = Math.max(0, from - spare);
  const end = Math.min(count, from + rows + spare);
  const drawn = Array.from({ length: end - start }, (_, nth) => start + nth);
  if (kept === undefined || kept < 0 || kept >= count || (kept >= start && kept < end)) return drawn;
  return kept < start ? [kept, ...drawn] : [...drawn, kept];
}
