import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsToDraw, sightOf } from './rows-to-draw.ts';

const anyList = fc.record({
  count: fc.nat(200),
  spare: fc.nat(8),
  kept: fc.option(fc.integer({ min: -1, max: 220 }), { nil: undefined }),
  rowHeight: fc.integer({ min: 20, max: 60 }),
  clientHeight: fc.nat(900),
  /** From the top to the end. */
  scrolled: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('every row that is in sight is drawn, in order and once, and no more than the spare ones and the one that is kept', () => {
  fc.assert(
    fc.property(anyList, ({ count, spare, kept, rowHeight, clientHeight, scrolled }) => {
      const scrollTop = scrolled * Math.max(0, count * rowHeight - clientHeight);
      const drawn = rowsToDraw(sightOf({ scrollTop, clientHeight }, rowHeight), { count, spare, kept });
      const inSight = rowsOf(count).filter(
        (row) => (row + 1) * rowHeight > scrollTop && row * rowHeight < scrollTop + clientHeight,
      );

      expect(drawn).toEqual(expect.arrayContaining(inSight));
      expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
      if (kept !== undefined && kept >= 0 && kept < count) expect(drawn).toContain(kept);
      expect(drawn.length).toBeLessThanOrEqual(clientHeight / rowHeight + 2 + 2 * spare + 1);
    }),
  );
});

test('a list that became shorter shows its last rows, though the browser has not scrolled back yet', () => {
  const sight = sightOf({ scrollTop: 30_000, clientHeight: 400 }, 40);

  expect(rowsToDraw(sight, { count: 3, spare: 1 })).toEqual([0, 1, 2]);
  expect(rowsToDraw(sight, { count: 100, spare: 0 })).toEqual(rowsOf(100).slice(-11));
  expect(rowsToDraw(sight, { count: 0, spare: 8 })).toEqual([]);
});

function rowsOf(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}
