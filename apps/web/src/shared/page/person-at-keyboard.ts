/**
 * Whether a person is at the keyboard. Calls made on a timer must not keep a forgotten session alive, so the console
 * is told which calls came while the user was there.
 */
const ATTENTION_MS = 60_000;
let lastInput = 0;

/** Listens from now on; opening the page counts as being there. */
export function watchActivity(): void {
  const note = () => {
    lastInput = Date.now();
  };
  note();
  for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    window.addEventListener(type, note, { passive: true, capture: true });
  }
}

/** True when the last key, click or scroll is at most a minute old. */
export function personIsActive(): boolean {
  return Date.now() - lastInput <= ATTENTION_MS;
}
