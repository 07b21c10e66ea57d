import { useEffect } from 'react';

let arrived = false;

/**
 * What every page does when it opens: the title `Name · Section · Connector Console`, the view at the top and the focus
 * on its h1 (`id="page-title"`), so that a change of place is announced. The first page of a visit keeps the browser's
 * own focus. Pass the most particular name first.
 */
export function usePage(...names: readonly string[]): void {
  const title = [...names, 'Connector Console'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (arrived) {
      window.scrollTo(0, 0);
      document.getElementById('page-title')?.focus({ preventScroll: true });
    }
    arrived = true;
  }, []);
}
