/** How old the picture of the connectors is, and how much of the vendor's call budget is left to renew it. */
import * as z from 'zod/mini';
import { BareProblem } from '../problem.ts';
import { Timestamp } from '../values.ts';

/** How full the vendor's call budget is, as its rate headers last told; `null` while none was seen. */
export const ApiBudget = z.object({
  limit: z.number(),
  remaining: z.number(),
  /** `null` when the gateway does not say in what time the limit counts. */
  windowSeconds: z.nullable(z.number()),
  at: Timestamp,
  /** Until when background work keeps still, because the gateway asked for it or the rest is left to people. */
  waitingUntil: z.nullable(Timestamp),
  /** The vendor counts each kind of call by itself: this is the one of which the least is left, in words. */
  call: z.string(),
  /** Until when, at the latest, the gateway takes none of them from any caller; `null` while it does. */
  spentUntil: z.nullable(Timestamp),
});
export type ApiBudget = z.output<typeof ApiBudget>;

/** How old one cloud's picture is and, when refreshing fails, since when and why. */
export const CloudFreshness = z.object({
  asOf: z.nullable(Timestamp),
  /** Rows that could not be read, or pages that ended early: the list may be incomplete. */
  incomplete: z.boolean(),
  failing: z.nullable(z.object({ since: Timestamp, problem: BareProblem })),
});

export const Freshness = z.object({
  asOf: z.nullable(Timestamp),
  refreshing: z.boolean(),
  everySeconds: z.number(),
  azure: CloudFreshness,
  aws: CloudFreshness,
  budget: z.nullable(ApiBudget),
  /** Of how many connectors the last job ended with errors, and of how many of those the console has read them. */
  errors: z.object({ read: z.number(), failing: z.number() }),
});
export type Freshness = z.output<typeof Freshness>;
