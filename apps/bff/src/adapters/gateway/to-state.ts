/** The vendor's open set of states, in the console's words. */
import type { ConnectorState } from '@console/console-contract';
import { plainName } from './plain-text.ts';

const states = new Map<string, ConnectorState>([
  ['PENDING', 'pending'],
  ['QUEUED', 'queued'],
  ['PROCESSING', 'running'],
  ['RUNNING', 'running'],
  ['FINISHED_SUCCESS', 'succeeded'],
  ['FINISHED_ERRORS', 'errors'],
]);

/** `stateText` keeps the vendor's own word, for a state that is not known here. */
export function toState(raw: string | null): { state: ConnectorState; stateText: string } {
  const stateText = plainName(raw ?? '').trim();
  return { state: states.get(stateText.toUpperCase()) ?? 'unknown', stateText };
}

/** A connector that is still pending reports its creation as its last sync: it has never synced. */
export function syncedAt(state: ConnectorState, lastSynced: string | null): string | null {
  return state === 'pending' ? null : lastSynced;
}
