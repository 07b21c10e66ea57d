import type { Listing } from '../../../ports/connector-gateway.ts';

/** Turns the rows of a listing into ours. A row that cannot be turned is left out, and the listing is then incomplete. */
export function mapRows<From, To>(
  { rows, incomplete }: Listing<From>,
  map: (row: From) => To | null,
): Listing<To> {
  const mapped = rows.map(map).filter((row) => row !== null);
  return { rows: mapped, incomplete: incomplete || mapped.length < rows.length };
}
