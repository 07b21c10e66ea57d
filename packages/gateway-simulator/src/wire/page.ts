/** How the gateway writes a page. */

export type PageRequest = { pageNumber: number; pageSize: number };

/** `rows`: what the page says its size is on Azure, the number it holds; `requested`: what was asked for, as on AWS. */
type SizeStyle = 'rows' | 'requested';

/** One page of `all`, each row written by `write`. */
export function wirePage<Row, Written>(
  all: readonly Row[],
  { pageNumber, pageSize }: PageRequest,
  write: (row: Row) => Written,
  size: SizeStyle,
) {
  const start = pageNumber * pageSize;
  const content = all.slice(start, start + pageSize).map(write);
  const hasNext = start + pageSize < all.length;
  return {
    currentPage: pageNumber,
    currentPageSize: size === 'rows' ? content.length : pageSize,
    totalPages: Math.ceil(all.length / pageSize),
    numberOfElements: content.length,
    content,
    hasContent: content.length > 0,
    hasNext,
    hasPrevious: pageNumber > 0,
    first: pageNumber === 0,
    last: !hasNext,
  };
}
