import { startTransition, useEffect, useState } from 'react';

/** Long enough that no frame of a scroll and no key of a word falls between, short enough to seem at once. */
const STILL_MS = 80;

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * False when a component appears, true once nothing new has appeared for a moment. For what a row may show a little
 * later than its text: while thousands of rows fly past, drawing it would cost frames and nobody could use it.
 */
export function useStill(): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => waitFor(() => setStill(true)), []);
  return still;
}

function waitFor(run: () => void): () => void {
  waiting.add(run);
  clearTimeout(timer);
  timer = setTimeout(runAll, STILL_MS);
  return () => {
    waiting.delete(run);
  };
}

/** All rows in one transition: they are drawn together, and a key pressed meanwhile comes first. */
function runAll(): void {
  const all = [...waiting];
  waiting.clear();
  startTransition(() => {
    for (const run of all) run();
  });
}
