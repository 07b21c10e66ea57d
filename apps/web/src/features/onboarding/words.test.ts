import { expect, test } from 'vitest';
import { firstDozen, namesText } from './words.ts';

test('a name that holds a comma stands in quotes, a text that stands as it is has none added', () => {
  expect(namesText(['Prod', 'Prod, EU'])).toBe('Prod, “Prod, EU”');
  expect(firstDozen(['“Prod, EU” (3)', '“Corp” (1,200)'])).toBe('“Prod, EU” (3), “Corp” (1,200)');
});

test('after a dozen only how many more there are is said', () => {
  const many = Array.from({ length: 1_214 }, (_, at) => `n${at}`);

  expect(namesText(many)).toMatch(/^n0, .*, n11 and 1,202 more$/);
  expect(firstDozen(many.slice(0, 12))).toMatch(/, n11$/);
});
