import { useEffect } from 'react';

/** Asks before a page with unsaved edits is left, by a link of this page or by closing it. */
export function useUnsavedLeave(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
    // Before the router hears of it: its links obey a click that was taken back.
    document.addEventListener('click', askFirst, { signal, capture: true });
    return () => leaving.abort();
  }, [isChanged]);
}

function askFirst(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const staysHere =
    link === null || link.getAttribute('target') === '_blank' || event.ctrlKey || event.metaKey;
  if (staysHere || window.confirm('Leave without saving? What you changed here is lost.')) return;
  event.preventDefault();
  event.stopPropagation();
}
