/**
 * What is said of a change that the gateway took. Of a run that is not yet that it went well: the gateway only starts the job,
 * and what becomes of it is the connector's own state.
 */

export function isRun(kind: string): boolean {
  return kind === 'run-connector' || kind === 'run-connectors';
}

/** Completes "14 of 14 …". */
export function doneWord(kind: string): string {
  return isRun(kind) ? 'started' : 'done';
}
