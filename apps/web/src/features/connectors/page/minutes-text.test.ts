import { expect, test } from 'vitest';
import { everyText } from './minutes-text.ts';

test.each([
  [1440, 'every day'],
  [2880, 'every 2 days'],
  [240, 'every 4 hours'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [1, 'every minute'],
  [0, null],
  [null, null],
])('%j minutes read as %j', (minutes, words) => {
  expect(everyText(minutes)).toBe(words);
});
