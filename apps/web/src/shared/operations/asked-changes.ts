/**
 * The changes that were asked for from this browser tab since the console was opened, newest last, until the person puts
 * them away: what became of them is told wherever she goes meanwhile. Only ids are kept, and only in memory: the
 * operations themselves are the server's, and Activity lists them all.
 */
import { useSyncExternalStore } from 'react';

/** As many as a user keeps an eye on; each costs a call when a page opens. */
const MOST = 12;
const NONE: readonly string[] = [];

const byWorkspace = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();

export function noteAsked(workspace: string, operation: string): void {
  const before = byWorkspace.get(workspace) ?? NONE;
  if (!before.includes(operation)) put(workspace, [...before, operation].slice(-MOST));
}

export function forgetAsked(workspace: string, operation: string): void {
  const before = byWorkspace.get(workspace) ?? NONE;
  if (before.includes(operation))
    put(
      workspace,
      before.filter((one) => one !== operation),
    );
}

/** Ids of operations, the newest last. */
export function useAskedChanges(workspace: string): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => byWorkspace.get(workspace) ?? NONE,
  );
}

function put(workspace: string, asked: readonly string[]): void {
  byWorkspace.set(workspace, asked);
  for (const listener of listeners) listener();
}
