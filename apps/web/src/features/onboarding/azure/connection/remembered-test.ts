/**
 * The test of a draft's tenant, remembered by this tab, so that a reload finds it again. Another draft of the same tenant, a
 * copied one above all, may have another secret: its test is not this one. Only ids: the secret is never written anywhere.
 */

import { JobId, Timestamp } from '@console/console-contract';
import * as z from 'zod/mini';
import type { Tenant } from '../azure-draft.ts';

const RememberedTest = z.object({
  jobId: JobId,
  askedAt: z.number(),
  startedAt: z.optional(Timestamp),
});
export type RememberedTest = z.output<typeof RememberedTest>;

/** Where the test belongs. */
export type TestPlace = { workspace: string; draft: string | null };

export function rememberTest(place: TestPlace, tenant: Tenant, test: RememberedTest): void {
  if (place.draft === null) return;
  try {
    sessionStorage.setItem(keyOf(place, tenant), JSON.stringify(test));
  } catch {
    // Storage is blocked: the test lasts until the page is left.
  }
}

export function recallTest(place: TestPlace, tenant: Tenant): RememberedTest | undefined {
  try {
    const parsed = RememberedTest.safeParse(
      JSON.parse(sessionStorage.getItem(keyOf(place, tenant)) ?? 'null'),
    );
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function keyOf({ workspace, draft }: TestPlace, { tenantId, applicationId }: Tenant): string {
  return `console.azure-test.${workspace}.${draft}.${tenantId}.${applicationId}`.toLowerCase();
}
