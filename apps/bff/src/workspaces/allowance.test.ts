import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallLimits } from '../ports/call-budgets.ts';
import { allowanceOf, budgetShown, type CallRecord, recordAfter } from './allowance.ts';

const start = Date.UTC(2026, 10, 22);
const at = (seconds: number) => new Date(start + seconds * 1000);
const reported = (remaining: number, waitSeconds: number | null = null): CallLimits => ({
  budget: { limit: 300, remaining, windowSeconds: 3600 },
  atOnce: null,
  waitSeconds,
});
const after = (limits: CallLimits, seconds = 0, before?: CallRecord) =>
  recordAfter(before, { call: 'W6', limits, now: at(seconds) });

test('what was never told of is allowed', () => {
  expect(allowanceOf([], 'W6', at(0))).toEqual({ seconds: 0, record: null });
});

test('the last fifth is left to people, but for one look in a while', () => {
  const low = after(reported(60));
  expect(allowanceOf([low], 'W6', at(1)).seconds).toBe(299);
  const look = allowanceOf([low], 'W6', at(300));
  expect(look.seconds).toBe(0);
  expect(allowanceOf([look.record ?? low], 'W6', at(301)).seconds).toBe(299);
  expect(allowanceOf([low], 'A7', at(1)).seconds).toBe(0);
});

test('a wait holds for every kind of call of the workspace, and a shorter one does not shorten it', () => {
  const blocked = after(reported(200, 900));
  const again = after(reported(200, 5), 10, blocked);
  expect(allowanceOf([again], 'A7', at(10)).seconds).toBe(890);
  expect(allowanceOf([again], 'A7', at(900)).seconds).toBe(0);
});

test('a window that has passed says nothing any more', () => {
  expect(allowanceOf([after(reported(0))], 'W6', at(3600)).seconds).toBe(0);
});

test('the tightest limit is shown, with the time until which background work keeps still', () => {
  const wide = { ...after(reported(290)), call: 'A5' };
  expect(budgetShown([wide, after(reported(30))], at(10))).toMatchObject({
    remaining: 30,
    waitingUntil: at(300).toISOString(),
  });
  expect(budgetShown([wide], at(10))).toMatchObject({ remaining: 290, waitingUntil: null });
  expect(budgetShown([], at(10))).toBeNull();
});

test('a spent limit says when there are calls again: the time the gateway named, or the end of its window', () => {
  expect(budgetShown([after(reported(0))], at(10))).toMatchObject({
    call: 'W6',
    spentUntil: at(3600).toISOString(),
  });
  const named = after(reported(0, 20));
  expect(budgetShown([named], at(10))?.spentUntil).toBe(at(20).toISOString());
  expect(budgetShown([named], at(20))?.spentUntil).toBeNull();
  expect(budgetShown([after(reported(1))], at(10))?.spentUntil).toBeNull();
});

test('however a rolling window gives calls back, background work never meets its end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 400 }),
      fc.integer({ min: 60, max: 7200 }),
      (limit, windowSeconds) => {
        const calls: number[] = [];
        let record: CallRecord | undefined;
        for (let second = 0; second < windowSeconds * 2; second += Math.max(1, windowSeconds / 600)) {
          const allowance = allowanceOf(record === undefined ? [] : [record], 'W6', at(second));
          if (allowance.seconds > 0) continue;
          calls.push(second);
          const inWindow = calls.filter((call) => call > second - windowSeconds).length;
          expect(inWindow).toBeLessThanOrEqual(limit);
          const budget = { limit, remaining: limit - inWindow, windowSeconds };
          const limits = { budget, atOnce: null, waitSeconds: null };
          record = recordAfter(allowance.record ?? record, { call: 'W6', limits, now: at(second) });
        }
      },
    ),
    { numRuns: 30 },
  );
});
