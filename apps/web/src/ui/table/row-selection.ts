/** Which rows of a list are chosen, by row id. Pure: each function answers the next selection. */
export type RowSelection = ReadonlySet<string>;

/** How much of `ids` is chosen, for the box in the header. */
export function selectionState(selected: RowSelection, ids: readonly string[]): 'none' | 'some' | 'all' {
  if (selected.size === 0) return 'none';
  const chosen = ids.reduce((count, id) => count + (selected.has(id) ? 1 : 0), 0);
  if (chosen === 0) return 'none';
  return chosen === ids.length ? 'all' : 'some';
}

/** One row turned on or off. */
export function toggleRow(selected: RowSelection, id: string): RowSelection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Shift-click: all rows from `anchor` to `id` (in the order of `ids`) take the state that `id` is about to get. */
export function toggleRange(
  selected: RowSelection,
  ids: readonly string[],
  anchor: string | undefined,
  id: string,
): RowSelection {
  const from = anchor === undefined ? -1 : ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from < 0 || to < 0) return toggleRow(selected, id);
  const on = !selected.has(id);
  const next = new Set(selected);
  for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (on) next.add(between);
    else next.delete(between);
  }
  return next;
}

/** The header's box: everything in view, or nothing of it when everything was chosen. */
export function toggleAll(selected: RowSelection, ids: readonly string[]): RowSelection {
  const next = new Set(selected);
  const clear = selectionState(selected, ids) === 'all';
  for (const id of ids) {
    if (clear) next.delete(id);
    else next.add(id);
  }
  return next;
}
