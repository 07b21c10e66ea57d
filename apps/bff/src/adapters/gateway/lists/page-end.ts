/**
 * Whether a list goes on after a page. Gateways say so in several facts, which may contradict each other or all be missing: then the
 * next page is asked for, and what was contradicted counts as incomplete.
 */
import type { GatewayPage } from '@console/gateway-contract';

/** Which page was asked for, from zero, of how many rows; and how many rows came so far, this page's included. */
export type AskedPage = { pageNumber: number; size: number; received: number };

export type PageEnd = {
  goesOn: boolean;
  /** Only asking tells whether there is more: the page itself does not say so, or not clearly. */
  unsure: boolean;
  /** By what the page says, rows may be missing. */
  doubtful: boolean;
};

export function endOf<Row>(page: GatewayPage<Row>, asked: AskedPage): PageEnd {
  const { says } = page;
  const misplaced = isMisplaced(page, asked);
  if (says.hasNext === true) return { goesOn: true, unsure: false, doubtful: misplaced };
  const pages = page.totalPages === null ? null : page.totalPages > asked.pageNumber + 1;
  const more = says.last === false || pages === true;
  const end = says.hasNext === false || says.last === true || pages === false;
  const short = (totalOf(page) ?? 0) > asked.received;
  if (more) return { goesOn: true, unsure: end, doubtful: misplaced || end };
  const full = looksFull(page, asked.size);
  if (end) return { goesOn: short && full, unsure: true, doubtful: misplaced || short };
  return { goesOn: short || full, unsure: true, doubtful: misplaced };
}

/** `numberOfElements` counts this page in some samples and all pages in others: only more than a page can be the total. */
export function totalOf<Row>(page: GatewayPage<Row>): number | null {
  const { numberOfElements } = page;
  return numberOfElements !== null && numberOfElements > rowsOn(page) ? numberOfElements : null;
}

export function rowsOn<Row>({ rows, rejected }: GatewayPage<Row>): number {
  return rows.length + rejected;
}

/** The first page that was asked for is none by its own account, or an empty one says that it is not. */
function isMisplaced<Row>(page: GatewayPage<Row>, { pageNumber }: AskedPage): boolean {
  const { first, hasPrevious, hasContent } = page.says;
  const isOther = pageNumber === 0 && (first === false || hasPrevious === true);
  return isOther || (hasContent === true && rowsOn(page) === 0);
}

/** As many rows as were asked for, or a round number: a gateway may hold fewer on a page. */
function looksFull<Row>(page: GatewayPage<Row>, size: number): boolean {
  const count = rowsOn(page);
  return count >= size || (count >= 10 && (count % 10 === 0 || count % 25 === 0));
}
