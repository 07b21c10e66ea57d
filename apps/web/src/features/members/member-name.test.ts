import { expect, test } from 'vitest';
import { awsMemberIdError, memberNameError } from './member-name.ts';

const uuid = '4f1d8b6c-2a97-4e35-b8c0-9d7e6f5a4b32';

test('an Azure member is named by its connector id, an AWS member by its UUID', () => {
  expect(memberNameError('azure', '410238')).toBeUndefined();
  expect(memberNameError('aws', uuid)).toBeUndefined();
});

test.each([
  ['azure', uuid],
  ['azure', ''],
  ['azure', '41 02'],
  ['aws', '410238'],
  ['aws', uuid.slice(1)],
] as const)('%s does not take %j, and says what it takes', (cloud, member) => {
  expect(memberNameError(cloud, member)).toContain('for example');
});

test('an invisible character is named, plain white space and braces are left out', () => {
  expect(memberNameError('azure', '410238\u00a0')).toContain('no-break space');
  expect(awsMemberIdError('410238\u00a0')).toContain('no-break space');
  expect(memberNameError('aws', ` {${uuid}}\n`)).toBeUndefined();
  expect(awsMemberIdError(' 410238\n')).toBeUndefined();
});

test('AWS detaches by id and attaches by UUID, and one is not taken for the other', () => {
  expect(awsMemberIdError('410238')).toBeUndefined();
  expect(awsMemberIdError(uuid)).toContain('digits only');
  expect(awsMemberIdError('')).toContain('for example');
});
