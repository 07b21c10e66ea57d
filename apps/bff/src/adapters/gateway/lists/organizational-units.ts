/** Every unit of an AWS organization (W13), whose paging the documents name but do not explain. */
import type { GatewayPage, OrganizationalUnit as WireUnit } from '@console/gateway-contract';
import type { Listing, OrganizationalUnit } from '../../../ports/connector-gateway.ts';
import { plainId, plainName } from '../calls/plain-text.ts';
import { addNew, createRoom } from './paging.ts';

const mostCalls = 200;
/** Units lie five levels deep at most, and their names have 128 characters. */
const longestPath = 4_000;

/**
 * Counts `offset` in rows, as the word suggests. When that brings nothing new although more was promised, counts it in
 * pages from then on: gateways have been seen to mean either.
 */
export async function readOrganizationalUnits(
  readFrom: (offset: number) => Promise<GatewayPage<WireUnit>>,
): Promise<Listing<OrganizationalUnit>> {
  const units = new Map<string, WireUnit>();
  const holds = createRoom();
  const first = await readFrom(0);
  let room = holds(first.rows);
  addNew(units, first.rows, idOf);
  let rejected = first.rejected;
  let more = first.hasNext;
  let received = first.rows.length + first.rejected;
  let countedPages = 0;
  for (let calls = 1; more && room && calls < mostCalls; calls += 1) {
    const page = await readFrom(countedPages === 0 ? received : countedPages);
    const fresh = addNew(units, page.rows, idOf);
    room = holds(page.rows);
    const stuck = fresh === 0 && page.rejected === 0;
    if (stuck && countedPages > 0) break;
    received += page.rows.length + page.rejected;
    if (stuck || countedPages > 0) countedPages += 1;
    rejected += page.rejected;
    more = stuck || page.hasNext;
  }
  return { rows: [...units.values()].map(toUnit), incomplete: more || rejected > 0 };
}

function idOf({ ouId }: WireUnit): string {
  return plainId(ouId);
}

function toUnit({ ouId, ouName, ouPath }: WireUnit): OrganizationalUnit {
  return { id: plainId(ouId), name: plainName(ouName), path: plainName(ouPath, longestPath) };
}
