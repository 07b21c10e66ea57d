import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * When the row that has the focus goes away, as after a deletion, the focus goes to the row that takes its place: a browser
 * would send it back to the beginning of the page. The answer goes onto the element that holds the rows.
 */
export function useKeptFocus(rows: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const last = useRef<{ id: string; index: number }>(undefined);
  useLayoutEffect(() => {
    const known = last.current;
    if (known === undefined || ids.includes(known.id)) return;
    last.current = undefined;
    if (document.activeElement !== document.body) return;
    const place = Math.min(known.index, ids.length - 1);
    const row = rows.current?.querySelector(`[role="row"][aria-rowindex="${place + FIRST_ROW}"]`);
    const control =
      row?.querySelector('[data-row-link]') ?? row?.querySelector('a[href], button, input') ?? rows.current;
    if (control instanceof HTMLElement) control.focus();
  }, [rows, ids]);
  return {
    onFocus: ({ target }: FocusEvent) => {
      const index = Number(target.closest('[role="row"]')?.getAttribute('aria-rowindex')) - FIRST_ROW;
      const id = ids[index];
      last.current = id === undefined ? undefined : { id, index };
    },
    onBlur: ({ target, relatedTarget }: FocusEvent) => {
      const left = target.isConnected && relatedTarget === null && document.hasFocus();
      if (left) last.current = undefined;
    },
  };
}

/** Rows are counted from 1, and the header is one of them. */
const FIRST_ROW = 2;
