import { type RefCallback, type RefObject, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Drawing, rowsToDraw, type Sight, sightOf } from './rows-to-draw.ts';

/** Which rows of a long list are drawn. All have one height, so nothing is kept for each of them (decision 018). */
export interface RowWindow {
  /** Goes onto the element that scrolls, and makes it `scroller`. */
  attach: RefCallback<HTMLDivElement>;
  scroller: RefObject<HTMLDivElement | null>;
  /** The rows to draw, in order: those in sight, the spare ones around them, and the one that is kept. */
  drawn: number[];
  /** Of all rows, in pixels. */
  height: number;
  /** The rows that are seen, whole or in part. */
  sight: Sight;
  /** Scrolls as little as brings the row into sight. */
  reveal: (row: number) => void;
}

export interface LongList extends Drawing {
  /** In pixels. */
  rowHeight: number;
}

export function useRowWindow({ count, rowHeight, spare, kept }: LongList): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ first: 0, rows: 0 });
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      if (element === null) return;
      let last: Sight | undefined;
      const look = (show: (next: Sight) => void) => {
        const next = sightOf(element, rowHeight);
        if (next.first === last?.first && next.rows === last.rows) return;
        last = next;
        show(next);
      };
      // At once: a frame that shows what was scrolled to before its rows are drawn would be a blank one.
      const onScroll = () => look((next) => flushSync(() => setSight(next)));
      const onResize = new ResizeObserver(() => look(setSight));
      look(setSight);
      element.addEventListener('scroll', onScroll, { passive: true });
      onResize.observe(element);
      return () => {
        element.removeEventListener('scroll', onScroll);
        onResize.disconnect();
        scroller.current = null;
      };
    },
    [rowHeight],
  );
  const reveal = (row: number) => {
    const element = scroller.current;
    if (element === null) return;
    const top = row * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    const hidden = top + rowHeight - (element.scrollTop + element.clientHeight);
    if (hidden > 0) element.scrollTop += hidden;
  };
  return {
    attach,
    scroller,
    drawn: rowsToDraw(sight, { count, spare, kept }),
    height: count * rowHeight,
    sight,
    reveal,
  };
}
