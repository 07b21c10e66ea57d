import { useLayoutEffect, useRef } from 'react';

/**
 * What every page does when it opens: the title `Name · Section · Connector Console`, the view at the top and the focus
 * on its h1 (`id="page-title"`), so that a change of place is announced. The first page of a visit keeps the browser's
 * own focus until the person has done something. Pass the most particular name first.
 */
export function usePage(...names: readonly string[]): void {
  const title = [...names, 'Connector Console'].join(' · ');
  const opened = useRef(false);
  // A page that waits for code is hidden meanwhile and loses the focus; a page that takes another name has lost its
  // controls. A layout effect runs again when the page is shown. A user who has moved on by then keeps their place.
  useLayoutEffect(() => {
    document.title = title;
    const first = !opened.current;
    opened.current = true;
    if (!navigator.userActivation.hasBeenActive) return;
    if (first) window.scrollTo(0, 0);
    if (first || document.activeElement === document.body) {
      document.getElementById('page-title')?.focus({ preventScroll: true });
    }
  }, [title]);
}
