import { expect, test } from 'vitest';
import { whyNot } from './why-not.ts';

const lastSync = '2026-11-20T07:35:36.000Z';

test('an enabled connector at rest can be run, disabled and deleted', () => {
  expect(whyNot('run-connector', { enabled: true, lastSync, state: 'errors' })).toBeUndefined();
  expect(whyNot('disable-connector', { enabled: true, lastSync, state: 'running' })).toBeUndefined();
  expect(whyNot('delete-connector', { enabled: true, lastSync, state: 'running' })).toBeUndefined();
});

test('what the console does not know hinders nothing: the gateway decides', () => {
  for (const kind of [
    'run-connector',
    'enable-connector',
    'disable-connector',
    'delete-connector',
  ] as const) {
    expect(whyNot(kind, { enabled: null, lastSync, state: 'unknown' }), kind).toBeUndefined();
  }
});

test('one that never ran can be run, though it is pending; one that waits for a run cannot', () => {
  expect(whyNot('run-connector', { enabled: true, state: 'pending', lastSync: null })).toBeUndefined();
  expect(whyNot('run-connector', { enabled: true, state: 'pending', lastSync })).toContain('under way');
});

test.each([
  ['run-connector', { enabled: false, lastSync, state: 'succeeded' }, 'disabled'],
  ['run-connector', { enabled: true, lastSync, state: 'running' }, 'under way'],
  ['run-connector', { enabled: true, lastSync, state: 'queued' }, 'under way'],
  ['enable-connector', { enabled: true, lastSync, state: 'succeeded' }, 'enabled already'],
  ['disable-connector', { enabled: false, lastSync, state: 'succeeded' }, 'disabled already'],
] as const)('%s of %j is refused, and the reason says why', (kind, connector, word) => {
  expect(whyNot(kind, connector)).toContain(word);
});
