/**
 * The running test of a tenant, remembered by this tab, so that a reload finds it again. Only ids: the secret is never
 * written anywhere.
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

export function rememberTest(workspace: string, tenant: Tenant, test: RememberedTest): void {
  try {
    sessionStorage.setItem(keyOf(workspace, tenant), JSON.stringify(test));
  } catch {
    // Storage is blocked: the test lasts until the page is left.
  }
}

export function recallTest(workspace: string, tenant: Tenant): RememberedTest | undefined {
  try {
    const parsed = RememberedTest.safeParse(
      JSON.parse(sessionStorage.getItem(keyOf(workspace, tenant)) ?? 'null'),
    );
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(workspace: string, { tenantId, applicationId }: Tenant): string {
  return `console.azure-test.${workspace}.${tenantId}.${applicationId}`.toLowerCase();
}
