import { startTransition, useEffect, useState } from 'react';

/** Counted in frames and not in milliseconds: on a slow machine every frame would last longer than the pause. */
const STILL_FRAMES = 6;

const waiting = new Set<() => void>();
let framesSince = 0;

/**
 * False when a component appears, true once nothing new has appeared for some frames. For what a row may show a little
 * later than its text: while thousands of rows fly past, drawing it would cost frames and be of no use.
 */
export function useStill(): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => waitFor(() => setStill(true)), []);
  return still;
}

function waitFor(run: () => void): () => void {
  if (waiting.size === 0) requestAnimationFrame(countFrame);
  waiting.add(run);
  framesSince = 0;
  return () => {
    waiting.delete(run);
  };
}

/** All rows in one transition: they are drawn together, and a key pressed meanwhile comes first. */
function countFrame(): void {
  framesSince += 1;
  if (framesSince < STILL_FRAMES) {
    if (waiting.size > 0) requestAnimationFrame(countFrame);
    return;
  }
  const all = [...waiting];
  waiting.clear();
  startTransition(() => {
    for (const run of all) run();
  });
}
