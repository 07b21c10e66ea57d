/** The page every list of the gateway comes in. Reads each row on its own, so that one bad row costs that row alone. */
import { z } from 'zod';
import { optionalCount, optionalFlag, tolerantField } from './fields.ts';

/**
 * A page as the console reads it. `rejected` counts rows that could not be read, or were too many: the list is then known to
 * be incomplete.
 */
export type GatewayPage<Row> = {
  rows: Row[];
  rejected: number;
  /** Zero-based; null when the gateway left it out. */
  currentPage: number | null;
  currentPageSize: number | null;
  totalPages: number | null;
  /** Rows in this page or in all pages: the documents' samples disagree. Never a length. */
  numberOfElements: number | null;
  /** What the page says of its place, as it says it: the facts may contradict each other, or be left out. */
  says: PageFlags;
  scrollId: string | null;
};

export type PageFlags = {
  hasNext: boolean | null;
  last: boolean | null;
  first: boolean | null;
  hasPrevious: boolean | null;
  hasContent: boolean | null;
};

/** Ten times as many as are ever asked for: reading a row takes time, in which no other request is served. */
const mostRows = 10_000;

/** The schema of a page whose rows are read by `row`. `totalPages` may be missing and `scrollId` may be there (W8). */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z
    .object({
      currentPage: optionalCount,
      currentPageSize: optionalCount,
      totalPages: optionalCount,
      numberOfElements: optionalCount,
      content: z.custom<z.input<Row>[] | null>(isListOrNothing, 'content is not a list').optional(),
      hasContent: optionalFlag,
      hasNext: optionalFlag,
      hasPrevious: optionalFlag,
      scrollId: tolerantField<string, string | null>((raw) => (typeof raw === 'string' ? raw : null)),
      first: optionalFlag,
      last: optionalFlag,
    })
    .transform((page, context): GatewayPage<z.output<Row>> => {
      if (page.content === undefined && page.hasContent !== false) {
        context.addIssue({ code: 'custom', message: 'not a page' });
        return z.NEVER;
      }
      const { currentPage, currentPageSize, totalPages, numberOfElements, scrollId } = page;
      const { hasNext, last, first, hasPrevious, hasContent } = page;
      const says = { hasNext, last, first, hasPrevious, hasContent };
      const content: unknown[] = page.content ?? [];
      const rows = content.slice(0, mostRows).flatMap((entry) => readRow(row, entry));
      const counts = { currentPage, currentPageSize, totalPages, numberOfElements };
      return { rows, rejected: content.length - rows.length, ...counts, says, scrollId };
    });
}

function isListOrNothing(value: unknown): boolean {
  return value === null || value === undefined || Array.isArray(value);
}

function readRow<Row extends z.ZodType>(row: Row, entry: unknown): z.output<Row>[] {
  const read = row.safeParse(entry);
  return read.success ? [read.data] : [];
}
