import { expect, test } from 'vitest';
import { endsToken, readDraft, suggestionsFor, withoutLastWord, withTokens } from './token-draft.ts';

const keys = [
  { key: 'cloud', values: ['aws', 'azure'] },
  { key: 'state', values: ['errors', 'running', 'stuck'] },
  { key: 'name' },
];
const ids = (text: string) => suggestionsFor(text, keys).map((suggestion) => suggestion.id);

test('an empty filter offers every key', () => {
  expect(ids('')).toEqual(['cloud', 'state', 'name']);
  expect(ids('prod ')).toEqual(['cloud', 'state', 'name']);
});

test('after a key its values are offered, and after a comma those not yet taken', () => {
  expect(ids('prod CLOUD:a')).toEqual(['cloud:aws', 'cloud:azure']);
  expect(ids('state:errors,')).toEqual(['state:errors,running', 'state:errors,stuck']);
});

test('words search, finished tokens filter, and an unknown key is a word', () => {
  expect(readDraft('prod cloud:aws eu color:red state:', keys)).toEqual({
    plain: 'prod eu color:red',
    complete: [{ key: 'cloud', value: 'aws' }],
  });
});

test('quotes keep the spaces of a value together and are not part of it', () => {
  expect(readDraft('name:"prod eu*" x', keys)).toEqual({
    plain: 'x',
    complete: [{ key: 'name', value: 'prod eu*' }],
  });
  expect(endsToken('name:"prod', keys)).toBe(false);
  expect(endsToken('name:"prod eu"', keys)).toBe(true);
  expect(endsToken('cloud:', keys)).toBe(false);
});

test('choosing a suggestion leaves the words before it', () => {
  expect(withoutLastWord('prod sta')).toBe('prod ');
  expect(withoutLastWord('prod ')).toBe('prod ');
});

test('a key stands once and keeps its place when its value changes', () => {
  const tokens = [
    { key: 'cloud', value: 'aws' },
    { key: 'state', value: 'errors' },
  ];
  expect(withTokens(tokens, [{ key: 'cloud', value: 'azure' }])).toEqual([
    { key: 'cloud', value: 'azure' },
    tokens[1],
  ]);
});

test('a minus before a key that can be denied makes a token of its own, and is offered as such', () => {
  const denied = keys.map((key) => ({ ...key, ...(key.key === 'state' && { negates: true as const }) }));
  const offered = (text: string) => suggestionsFor(text, denied).map(({ id }) => id);
  expect(offered('-')).toEqual(['-state']);
  expect(offered('-state:e')).toEqual(['-state:errors']);
  expect(readDraft('-state:errors -cloud:aws', denied)).toEqual({
    plain: '-cloud:aws',
    complete: [{ key: '-state', value: 'errors' }],
  });
});
