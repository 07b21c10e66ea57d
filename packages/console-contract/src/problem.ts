/** The one shape of every error answer: what happened, what was kept, what to do next, and an id to quote. */
import * as z from 'zod/mini';
import { Timestamp } from './values.ts';

export const ProblemCode = z.enum([
  'invalid-request',
  'unsupported-media-type',
  'too-large',
  'not-found',
  'method-not-allowed',
  'signed-out',
  'forbidden',
  'cross-site',
  'wrong-credentials',
  'slow-down',
  'setup-closed',
  'setup-link-invalid',
  'name-taken',
  'conflict',
  'key-in-use',
  'secret-needed',
  'host-not-allowed',
  'gateway-refused-credentials',
  'gateway-or-cloud-refused',
  'gateway-forbidden',
  'gateway-licence',
  'gateway-not-found',
  'gateway-rejected',
  'gateway-conflict',
  'gateway-rate-limited',
  'gateway-unavailable',
  'gateway-timeout',
  'gateway-redirected',
  'gateway-unreadable',
  'outcome-unknown',
  'unavailable',
  'internal',
]);
export type ProblemCode = z.output<typeof ProblemCode>;

export const Problem = z.object({
  code: ProblemCode,
  /** What happened, in one sentence. */
  message: z.string(),
  /** What was kept or left untouched. */
  kept: z.optional(z.string()),
  /** What the person can do now. */
  next: z.optional(z.string()),
  /** Messages by dotted field path. */
  fields: z.optional(z.record(z.string(), z.string())),
  /** Scrubbed words of the gateway, plain text, at most 500 characters. */
  detail: z.optional(z.string()),
  /** When trying again makes sense, in seconds. */
  retryAfter: z.optional(z.number()),
  /** The same as a moment, for what is kept with an operation and read later. */
  retryAt: z.optional(Timestamp),
  /** The status of an answer of the gateway that tells nothing of what it did. */
  gatewayStatus: z.optional(z.number()),
  requestId: z.string(),
});
export type Problem = z.output<typeof Problem>;

/** A problem before a request id makes it an answer: as it is kept with an operation, and told inside other answers. */
export const BareProblem = z.omit(Problem, { requestId: true });
export type BareProblem = z.output<typeof BareProblem>;
