/** The news that the session has ended, from whichever call met it first to the one place that acts on it. */
const listeners = new Set<() => void>();

let sessionsBegun = 0;

/** Which of the sessions of this visit a call belongs to; to be noted when it is sent. */
export function currentSession(): number {
  return sessionsBegun;
}

/** Called when a person has signed in: what was asked before says nothing about the session that begins now. */
export function noteSessionBegun(): void {
  sessionsBegun += 1;
}

/**
 * Called by the console client on `signed-out`, and by no other failure: a workspace's wrong secret ends no session. On a slow
 * line the refusal of a call may come after its person has signed in again, who is not to be sent away once more.
 */
export function announceSignedOut(session: number): void {
  if (session !== sessionsBegun) return;
  for (const listener of listeners) listener();
}

/** Answers how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
