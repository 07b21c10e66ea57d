/** Where the focus goes on when what it would have gone back to is gone: a browser would begin at the top of the page again. */

/** Finds the control that takes the place of what is gone, or `null` when there is no place any more. */
type NextPlace = () => HTMLElement | null;

let offered: NextPlace | undefined;

/** Of what goes away behind an open dialog: asked for when the dialog closes. */
export function offerNextPlace(place: NextPlace): void {
  offered = place;
}

/** What was offered behind one dialog is nothing to the next. */
export function forgetNextPlace(): void {
  offered = undefined;
}

/** Gives a lost focus to the place that was offered, or else to the page's heading; `false` when the focus is not lost. */
export function catchLostFocus(): boolean {
  if (document.activeElement !== document.body) return false;
  const place = offered?.();
  offered = undefined;
  if (place) place.focus();
  else document.getElementById('page-title')?.focus({ preventScroll: true });
  return true;
}
