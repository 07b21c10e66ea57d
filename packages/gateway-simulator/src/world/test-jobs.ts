/** The job a connection test on Azure starts: it takes some seconds, and its success makes the tenant's groups known. */

import * as say from './provider-errors.ts';
import { drawsFor } from './random.ts';
import type { TestJob, Trouble, World } from './world.ts';

type Credentials = { tenantId: string; applicationId: string; secretValue: string };

const nowhere = '00000000-0000-0000-0000-000000000000';

/** What the beginning of a secret does to a test; see the README's special inputs. */
const failingSecrets: Record<string, (credentials: Credentials) => string> = {
  'expired~': say.secretExpired,
  'wrong~': say.secretWrong,
  'noaccess~': say.groupsForbidden,
  'blocked~': say.accessBlocked,
  'disabled~': say.applicationDisabled,
  'throttled~': ({ applicationId }) => say.azureThrottled(applicationId),
  'masked~': () => say.maskedError,
};

/** Secrets a test accepts and later runs do not. */
const secretsThatFailLater: Record<string, Trouble> = {
  'expires~': 'secret-expired',
  'rotated~': 'secret-wrong',
  'loses-access~': 'groups-forbidden',
  'masks~': 'masked',
};

/** Why the cloud refuses these credentials, in the cloud's words; null when it accepts them. */
export function refusalOf(credentials: Credentials): string | null {
  if (credentials.tenantId === nowhere) return say.tenantUnknown(credentials);
  if (credentials.applicationId === nowhere) return say.applicationUnknown(credentials);
  const refusal = Object.entries(failingSecrets).find(([start]) => credentials.secretValue.startsWith(start));
  return refusal ? refusal[1](credentials) : null;
}

/** What runs of a connector with this secret will meet. */
export function laterTroubleOf(secretValue: string): Trouble | null {
  const trouble = Object.entries(secretsThatFailLater).find(([start]) => secretValue.startsWith(start));
  return trouble ? trouble[1] : null;
}

export function startTestJob(world: World, credentials: Credentials, now: number, pace: number): TestJob {
  const draws = drawsFor('test job', credentials.tenantId, now, world.testJobs.length);
  const { tenantId, applicationId, secretValue } = credentials;
  const duration = secretValue.startsWith('slow~') ? 60_000 : 3_000 + draws.below(3_000);
  const job: TestJob = {
    uuid: draws.uuid(),
    tenantId,
    applicationId,
    startedAt: now,
    endsAt: secretValue.startsWith('stuck~') ? null : now + duration * pace,
    error: refusalOf(credentials),
  };
  world.testJobs = [...world.testJobs.slice(-499), job];
  return job;
}

export type TestJobStatus = 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED';

export function statusOf(job: TestJob, now: number): TestJobStatus {
  if (job.endsAt !== null && job.endsAt <= now) return job.error === null ? 'COMPLETED' : 'FAILED';
  return now - job.startedAt < 1_000 ? 'PENDING' : 'RUNNING';
}

/** Makes the groups of tenants known whose test has completed by `now`. True when any was new. */
export function settleTestJobs(world: World, now: number): boolean {
  const before = world.knownTenants.size;
  for (const job of world.testJobs) {
    if (statusOf(job, now) === 'COMPLETED') world.knownTenants.add(tenantKey(job));
  }
  return world.knownTenants.size > before;
}

export function tenantKey({ tenantId, applicationId }: { tenantId: string; applicationId: string }): string {
  return `${tenantId}/${applicationId}`.toLowerCase();
}
