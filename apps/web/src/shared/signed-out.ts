/** The news that the session has ended, from whichever call met it first to the one place that acts on it. */
const listeners = new Set<() => void>();

/** Called by the console client on `signed-out`, and by no other failure: a workspace's wrong secret ends no session. */
export function announceSignedOut(): void {
  for (const listener of listeners) listener();
}

/** Answers how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
