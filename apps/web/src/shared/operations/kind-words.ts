/** What is said of an operation by its kind, in whatever place it is read. */
import { type BulkProgress, kindOf, type Operation, OperationKind } from '@console/console-contract';
import { numberText } from '../../ui/time/number-text.ts';
import { jobsText } from './job-words.ts';

/** What an operation is called while it is read: its kind with the name of the connector, or how many they are. */
export function operationTitle({ kind, connectorName }: Pick<Operation, 'kind' | 'connectorName'>): string {
  return `${kindOf(kind).title} ${connectorName}`;
}

/** The same once it is over, where all of it was done: "2 connectors disabled". */
export function settledTitle(operation: Pick<Operation, 'kind' | 'connectorName' | 'state'>): string {
  const { kind, connectorName, state } = operation;
  const over = state === 'succeeded' && !startsJob(kind);
  return over ? `${connectorName} ${kindOf(kind).past}` : operationTitle(operation);
}

/** The gateway only starts a job, so that its yes is not said to mean that it went well. `kind` of an entry of the activity may be any. */
export function startsJob(kind: string): boolean {
  const known = OperationKind.safeParse(kind);
  return known.success && kindOf(known.data).startsJob === true;
}

/** Completes "14 of 14 …". */
export function doneWord(kind: string): string {
  return startsJob(kind) ? 'started' : 'done';
}

/** "12 of 25 done · 2 failed · 11 to go"; of a run "12 of 25 started · 5 running", and in the end how its jobs ended. */
export function progressText(items: BulkProgress, kind: string): string {
  const { total, done, failed, cancelled, open, jobs } = items;
  if (jobs !== null && done === total && jobs.running === 0) return jobsText(jobs);
  const part = (count: number, word: string) => (count === 0 ? [] : [`${numberText(count)} ${word}`]);
  return [
    `${numberText(done)} of ${numberText(total)} ${doneWord(kind)}`,
    ...part(failed, 'failed'),
    ...part(cancelled, 'not sent'),
    ...part(open, 'to go'),
    ...(jobs === null ? [] : [jobsText(jobs)]),
  ].join(' · ');
}
