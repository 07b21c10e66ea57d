/** Reads every page of a list that may change, repeat itself or never end while it is read. */
import type { GatewayPage } from '@console/gateway-contract';
import type { Listing } from '../../../ports/connector-gateway.ts';
import { GatewayError } from '../../../ports/gateway-error.ts';
import { endOf, type PageEnd, rowsOn, totalOf } from './page-end.ts';

/** As large as the AWS document's own sample: calls are counted by the vendor, bytes are not. */
export const pageSize = 1000;

/** Far more than any subscription holds; a list that goes on after that has no end. */
const mostPages = 200;
/** What is kept of a list while it is read: some ten times the largest list expected. */
const mostCharacters = 64 * 1024 * 1024;

/** How rows are told apart, and whether two may be equal without being the same row: a row that comes twice is listed once. */
export type RowKey<Row> = { of: (row: Row) => string; mayRepeat?: 'on a page' | 'anywhere' };

/**
 * Goes on while the gateway says there is more, or does not say, and something new arrives. `incomplete` when rows could not be read, a
 * page held nothing new although more was promised, what the pages say contradicts itself or the rows that came, a row came twice
 * or the list shrank meanwhile, so that another may have slipped past, or it goes on for too long.
 */
export async function readEveryPage<Row>(
  readPage: (pageNumber: number) => Promise<GatewayPage<Row>>,
  key: RowKey<Row>,
): Promise<Listing<Row>> {
  const list = createGathering(key);
  let unsure = false;
  for (let pageNumber = 0; pageNumber < mostPages; pageNumber += 1) {
    const page: GatewayPage<Row> | null = await (unsure
      ? unlessRefused(() => readPage(pageNumber))
      : readPage(pageNumber));
    if (page === null) break;
    const isNews = list.isNews(page);
    const { hasRoom } = list.add(page);
    const end: PageEnd = endOf(page, { ...list.received(), size: pageSize });
    if (end.doubtful) list.markIncomplete();
    if (!end.goesOn) return list.listing();
    if (!isNews || !hasRoom) break;
    unsure = end.unsure;
  }
  list.markIncomplete();
  return list.listing();
}

/** The rows of a list as its pages come in. */
export function createGathering<Row>({ of: keyOf, mayRepeat }: RowKey<Row>) {
  const rows = new Map<string, Row>();
  let incomplete = false;
  let received = 0;
  let pages = 0;
  let characters = 0;
  let total: number | null = null;
  return { isNews, add, received: () => ({ pageNumber: pages - 1, received }), markIncomplete, listing };

  function isNews(page: GatewayPage<Row>): boolean {
    return page.rejected > 0 || keysOn(page).some((key) => !rows.has(key));
  }

  /** `hasRoom`: whether more may be kept after these rows, each page of which may be megabytes of a few rows. */
  function add(page: GatewayPage<Row>): { hasRoom: boolean } {
    const keys = keysOn(page);
    if (page.rejected > 0 || repeats(keys)) incomplete = true;
    page.rows.forEach((row, at) => {
      const key = keys[at] ?? '';
      if (!rows.has(key)) rows.set(key, row);
    });
    received += rowsOn(page);
    pages += 1;
    characters += JSON.stringify(page.rows).length;
    const came = totalOf(page) ?? total;
    if ((total ?? 0) > (came ?? 0)) incomplete = true;
    total = came;
    return { hasRoom: characters <= mostCharacters };
  }

  /** Where equal rows are many, the first, second and third of a page are told apart. */
  function keysOn(page: GatewayPage<Row>): string[] {
    if (mayRepeat !== 'anywhere') return page.rows.map(keyOf);
    const counts = new Map<string, number>();
    return page.rows.map((row) => {
      const key = keyOf(row);
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      return `${nth} ${key}`;
    });
  }

  function repeats(keys: readonly string[]): boolean {
    if (mayRepeat === 'anywhere') return false;
    const again = keys.some((key) => rows.has(key));
    return again || (mayRepeat === undefined && new Set(keys).size < keys.length);
  }

  function markIncomplete(): void {
    incomplete = true;
  }

  function listing(): Listing<Row> {
    return { rows: [...rows.values()], incomplete };
  }
}

/** Of a page that was never promised, a refusal costs nothing that was read before. */
export async function unlessRefused<Page>(read: () => Promise<Page>): Promise<Page | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
