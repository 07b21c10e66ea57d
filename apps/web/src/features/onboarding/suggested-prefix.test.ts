import { expect, test } from 'vitest';
import { suggestedPrefix } from './suggested-prefix.ts';

test.each([
  ['Northwind Production', 'northwind_production'],
  ['  Ünïcode & Söhne (EU-1) ', 'unicode_sohne_eu_1'],
  ['a'.repeat(40), 'a'.repeat(30)],
  ['Copy of a connector with a rather long name', 'copy_of_a_connector_with_a'],
  ['日本', ''],
])('of the name “%s” the prefix “%s” is suggested', (name, prefix) => {
  expect(suggestedPrefix(name)).toBe(prefix);
});
