import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { isStillAt } from '../page/use-late-navigate.ts';

/**
 * The operation that the page's address names, so that a reload finds it again, and the way to name another. That waits
 * for a part of the page that is just coming, and does nothing once the page has been left.
 */
export function useAddressedOperation(): [string | null, (operation: string) => void] {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const [asked, setAsked] = useState<string | null>(null);
  const named = useRef<string | null>(null);
  useEffect(() => {
    if (asked === null || asked === named.current || !isStillAt(pathname)) return;
    named.current = asked;
    setSearch({ operation: asked }, { replace: true });
  }, [asked, pathname, setSearch]);
  return [search.get('operation'), setAsked];
}
