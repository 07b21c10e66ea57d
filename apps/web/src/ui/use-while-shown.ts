import { useEffect, useRef } from 'react';
import { useStable } from './use-stable.ts';

/** A handler for what comes late: it does what the newest one does, and nothing once its component has left the screen. */
export function useWhileShown<Arguments extends unknown[]>(newest: (...given: Arguments) => void) {
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return useStable((...given: Arguments) => {
    if (shown.current) newest(...given);
  });
}
