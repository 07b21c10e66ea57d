/** What a job error most likely means. Knows the patterns and their order, and nothing of where messages come from. */
import type { Cloud, Connector, LikelyCause, Repair } from '@console/console-contract';
import { awsCauses } from './aws-causes.ts';
import { azureCauses } from './azure-causes.ts';
import { fillIn, type Known, placesIn, plainValueOf } from './blanks.ts';
import type { CommandTemplate } from './commands.ts';
import { gatewayCauses } from './gateway-causes.ts';
import type { KnownCause } from './known-cause.ts';

/** The cloud's own texts say more than the vendor's around them, so they are tried first. */
const causesOf: Record<Cloud, readonly KnownCause[]> = {
  azure: [...azureCauses, ...gatewayCauses],
  aws: [...awsCauses, ...gatewayCauses],
};

// Messages come from outside; a very long one must not keep the patterns busy.
const longestRead = 4000;

/** In few words; `null` where it is not known. */
export function causeTitleOf(message: string, cloud: Cloud): string | null {
  return knownCauseOf(message, cloud)?.title ?? null;
}

/** With what repairs it: `connector` is the one whose job said so, as far as it is known. */
export function likelyCauseOf(
  message: string,
  cloud: Cloud,
  connector: Connector | null = null,
): LikelyCause | null {
  const known = knownCauseOf(message, cloud);
  if (known === null) return null;
  const { pattern: _, duringTest: __, repair, ...cause } = known;
  const place = { message: message.slice(0, longestRead), connector };
  return { ...cause, repair: repairOf(repair, cloud, place) };
}

/** The same for a connection test: there is no connector yet whose next run, members or id could matter. */
export function likelyCauseOfTest(message: string, cloud: Cloud): { title: string; steps: string[] } | null {
  const known = knownCauseOf(message, cloud);
  if (known === null) return null;
  const { title, kind, steps, duringTest } = known;
  return { title, steps: duringTest ?? (kind === 'transient' ? ['Wait a minute, then test again.'] : steps) };
}

function repairOf({ actions, commands = [] }: KnownCause['repair'], cloud: Cloud, known: Known): Repair {
  const isUseful = ({ needs = [] }: CommandTemplate) =>
    needs.every((name) => plainValueOf(name, known) !== null);
  return {
    actions: [...actions],
    commands: commands.filter(isUseful).map(({ title, text }) => ({ title, ...fillIn(text, known) })),
    named: placesIn(known.message, cloud),
  };
}

function knownCauseOf(message: string, cloud: Cloud): KnownCause | null {
  const read = message.slice(0, longestRead);
  return causesOf[cloud].find(({ pattern }) => pattern.test(read)) ?? null;
}
