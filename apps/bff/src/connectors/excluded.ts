/** The value a row would have had, in the `on conflict do update` of an insert. */
import { type Column, type SQL, sql } from 'drizzle-orm';

export function excluded(column: Column): SQL {
  return sql`excluded.${sql.identifier(column.name)}`;
}
