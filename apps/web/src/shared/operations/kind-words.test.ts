import { expect, test } from 'vitest';
import { progressText } from './kind-words.ts';

test('progress says what is done, what failed and what is to go, and nothing that is not there', () => {
  const none = { total: 1200, done: 0, failed: 0, cancelled: 0, open: 1200, waitingUntil: null, jobs: null };
  expect(progressText(none, 'disable-connectors')).toBe('0 of 1,200 done · 1,200 to go');
  expect(progressText({ ...none, done: 1190, failed: 4, cancelled: 6, open: 0 }, 'delete-connectors')).toBe(
    '1,190 of 1,200 done · 4 failed · 6 not sent',
  );
});

test('a run that the gateway took is started: whether the job goes well is the connector’s own state', () => {
  const all = { total: 14, done: 14, failed: 0, cancelled: 0, open: 0, waitingUntil: null, jobs: null };
  expect(progressText(all, 'run-connectors')).toBe('14 of 14 started');
});
