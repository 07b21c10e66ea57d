/** What can be turned on a running simulator: lifetimes, limits, pace, and the variants of behaviour seen in the field. */
import { z } from 'zod';

export const Settings = z.strictObject({
  /** How long a token lives. */
  tokenLifetimeSeconds: z.number().positive(),
  /** How T1 writes the token. */
  tokenForm: z.enum(['text', 'folded', 'quoted', 'json']),
  /** Calls of one operation within a rolling window; the token call is free. */
  rateLimit: z.strictObject({ limit: z.int().positive(), windowSeconds: z.int().positive() }),
  /** Calls of one operation at the same time. */
  concurrencyLimit: z.int().positive(),
  /**
   * How a call that a limit blocks is refused: with which status, and told by which headers. `429-bare` has no more than the limit and
   * what is left of it; the others that begin with 409 have no headers at all, and their body alone tells.
   */
  limitStyle: z.enum(['409', '429', '429-bare', '409-json', '409-xml', '409-text']),
  /** Connectors and members together. */
  licenceLimit: z.int().nonnegative(),
  /** Added to every answer. */
  latencyMs: z.int().nonnegative(),
  /** Multiplies the duration of tests and runs; 0 ends them at once. */
  pace: z.number().nonnegative(),
  /** The verb that edits (A4, W5). */
  editMethod: z.enum(['PUT', 'POST']),
  /** The verb that enables and disables (A10, W7). */
  statusMethod: z.enum(['PUT', 'POST']),
  /** What W7 and W8 take: `{"action": "ENABLE 1"}` or `[1]`. */
  awsActionBody: z.enum(['action', 'ids']),
  /** What the apps of a member are identified by: what its organization's connector was made with, or its own subscription or role. */
  memberIdentifiers: z.enum(['organization', 'account']),
  /** Whether W13's `offset` counts rows or pages. */
  ouListPaging: z.enum(['offset', 'page']),
});
export type Settings = z.output<typeof Settings>;

export const defaultSettings: Settings = {
  tokenLifetimeSeconds: 4 * 60 * 60,
  tokenForm: 'text',
  rateLimit: { limit: 2_000, windowSeconds: 3_600 },
  concurrencyLimit: 10,
  limitStyle: '409',
  licenceLimit: 200_000,
  latencyMs: 0,
  pace: 1,
  editMethod: 'PUT',
  statusMethod: 'PUT',
  awsActionBody: 'action',
  memberIdentifiers: 'organization',
  ouListPaging: 'offset',
};
