/** Tests and jobs: the connection test (A1, W1), its job (A2), runs (A7, W6) and the last job's errors (A15, W12). */
import { z } from 'zod';
import { optionalId, optionalMessage, optionalText, optionalTime, tolerantField } from './fields.ts';
import { markedCountOf, messageTextOf } from './messages.ts';

/** The answer of A1 and W1. Only `responseCode` `SUCCESS` is a success, even under HTTP 200. Azure adds the job to wait for. */
export const ConnectionTest = z.object({
  responseMessage: optionalMessage,
  responseCode: optionalText,
  jobUuid: optionalId,
});
export type ConnectionTest = z.output<typeof ConnectionTest>;

/** The answer of A2. `createOn` is the vendor's spelling. Only `COMPLETED` without an error is documented as done. */
export const TestJob = z
  .object({
    status: optionalText,
    error: tolerantField<string, string | null>(readErrorText),
    createOn: optionalTime,
    createdOn: optionalTime,
    updatedOn: optionalTime,
  })
  .refine((job) => job.status !== null || job.error !== null, 'not a job')
  .transform(({ createdOn, ...job }) => ({ ...job, createOn: job.createOn ?? createdOn }));
export type TestJob = z.output<typeof TestJob>;

/** The answer of A7 (a text) and W6 (an object). `marked` is the count the sentence names: fewer than asked means some were skipped. */
export const RunAnswer = z
  .union([z.string(), z.object({ responseMessage: z.union([z.string(), z.looseObject({})]) })])
  .transform((answer) => {
    const message = typeof answer === 'string' ? answer : answer.responseMessage;
    const responseMessage = (messageTextOf(message) ?? '').trim();
    return { responseMessage, marked: markedCountOf(responseMessage) };
  });
export type RunAnswer = z.output<typeof RunAnswer>;

/** One error of the last job (A15, W12). An empty page means the last job had none. */
export const LastJobError = z.object({
  type: optionalText,
  errorMsg: optionalMessage,
  created: optionalTime,
});
export type LastJobError = z.output<typeof LastJobError>;

/** What stands for no error: as words, and as what is empty however deep it goes. */
const noErrors = /^(null|none|nil|undefined|false|no errors?|n\/a|0|-+|\[\s*\]|\{\s*\}|"")$/i;

function readErrorText(raw: unknown): string | null {
  if (!saysAnything(raw, 4)) return null;
  return messageTextOf(raw) ?? JSON.stringify(raw);
}

function saysAnything(raw: unknown, depth: number): boolean {
  if (raw === undefined || raw === null || raw === false || raw === 0) return false;
  if (typeof raw === 'string') return raw.trim() !== '' && !noErrors.test(raw.trim());
  if (typeof raw !== 'object' || depth === 0) return true;
  return Object.values(raw).some((part) => saysAnything(part, depth - 1));
}
