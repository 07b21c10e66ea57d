import { expect, test } from 'vitest';
import { byDay } from './by-day.ts';

const now = new Date(2026, 10, 22, 14, 30).getTime();
const at = (...parts: [number, number, number, number, number]) => ({ at: new Date(...parts).toISOString() });

test('entries stand under the day they fell on, in the order they came', () => {
  const entries = [
    at(2026, 10, 22, 14, 0),
    at(2026, 10, 22, 0, 0),
    at(2026, 10, 21, 23, 59),
    at(2026, 10, 19, 9, 0),
    at(2025, 11, 31, 9, 0),
  ];
  expect(byDay(entries, now).map(({ title, entries: { length } }) => [title, length])).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
    ['Thursday 19 November', 1],
    ['31 December 2025', 1],
  ]);
  expect(byDay(entries, now).flatMap((day) => day.entries)).toEqual(entries);
});

test('the day before the first of a month, or of a year, is yesterday too', () => {
  const newYear = new Date(2027, 0, 1, 0, 5).getTime();
  expect(byDay([at(2026, 11, 31, 23, 55)], newYear)[0]).toMatchObject({
    title: 'Yesterday',
    day: '2026-12-31',
  });
});

test('nothing happened on no day', () => {
  expect(byDay([], now)).toEqual([]);
});
