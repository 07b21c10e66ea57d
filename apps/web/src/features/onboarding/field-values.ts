import { type FieldTable, type SpecField, specFieldsOf } from '@console/console-contract';

/** What of a form's values belongs to the connector's spec: credentials travel beside it, and a test's time nowhere. */
export function specPartOf<Table extends FieldTable, Values extends Record<SpecField<Table>, unknown>>(
  table: Table,
  values: Values,
) {
  const entries = specFieldsOf(table).map((field) => [field, values[field]]);
  return Object.fromEntries(entries) as Pick<Values, SpecField<Table>>;
}
