/** The vendor's open set of states, in the console's words. */
import { type ConnectorState, unfinishedStates } from '@console/console-contract';
import { plainName } from '../calls/plain-text.ts';

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

/**
 * Until its first job ends a connector reports its creation as its last sync, and while any job waits or runs that cannot be told from
 * a sync: only a job that has ended says when. What was known before is for the snapshot to keep.
 */
export function syncedAt(state: ConnectorState, lastSynced: string | null): string | null {
  return unfinishedStates.includes(state) ? null : lastSynced;
}
