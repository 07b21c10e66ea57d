/** Where the focus goes on when what it would have gone back to is gone: a browser would begin at the top of the page again. */

/** Finds the control that takes the place of what is gone, or `null` when there is no place any more. */
type NextPlace = () => HTMLElement | null;

let offered: NextPlace | undefined;

/** Of what goes away behind an open dialog: asked for when the dialog closes, and forgotten when another one opens. */
export function offerNextPlace(place: NextPlace | undefined): void {
  offered = place;
}

/** Gives a lost focus to the place that was offered, or else to the page's heading; `false` when the focus is not lost. */
export function catchLostFocus(): boolean {
  if (document.activeElement !== document.body) return false;
  const place = offered?.() ?? document.getElementById('page-title');
  offered = undefined;
  place?.focus({ preventScroll: true });
  return true;
}
