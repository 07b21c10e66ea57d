import type { BulkSkipReason } from '@console/console-contract';
import { expect, test } from 'vitest';
import {
  confirmationPhrase,
  jobsText,
  leftOutText,
  membersText,
  retryText,
  sendingText,
  startText,
  unreportedText,
} from './bulk-words.ts';

const skipped = (reason: BulkSkipReason) => ({
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
  expect(leftOutText('run-connectors', [skipped('job-under-way'), skipped('job-under-way')])).toBe(
    '2 are at work on a job already',
  );
});

test('of what is deleted, the members that are known and those that are not are told apart', () => {
  expect(membersText({ known: 1204, unknownOf: 0 })).toBe(
    '1,204 members are detached and keep running on their own.',
  );
  expect(membersText({ known: 1, unknownOf: 2 })).toBe(
    '1 member is detached and keeps running on its own. How many members 2 connectors have is not known; any there are will be detached, too.',
  );
  expect(membersText({ known: 0, unknownOf: 1 })).toMatch(/^How many members 1 connector has is not known/);
  expect(membersText({ known: 0, unknownOf: 0 })).toBe('They have no members.');
});

test('many are deleted by typing how many they are', () => {
  const phrases = [1, 1204].map((count) => confirmationPhrase('delete-connectors', count));
  expect(phrases).toEqual(['delete 1 connector', 'delete 1204 connectors']);
});

test('of what is deleted, those whose job is under way are counted', () => {
  expect([jobsText(0, 1), jobsText(1, 1), jobsText(0, 2), jobsText(1, 2), jobsText(1200, 3000)]).toEqual([
    'No job of it is under way.',
    'A job of it is under way.',
    'None of these connectors has a job under way.',
    '1 of these connectors has a job under way.',
    '1,200 of these connectors have a job under way.',
  ]);
});

test('a preview promises a pause only where there is something to pause', () => {
  expect(sendingText({ azure: 1, aws: 0 })).toBe(', within the vendor’s call limit.');
  expect(sendingText({ azure: 0, aws: 1 })).toBe(', within the vendor’s call limit.');
  expect(sendingText({ azure: 14, aws: 0 })).toBe(
    ' together, many in one call and within the vendor’s call limit. Once sent, they cannot be paused or cancelled.',
  );
  expect(sendingText({ azure: 0, aws: 2 })).toBe(
    ', each with a call of its own and within the vendor’s call limit. What is not sent yet can be paused and cancelled.',
  );
  expect(sendingText({ azure: 1, aws: 1 })).toMatch(/^: those of Azure together, those of AWS each with/);
});

test('a retry says how many of those that failed it sends once more, and what becomes of the others', () => {
  expect([retryText(2, 2), retryText(1, 2), retryText(0, 2)]).toEqual([
    'Retry failed',
    'Retry 1 of 2',
    'Retry failed',
  ]);
  expect(unreportedText(1)).toMatch(/^1 is not sent again: .* What is known stays here/);
  expect(unreportedText(1200)).toMatch(/^1,200 are not sent again: /);
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
