/** The rows in sight, cut ones among them: the first, and how many there are. */
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
  const first = Math.floor(scrollTop / rowHeight);
  return { first, rows: Math.ceil((scrollTop + clientHeight) / rowHeight) - first };
}

/** Ascending. */
export function rowsToDraw({ first, rows }: Sight, { count, spare, kept }: Drawing): number[] {
  // A list that became shorter is drawn before the browser has scrolled back to its end, where its first row may be cut.
  const from = Math.min(first, Math.max(0, count - rows - 1));
  const start = Math.max(0, from - spare);
  const end = Math.min(count, first + rows + spare);
  const drawn = Array.from({ length: end - start }, (_, nth) => start + nth);
  if (kept === undefined || kept < 0 || kept >= count || (kept >= start && kept < end)) return drawn;
  return kept < start ? [kept, ...drawn] : [...drawn, kept];
}
