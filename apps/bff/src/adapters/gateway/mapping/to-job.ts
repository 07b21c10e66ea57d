/** Jobs in the console's words: what the last one complained about, and how far a connection test is. */
import type { LastJobError, TestJob } from '@console/gateway-contract';
import type { AzureTestProgress, JobMessage } from '../../../ports/connector-gateway.ts';
import { plainName, plainText } from '../calls/plain-text.ts';

export function toJobMessage({ type, errorMsg, created }: LastJobError): JobMessage {
  return { type: plainName(type), message: plainText(errorMsg ?? ''), at: created };
}

/** Only `COMPLETED` is documented. Words of failure and any error text are a failure; everything else is still under way. */
export function toTestProgress({ status, error, createOn, updatedOn }: TestJob): AzureTestProgress {
  const stateText = plainName(status ?? '').trim();
  const word = stateText.toUpperCase();
  const failed = error !== null || /^(FAILED|FAILURE|ERROR|ERRORS|ABORTED|CANCELLED|CANCELED)$/.test(word);
  const state = failed ? 'failed' : word === 'COMPLETED' ? 'succeeded' : 'running';
  return { state, stateText, error: plainText(error), startedAt: createOn, updatedAt: updatedOn };
}
