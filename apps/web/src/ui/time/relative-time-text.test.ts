import { expect, test } from 'vitest';
import { durationText, relativeTimeText } from './relative-time-text.ts';

const now = Date.UTC(2026, 10, 22, 12, 0, 0);
const minutes = (count: number) => now + count * 60_000;
const hours = (count: number) => minutes(count * 60);

test.each([
  [now - 59_000, 'Now'],
  [now + 30_000, 'Now'],
  [minutes(-38), '38 min ago'],
  [minutes(36), 'in 36 min'],
  [hours(-4), '4 h ago'],
  [hours(23.5), 'in 23 h'],
  [hours(-25), 'yesterday'],
  [hours(30), 'tomorrow'],
  [hours(-72), '3 d ago'],
  [Date.UTC(2026, 2, 12, 12), '12 Mar 2026'],
])('a moment is told as people say it: %#', (at, text) => {
  expect(relativeTimeText(at, now)).toBe(text);
});

test.each([
  [-5, '0:00'],
  [7_900, '0:07'],
  [134_000, '2:14'],
  [3_723_000, '1:02:03'],
])('%d ms are shown as a clock shows them', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
