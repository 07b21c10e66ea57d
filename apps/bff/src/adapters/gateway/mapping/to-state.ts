/** The vendor's open set of states, in the console's words. */
import { type ConnectorState, unfinishedStates } from '@console/console-contract';
import { plainName } from '../calls/plain-text.ts';

const states = new Map<string, ConnectorState>([
  ['PENDING', 'pending'],
  ['QUEUED', 'queued'],
  ['PROCESSING', 'running'],
  ['RUNNING', 'running'],
  ['FINISHED_SUCCESS', 'succeeded'],
  ['SUCCESS', 'succeeded'],
  ['INCOMPLETE', 'errors'],
]);
/** A word with one of these counts as errors, and every other unknown word is shown as it is: trouble is never counted as health. */
const trouble = /ERROR|FAIL/;
export const noTrouble = /(WITH_)?(NO|WITHOUT)_?(ANY_?)?(ERROR|FAIL(URE)?)S?/;

/** `stateText` keeps the vendor's own word, for a state that is not known here. */
export function toState(raw: string | null): { state: ConnectorState; stateText: string } {
  const stateText = plainName(raw ?? '').trim();
  const word = wordOf(stateText);
  const isTrouble = trouble.test(word) && !noTrouble.test(word);
  return { state: states.get(word) ?? (isTrouble ? 'errors' : 'unknown'), stateText };
}

/** A connector or member may be told as disabled by its state alone, whatever its flag says or leaves out. */
export function isDisabledState(raw: string | null): boolean {
  return wordOf(raw ?? '') === 'DISABLED';
}

/** Words of the vendor come in either case, with spaces, dashes or underscores. */
export function wordOf(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Until its first job ends a connector reports its creation as its last sync, and while any job waits or runs that cannot be told from
 * a sync: only a job that has ended says when. What was known before is for the snapshot to keep.
 */
export function syncedAt(state: ConnectorState, lastSynced: string | null): string | null {
  return unfinishedStates.includes(state) ? null : lastSynced;
}
