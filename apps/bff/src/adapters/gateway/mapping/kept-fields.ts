/** Parts of a body that an edit takes from what is there, and a creation makes anew. */
import { AppName } from '@console/gateway-contract';
import type { Unreported } from '../../../ports/connector-gateway.ts';
import { notSent } from '../calls/failures.ts';

type WrittenApp = { name: AppName; identifier: string; tagId: string | null };

/**
 * Asset Inventory is always on; posture management is two apps to the gateway and one choice to a person. An app that is there
 * keeps its identifier, which the vendor will not change, and its tag.
 */
export function appsAfter(present: Unreported['apps'], cspm: boolean, identifier: string): WrittenApp[] {
  const kept = present.filter(({ name }) => cspm || !isPosture(name));
  const wanted = cspm && !kept.some(({ name }) => isPosture(name)) ? postureToo : inventoryOnly;
  const missing = wanted.filter((name) => kept.every((app) => app.name !== name));
  return [
    ...kept.map((app) => ({ ...app, name: appName(app.name), identifier: app.identifier ?? identifier })),
    ...missing.map((name) => ({ name, identifier, tagId: null })),
  ];
}

/** What the gateway told stays to the minute as long as it still reads as the same number of days or hours. */
export function frequencyAfter(reported: number | null | undefined, asked: number, unit: number) {
  const minutes = reported != null && Math.ceil(reported / unit) === asked ? reported : asked * unit;
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

export function isPosture(name: string): boolean {
  return name === 'CI' || name === 'CSA';
}

const inventoryOnly: readonly AppName[] = ['AI'];
const postureToo: readonly AppName[] = ['AI', 'CI', 'CSA'];

/** An app that the documents do not know cannot be sent, and leaving it out would take it away. */
function appName(name: string): AppName {
  const known = AppName.safeParse(name);
  if (known.success) return known.data;
  throw notSent(
    'rejected',
    'The connector feeds an app that the gateway’s documents do not know; an edit would lose it.',
  );
}
