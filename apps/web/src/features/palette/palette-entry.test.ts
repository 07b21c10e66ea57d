import { expect, test } from 'vitest';
import { findEntries, type PaletteEntry } from './palette-entry.ts';

const named = (label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  label,
  ...more,
});
const labels = (typed: string, entries: PaletteEntry[], most = 10) =>
  findEntries(entries, typed, most).entries.map(({ label }) => label);

const contoso = named('Contoso production', { detail: 'Azure · 8f2c-11' });
const preprod = named('Preprod of Fabrikam');
const sandbox = named('Sandbox', { keywords: 'prod copy' });

test('an entry is found by every typed word, in any order and any case, in its name, its detail or its other words', () => {
  expect(labels('PRODUCTION con', [contoso, preprod])).toEqual(['Contoso production']);
  expect(labels('8f2c', [contoso, preprod])).toEqual(['Contoso production']);
  expect(labels('copy', [sandbox])).toEqual(['Sandbox']);
  expect(labels('contoso sandbox', [contoso, sandbox])).toEqual([]);
});

test('what begins with the typed text comes first, then words that begin so, then names that have it, then the rest', () => {
  const begins = named('prod west');
  expect(labels('prod', [sandbox, preprod, contoso, begins])).toEqual([
    'prod west',
    'Contoso production',
    'Preprod of Fabrikam',
    'Sandbox',
  ]);
});

test('entries that fit alike keep their order, and those beyond the limit are counted', () => {
  const all = ['a 1', 'a 2', 'a 3'].map((label) => named(label));
  expect(findEntries(all, 'a', 2)).toEqual({ entries: all.slice(0, 2), more: 1 });
  expect(findEntries(all, '', 2).more).toBe(1);
});
