import { expect, test } from 'vitest';
import { whyNotRunnable } from './why-not-runnable.ts';

test('an enabled Azure connector at rest can be run', () => {
  expect(whyNotRunnable({ cloud: 'azure', enabled: true, state: 'errors' })).toBeUndefined();
  expect(whyNotRunnable({ cloud: 'azure', enabled: null, state: 'unknown' })).toBeUndefined();
});

test.each([
  [{ cloud: 'aws', enabled: true, state: 'succeeded' }, 'AWS'],
  [{ cloud: 'azure', enabled: false, state: 'succeeded' }, 'disabled'],
  [{ cloud: 'azure', enabled: true, state: 'running' }, 'under way'],
  [{ cloud: 'azure', enabled: true, state: 'queued' }, 'under way'],
] as const)('%j cannot, and the reason says why', (connector, word) => {
  expect(whyNotRunnable(connector)).toContain(word);
});
