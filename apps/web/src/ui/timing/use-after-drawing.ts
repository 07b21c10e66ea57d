import { useEffect } from 'react';

const DRAWN_AFTER = 200;

/** Does `work` a moment after the page is drawn, and again whenever `work` is another one: what the first key need not wait for. */
export function useAfterDrawing(work: () => void): void {
  useEffect(() => {
    const later = setTimeout(work, DRAWN_AFTER);
    return () => clearTimeout(later);
  }, [work]);
}
