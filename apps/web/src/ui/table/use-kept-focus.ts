import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { offerNextPlace } from '../dialogs/lost-focus.ts';

/**
 * When the row that has the focus goes away, as after a deletion, the focus goes to the row that takes its place: a browser
 * would send it back to the beginning of the page. A row that goes while a dialog asks about it offers that place for when the
 * dialog closes. The answer goes onto the element that holds the rows.
 */
export function useKeptFocus<Row>(
  holder: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  rowId: (row: Row) => string,
) {
  const last = useRef<{ id: string; index: number }>(undefined);
  useLayoutEffect(() => {
    const known = last.current;
    if (known === undefined || rows.some((row) => rowId(row) === known.id)) return;
    last.current = undefined;
    const nextPlace = () => controlAt(holder.current, Math.min(known.index, rows.length - 1));
    if (document.activeElement === document.body) nextPlace()?.focus();
    else if (document.activeElement?.closest('dialog')) offerNextPlace(nextPlace);
  }, [holder, rows, rowId]);
  return {
    onFocus: ({ target }: FocusEvent) => {
      const index = Number(target.closest('[role="row"]')?.getAttribute('aria-rowindex')) - FIRST_ROW;
      const row = rows[index];
      last.current = row === undefined ? undefined : { id: rowId(row), index };
    },
    onBlur: ({ target, relatedTarget }: FocusEvent) => {
      const left = target.isConnected && relatedTarget === null && document.hasFocus();
      if (left) last.current = undefined;
    },
  };
}

function controlAt(holder: HTMLElement | null, index: number): HTMLElement | null {
  const row = holder?.querySelector(`[role="row"][aria-rowindex="${index + FIRST_ROW}"]`);
  return (
    row?.querySelector<HTMLElement>('[data-row-link]') ??
    row?.querySelector<HTMLElement>('a[href], button, input') ??
    holder
  );
}

/** Rows are counted from 1, and the header is one of them. */
const FIRST_ROW = 2;
