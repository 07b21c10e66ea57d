import { expect, test } from 'vitest';
import { whyNot } from './why-not.ts';

test('an enabled connector at rest can be run, disabled and deleted', () => {
  expect(whyNot('run', { enabled: true, state: 'errors' })).toBeUndefined();
  expect(whyNot('disable', { enabled: true, state: 'running' })).toBeUndefined();
  expect(whyNot('delete', { enabled: true, state: 'running' })).toBeUndefined();
});

test('what the console does not know hinders nothing: the gateway decides', () => {
  for (const kind of ['run', 'enable', 'disable', 'delete'] as const) {
    expect(whyNot(kind, { enabled: null, state: 'unknown' }), kind).toBeUndefined();
  }
});

test.each([
  ['run', { enabled: false, state: 'succeeded' }, 'disabled'],
  ['run', { enabled: true, state: 'running' }, 'under way'],
  ['run', { enabled: true, state: 'queued' }, 'under way'],
  ['enable', { enabled: true, state: 'succeeded' }, 'enabled already'],
  ['disable', { enabled: false, state: 'succeeded' }, 'disabled already'],
] as const)('%s of %j is refused, and the reason says why', (kind, connector, word) => {
  expect(whyNot(kind, connector)).toContain(word);
});
