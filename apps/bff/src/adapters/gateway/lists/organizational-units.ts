/** Every unit of an AWS organization (W13), whose paging the documents name but do not explain. */
import type { GatewayPage, OrganizationalUnit as WireUnit } from '@console/gateway-contract';
import type { Listing, OrganizationalUnit } from '../../../ports/connector-gateway.ts';
import { plainId, plainName } from '../calls/plain-text.ts';
import { endOf, rowsOn } from './page-end.ts';
import { createGathering, pageSize, unlessRefused } from './paging.ts';

const mostCalls = 200;
/** Units lie five levels deep at most, and their names have 128 characters. */
const longestPath = 4_000;

/**
 * Counts `offset` in rows, as the word suggests. When that brings nothing new, counts it in pages from then on: gateways have been seen to
 * mean either.
 */
export async function readOrganizationalUnits(
  readFrom: (offset: number) => Promise<GatewayPage<WireUnit>>,
): Promise<Listing<OrganizationalUnit>> {
  const units = createGathering<WireUnit>({ of: idOf });
  let page = await readFrom(0);
  let pagesCounted: number | null = null;
  let endedByRows = false;
  for (let calls = 1; calls < mostCalls; calls += 1) {
    const { hasRoom } = units.add(page);
    const { goesOn, unsure, doubtful } = endOf(page, { ...units.received(), size: pageSize });
    if (doubtful) units.markIncomplete();
    if (!goesOn) return toUnits(units.listing());
    if (!hasRoom) break;
    const read = (offset: number) => (unsure ? unlessRefused(() => readFrom(offset)) : readFrom(offset));
    let next: GatewayPage<WireUnit> | null = await read(pagesCounted ?? units.received().received);
    if (pagesCounted === null && next !== null && !units.isNews(next)) {
      endedByRows = rowsOn(next) === 0;
      pagesCounted = 1;
      next = await read(pagesCounted);
    }
    if (next === null) break;
    if (!units.isNews(next)) {
      // Nothing more was promised, and an offset beyond the last row brought nothing: those were all.
      if (unsure && (endedByRows || rowsOn(next) === 0)) return toUnits(units.listing());
      break;
    }
    endedByRows = false;
    if (pagesCounted !== null) pagesCounted += 1;
    page = next;
  }
  units.markIncomplete();
  return toUnits(units.listing());
}

function toUnits({ rows, incomplete }: Listing<WireUnit>): Listing<OrganizationalUnit> {
  return { rows: rows.map(toUnit), incomplete };
}

function idOf({ ouId }: WireUnit): string {
  return plainId(ouId);
}

function toUnit({ ouId, ouName, ouPath }: WireUnit): OrganizationalUnit {
  return { id: plainId(ouId), name: plainName(ouName), path: plainName(ouPath, longestPath) };
}
