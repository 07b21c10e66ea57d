/** Reads every page of a list that may change, repeat itself or never end while it is read. */
import type { GatewayPage } from '@console/gateway-contract';
import type { Listing } from '../../../ports/connector-gateway.ts';

/** As large as the AWS document's own sample: calls are counted by the vendor, bytes are not. */
export const pageSize = 1000;

/** Far more than any subscription holds; a list that goes on after that has no end. */
const mostPages = 200;
/** What is kept of a list while it is read: some ten times the largest list expected. */
const mostCharacters = 64 * 1024 * 1024;

/**
 * Goes on while the gateway says there is more and something new arrives. `incomplete` when rows could not be read, a page
 * held nothing new although more was promised, the list shrank meanwhile, so that a row may have slipped past, or it goes on
 * for too long.
 *
 * @param keyOf tells rows apart; a row that comes twice is listed once
 */
export async function readEveryPage<Row>(
  readPage: (pageNumber: number) => Promise<GatewayPage<Row>>,
  keyOf: (row: Row) => string,
): Promise<Listing<Row>> {
  const rows = new Map<string, Row>();
  const holds = createRoom();
  let incomplete = false;
  let total: number | null = null;
  for (let pageNumber = 0; pageNumber < mostPages; pageNumber += 1) {
    const page = await readPage(pageNumber);
    const fresh = addNew(rows, page.rows, keyOf);
    const shrunk = total !== null && (totalOf(page) ?? total) < total;
    total = totalOf(page) ?? total;
    incomplete ||= page.rejected > 0 || shrunk;
    if (!page.hasNext) return { rows: [...rows.values()], incomplete };
    if ((fresh === 0 && page.rejected === 0) || !holds(page.rows)) break;
  }
  return { rows: [...rows.values()], incomplete: true };
}

/** Whether there is room for more after these rows of a list, each page of which may be megabytes of a few rows. */
export function createRoom(): (rows: readonly unknown[]) => boolean {
  let characters = 0;
  return (rows) => {
    characters += JSON.stringify(rows).length;
    return characters <= mostCharacters;
  };
}

/** Adds the rows that were not there yet, and tells how many those were. */
export function addNew<Row>(
  known: Map<string, Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): number {
  const before = known.size;
  for (const row of rows) {
    const key = keyOf(row);
    if (!known.has(key)) known.set(key, row);
  }
  return known.size - before;
}

/** `numberOfElements` counts this page in some samples and all pages in others: only more than a page can be the total. */
function totalOf<Row>({ numberOfElements, rows, rejected }: GatewayPage<Row>): number | null {
  return numberOfElements !== null && numberOfElements > rows.length + rejected ? numberOfElements : null;
}
