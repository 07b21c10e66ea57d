/** Jobs in the console's words: what the last one complained about, and how far a connection test is. */
import type { LastJobError, TestJob } from '@console/gateway-contract';
import type { AzureTestProgress, JobMessage } from '../../../ports/connector-gateway.ts';
import { plainName, plainText } from '../calls/plain-text.ts';
import { errorText } from './error-text.ts';
import { noTrouble, wordOf } from './to-state.ts';

export function toJobMessage({ type, errorMsg, created }: LastJobError): JobMessage {
  return { type: plainName(type), message: errorText(errorMsg) ?? '', at: created };
}

/**
 * Only `COMPLETED` is documented. Words near it are taken for it, words of failure and any error text for a failure; everything else is
 * still under way.
 */
export function toTestProgress({ status, error, createOn, updatedOn }: TestJob): AzureTestProgress {
  const stateText = plainName(status ?? '').trim();
  const word = wordOf(stateText).replace(noTrouble, '');
  const failed = error !== null || failure.test(word);
  const state = failed ? 'failed' : success.test(word) ? 'succeeded' : 'running';
  return { state, stateText, error: plainText(error), startedAt: createOn, updatedAt: updatedOn };
}

const failure =
  /ERROR|FAIL|ABORT|CANCEL|TIMED?_?OUT|EXPIRED|REJECTED|REFUSED|DENIED|INCOMPLETE|NOT_COMPLETE|UNSUCCESS|KILLED|TERMINATED|STOPPED|CRASHED/;
const success =
  /^_*((JOB|TEST)_)?(COMPLETED?|FINISHED|SUCCESS|SUCCEEDED|SUCCESSFUL|DONE)(_(WITH_)?(SUCCESS|SUCCESSFULLY|OK))?_*$/;
