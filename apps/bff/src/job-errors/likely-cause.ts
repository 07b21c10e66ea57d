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
  const read = message.slice(0, longestRead);
  const known = causesOf[cloud].find(({ pattern }) => pattern.test(read));
  if (known === undefined) return null;
  const { pattern: _, ...cause } = known;
  return cause;
}
