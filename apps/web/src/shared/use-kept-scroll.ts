import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type { KeptScroll } from '../ui/virtual-table.tsx';

/** In pixels, by the key that the router gives to each entry of the history. */
const tops = new Map<string, number>();

/** Where a list was scrolled to, by entry of the history: Back and Forward find it again, a fresh visit begins at the top. */
export function useKeptScroll(): KeptScroll {
  const { key } = useLocation();
  return useMemo(() => ({ top: () => tops.get(key), keep: (top) => void tops.set(key, top) }), [key]);
}
