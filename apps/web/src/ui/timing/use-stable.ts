import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A function that stays the same between renders and does what the newest one does. For handlers only: what is drawn
 * must not come from it, for a component that holds it is not drawn again when the newest one changes.
 */
export function useStable<Arguments extends unknown[]>(newest: (...given: Arguments) => void) {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
