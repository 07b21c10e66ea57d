import { expect, test } from 'vitest';
import { SecretInput } from '../values.ts';
import { AwsAccountId, AwsRoleArn, AzureUuid, MemberName } from './cloud-ids.ts';
import {
  hasVisibleCharacter,
  invisibleCharacterProblem,
  withoutInvisibleCharacters,
} from './invisible-characters.ts';

const id = '6b3f0c51-8f7a-4d2e-9c11-2a7d5e8f9b01';

test.each([
  [`${id}\u200b`, 'There is a zero-width space at the end, which is not seen. Remove it.'],
  [`\ufeff${id}`, 'There is a byte order mark at the beginning, which is not seen. Remove it.'],
  [`${id}\u00a0 `, 'There is a no-break space at the end, which is not seen. Remove it.'],
  [`6b3f\u00ad${id.slice(4)}`, 'There is a soft hyphen inside, which is not seen. Remove it.'],
  [`\u202a${id}\u202c`, 'There is a text direction mark at the beginning, which is not seen. Remove it.'],
  [`${id}\u2003`, 'There is a special space (U+2003) at the end, which is not seen. Remove it.'],
  [`${id}\u3164`, 'There is an invisible character (U+3164) at the end, which is not seen. Remove it.'],
])('%j is refused in words, and taken once the character is removed', (text, message) => {
  expect(invisibleCharacterProblem(text)).toBe(message);
  expect(AzureUuid.safeParse(text).error?.issues[0]?.message).toBe(message);
  expect(SecretInput.safeParse(text).success).toBe(false);
  expect(withoutInvisibleCharacters(text)).toBe(id);
  expect(invisibleCharacterProblem(withoutInvisibleCharacters(text))).toBeUndefined();
});

test.each([id, ` ${id}\n`, 'plain words'])('%j has no such character', (text) => {
  expect(invisibleCharacterProblem(text)).toBeUndefined();
});

test('plain white space around an id or a secret is left out as before', () => {
  expect(AzureUuid.parse(` ${id}\n`)).toBe(id);
  expect(SecretInput.parse(' value~1\r\n')).toBe('value~1');
});

test('an id in braces, as the tools of Windows write it, is the id', () => {
  expect(AzureUuid.parse(` {${id}} `)).toBe(id);
  expect(MemberName.parse(`{${id}}`)).toBe(id);
  expect(AzureUuid.safeParse(`{${id}`).success).toBe(false);
});

test.each([
  ['arn:aws-cn:iam::123456789012:role/read', 'China'],
  ['arn:aws-eusc:iam::123456789012:role/read', 'European Sovereign Cloud'],
  ['arn:aws-iso-b:iam::123456789012:role/read', 'aws-iso-b'],
])('%s is of a partition that the gateway does not take, and says so', (arn, word) => {
  expect(AwsRoleArn.safeParse(arn).error?.issues[0]?.message).toContain(word);
});

test('an account id keeps its rule', () => {
  expect(AwsAccountId.safeParse('1234').success).toBe(false);
  expect(AwsAccountId.parse(' 123456789012 ')).toBe('123456789012');
});

test('a name of invisible characters shows nothing', () => {
  expect(hasVisibleCharacter('\u200b\u3164\u00a0')).toBe(false);
  expect(hasVisibleCharacter(' . ')).toBe(true);
  expect(hasVisibleCharacter('☁️')).toBe(true);
});
