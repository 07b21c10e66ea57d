import { expect, test } from 'vitest';
import { leftOutText, progressText, startText } from './bulk-words.ts';

const skipped = (reason: 'already' | 'disabled' | 'under-way' | 'not-here') => ({
  cloud: 'aws' as const,
  id: '1',
  name: 'One',
  reason,
});

test('those left out are counted by reason, the commonest first', () => {
  expect(leftOutText('run-connectors', [skipped('not-here'), skipped('disabled'), skipped('disabled')])).toBe(
    '2 are disabled, which the gateway does not run; 1 is no longer in this workspace',
  );
  expect(leftOutText('enable-connectors', [skipped('already')])).toBe('1 is enabled already');
  expect(leftOutText('disable-connectors', [skipped('already'), skipped('under-way')])).toBe(
    '1 is disabled already; 1 is being changed at this moment',
  );
});

test('progress says what is done, what failed and what is to go, and nothing that is not there', () => {
  const none = { total: 1200, done: 0, failed: 0, cancelled: 0, open: 1200, waitingUntil: null };
  expect(progressText(none)).toBe('0 of 1,200 done · 1,200 to go');
  expect(progressText({ ...none, done: 1190, failed: 4, cancelled: 6, open: 0 })).toBe(
    '1,190 of 1,200 done · 4 failed · 6 not sent',
  );
});

test('a bulk says whether the call limit lets it begin now, or when', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  const at = '2026-11-22T10:05:00Z';
  const text = (budget: { spentUntil: string | null; waitingUntil: string | null }) =>
    startText(budget, now, (time) => time.slice(11, 16));
  expect(text({ spentUntil: at, waitingUntil: at })).toBe(
    'The call limit is spent: it begins at 10:05, by itself.',
  );
  expect(text({ spentUntil: null, waitingUntil: at })).toContain('it may wait until 10:05');
  expect(text({ spentUntil: '2026-11-22T09:59:59Z', waitingUntil: null })).toBe(
    'The call limit lets it begin now.',
  );
});
