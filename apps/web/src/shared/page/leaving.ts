/**
 * Leaving a page that holds something unsaved. The router of the browser does not ask the user (one that can
 * weighs 17 KB more), so code that leads away from a page in another way than by a link does it through `leaveFor`.
 */
type Go = () => void;
type Guard = { ask: (go: Go) => void; onHistory: (event: PopStateEvent) => void };

let guard: Guard | null = null;

/** Call it before the router is drawn: at the window those hear first who listened first, and the router must not hear all. */
export function watchHistory(): void {
  window.addEventListener('popstate', (event) => guard?.onHistory(event));
}

/** Goes at once, or once the person has agreed to lose what is unsaved. */
export function leaveFor(go: Go): void {
  if (guard === null) go();
  else guard.ask(go);
}

export type Guarded = {
  /** Opens what asks; `go` leads to where the person wanted. */
  ask: (go: Go) => void;
  /** Follows a link of this console as the router does. */
  follow: (place: string) => void;
};

/**
 * From here on asks before the page is left by a link, by back and forward, by `leaveFor`, or by being closed. Addresses
 * with the same path belong to the page. Returns the way to end that.
 */
export function guardLeaving({ ask, follow }: Guarded): () => void {
  const guarding = new AbortController();
  const { signal } = guarding;
  guard = { ask, onHistory: takenBack(ask) };
  window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
  const onClick = (event: MouseEvent) => {
    const place = placeLeftFor(event);
    if (place === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    ask(() => follow(place));
  };
  // Before the router's links hear of it.
  document.addEventListener('click', onClick, { signal, capture: true });
  return () => {
    guard = null;
    guarding.abort();
  };
}

/** Where a click on a link of this console leads, `undefined` when the page stays or another tab opens. */
function placeLeftFor(event: MouseEvent): string | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (link === null || elsewhere || link.target === '_blank' || link.hasAttribute('download')) return;
  const { origin, pathname, search, hash } = link;
  if (origin !== window.location.origin || pathname === window.location.pathname) return;
  return `${pathname}${search}${hash}`;
}

/** Back and forward cannot be stopped, only undone: the router does not hear of the way there and back. */
function takenBack(ask: Guarded['ask']): Guard['onHistory'] {
  const here = { path: window.location.pathname, entry: entryNow() };
  let returning = false;
  return (event) => {
    const steps = entryNow() - here.entry;
    const isThere = window.location.pathname === here.path;
    if (!returning && (isThere || Number.isNaN(steps) || steps === 0)) return;
    event.stopImmediatePropagation();
    returning = !returning;
    if (!returning) return;
    window.history.go(-steps);
    ask(() => window.history.go(steps));
  };
}

/** The router numbers the entries of the history; `NaN` for one that it did not make. */
function entryNow(): number {
  const { state } = window.history;
  return typeof state === 'object' && state !== null && 'idx' in state ? Number(state.idx) : Number.NaN;
}
