import { expect, test } from 'vitest';
import { expiryWarning } from './secret-expiry.ts';

const now = Date.parse('2026-11-22T23:30:00Z');

test.each([
  [null, null],
  ['2026-12-23', null],
  ['2026-12-22', 'The client secret expires in 30 days, on 22 Dec 2026.'],
  ['2026-11-23', 'The client secret expires in one day, on 23 Nov 2026.'],
  ['2026-11-22', 'The client secret expires today.'],
  ['2026-11-21', 'The client secret expired on 21 Nov 2026.'],
])('a secret that ends on %s is warned of with: %s', (day, warning) => {
  expect(expiryWarning(day, now)).toBe(warning);
});
