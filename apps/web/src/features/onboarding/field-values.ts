import { type FieldTable, type SpecField, specFieldsOf } from '@console/console-contract';

/** What of a form's values belongs to the connector's spec: credentials travel beside it, and a test's time nowhere. */
export function specPartOf<Table extends FieldTable, Values extends Record<SpecField<Table>, unknown>>(
  table: Table,
  values: Values,
) {
  const entries = specFieldsOf(table).map((field) => [field, values[field]]);
  return Object.fromEntries(entries) as Pick<Values, SpecField<Table>>;
}

/** Lines as they will be sent. */
export function trimmed<Values extends object>(values: Values): Values {
  const copy = { ...values };
  for (const field in copy) {
    const value: unknown = copy[field];
    if (typeof value === 'string') Reflect.set(copy, field, value.trim());
  }
  return copy;
}
