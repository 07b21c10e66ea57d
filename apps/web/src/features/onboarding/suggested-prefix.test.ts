import { expect, test } from 'vitest';
import { initialAzureValues } from './azure/azure-draft.ts';
import { suggestedPrefix, withSuggestedPrefix } from './suggested-prefix.ts';
import { beginCore } from './wizard/wizard-state.ts';

test.each([
  ['Northwind Production', 'northwind_production'],
  ['  Ünïcode & Söhne (EU-1) ', 'unicode_sohne_eu_1'],
  ['a'.repeat(40), 'a'.repeat(30)],
  ['Copy of a connector with a rather long name', 'copy_of_a_connector_with_a'],
  ['日本', ''],
])('of the name “%s” the prefix “%s” is suggested', (name, prefix) => {
  expect(suggestedPrefix(name)).toBe(prefix);
});

const wizardWith = (values: { name: string; memberPrefix: string }) =>
  beginCore({ ...initialAzureValues, ...values }, 'basics');

test.each([
  ['nothing yet', '', 'coho_vineyard'],
  ['what was suggested', 'coho', 'coho_vineyard'],
  ['what the user typed', 'vineyards', 'vineyards'],
])('a prefix that is %s follows the name accordingly', (_, memberPrefix, after) => {
  const before = wizardWith({ name: 'Coho', memberPrefix });
  const renamed = wizardWith({ name: 'Coho Vineyard', memberPrefix });
  expect(withSuggestedPrefix(before, renamed).values.memberPrefix).toBe(after);
});

test('a prefix that was cleared stays cleared while the name stays', () => {
  const before = wizardWith({ name: 'Coho', memberPrefix: 'coho' });
  const cleared = wizardWith({ name: 'Coho', memberPrefix: '' });
  expect(withSuggestedPrefix(before, cleared)).toBe(cleared);
});
