/** What a job error most likely means. Knows the patterns and their order, and nothing of where messages come from. */
import type { Cloud, LikelyCause } from '@console/console-contract';
import { awsCauses } from './aws-causes.ts';
import { azureCauses } from './azure-causes.ts';
import { gatewayCauses } from './gateway-causes.ts';
import type { KnownCause } from './known-cause.ts';

/** The cloud's own texts say more than the vendor's around them, so they are tried first. */
const causesOf: Record<Cloud, readonly KnownCause[]> = {
  azure: [...azureCauses, ...gatewayCauses],
  aws: [...awsCauses, ...gatewayCauses],
};

// Messages come from outside; a very long one must not keep the patterns busy.
const longestRead = 4000;

export function likelyCauseOf(message: string, cloud: Cloud): LikelyCause | null {
  const known = knownCauseOf(message, cloud);
  if (known === null) return null;
  const { pattern: _, duringTest: __, ...cause } = known;
  return cause;
}

/** The same for a connection test: there is no connector yet whose next run, members or id could matter. */
export function likelyCauseOfTest(message: string, cloud: Cloud): { title: string; steps: string[] } | null {
  const known = knownCauseOf(message, cloud);
  if (known === null) return null;
  const { title, kind, steps, duringTest } = known;
  return { title, steps: duringTest ?? (kind === 'transient' ? ['Wait a minute, then test again.'] : steps) };
}

function knownCauseOf(message: string, cloud: Cloud): KnownCause | null {
  const read = message.slice(0, longestRead);
  return causesOf[cloud].find(({ pattern }) => pattern.test(read)) ?? null;
}
