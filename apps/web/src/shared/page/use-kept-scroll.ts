import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type { KeptScroll } from '../../ui/table/virtual-table.tsx';

/** In pixels, by what was shown at an entry of the history; the router has a key for each. */
const tops = new Map<string, number>();

/**
 * Where a list was scrolled to, by entry of the history: Back and Forward find it again; a fresh visit and another filter or
 * order, which `shown` tells apart, begin at the top.
 */
export function useKeptScroll(shown: string): KeptScroll {
  const { key } = useLocation();
  const place = `${key} ${shown}`;
  return useMemo(
    () => ({ top: () => tops.get(place) ?? 0, keep: (top) => void tops.set(place, top) }),
    [place],
  );
}
