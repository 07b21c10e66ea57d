import type { ConnectorSummary } from '@console/console-contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printFilterText } from '../../../shared/text/filter-text.ts';
import { compileFilter, filterKeys, parseFilter, searchedText } from './connector-filter.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

const connector: ConnectorSummary = {
  cloud: 'aws',
  id: '4711',
  uuid: null,
  name: 'prod-org-eu',
  state: 'errors',
  stateText: 'COMPLETED_WITH_ERRORS',
  enabled: true,
  organizationId: 'o-zar5',
  tenantId: null,
  capabilities: ['AI', 'CSPM'],
  members: 12,
  lastSync: '2026-11-22T08:00:00Z',
  nextSync: null,
  newestError: 'sts:AssumeRole refused',
  newestCause: 'The role cannot be assumed',
  stateSince: '2026-11-22T08:00:00Z',
};

function matches(text: string, change: Partial<ConnectorSummary> = {}): boolean {
  const changed = { ...connector, ...change };
  return compileFilter(parseFilter(text), now).matches(changed, searchedText(changed));
}

describe('a filter in the address', () => {
  test('reads tokens, quoted values and words apart', () => {
    expect(parseFilter('cloud:aws state:errors,running name:"prod *" eu west')).toEqual({
      tokens: [
        { key: 'cloud', value: 'aws' },
        { key: 'state', value: 'errors,running' },
        { key: 'name', value: 'prod *' },
      ],
      text: 'eu west',
    });
  });

  test('what is not wanted stands beside what is, under the same key', () => {
    expect(parseFilter('state:errors,running -state:running -STATE:errors').tokens).toEqual([
      { key: 'state', value: 'errors,running' },
      { key: '-state', value: 'errors' },
    ]);
    expect(parseFilter('-colour:red -prod').text).toBe('-colour:red -prod');
  });

  test('keeps words that only look like tokens', () => {
    expect(parseFilter('arn:aws:iam colour:red')).toEqual({ tokens: [], text: 'arn:aws:iam colour:red' });
  });

  test('survives printing and reading whatever it holds', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !text.includes('"') && text.trim() === text && text !== '');
    const word = fc.stringMatching(/^[^\s":]{1,12}$/);
    const filters = fc.record({
      tokens: fc.uniqueArray(
        fc.record({ key: fc.constantFrom(...filterKeys.flatMap(({ key }) => [key, `-${key}`])), value }),
        { selector: ({ key }) => key },
      ),
      text: fc.array(word).map((words) => words.join(' ')),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(printFilterText(filter))).toEqual(filter);
      }),
    );
  });

  test('any text at all can be read, and what was read prints stably', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = parseFilter(text);
        expect(parseFilter(printFilterText(once))).toEqual(once);
      }),
    );
  });
});

describe('what a filter shows', () => {
  test.each([
    ['', true],
    ['prod', true],
    ['PROD eu', true],
    ['prod us', false],
    ['4711', true],
    ['cloud:aws', true],
    ['cloud:azure', false],
    ['cloud:azure,aws', true],
    ['state:errors,running', true],
    ['state:succeeded', false],
    ['state:failed', true],
    ['state:ok,Failing', true],
    ['state:healthy', false],
    ['-state:errors', false],
    ['-state:failed', false],
    ['-state:running,succeeded', true],
    ['-cloud:azure state:errors', true],
    ['state:errors -name:prod*', false],
    ['enabled:yes', true],
    ['enabled:no', false],
    ['capability:cspm', true],
    ['capability:CSA', false],
    ['name:"prod*"', true],
    ['name:*eu', true],
    ['name:org', true],
    ['name:org*', false],
    ['org:o-zar5', true],
    ['synced:<24h', true],
    ['synced:>24h', false],
    ['synced:<1h', false],
    ['synced:never', false],
    ['error:assumerole', true],
    ['cause:"role cannot"', true],
    ['cause:"the role"', true],
    ['cause:secret', false],
    ['cloud:aws state:succeeded', false],
  ])('%s → %s', (text, shown) => {
    expect(matches(text)).toBe(shown);
  });

  test.each([
    '3F2A9C01-77de-4b1a-9d55-0c1de87a6b42',
    'org:3f2a9c01-77de-4b1a-9d55-0c1de87a6b42',
    'org:3f2a*',
  ])('a tenant is found by its id: %s', (text) => {
    expect(matches(text, { tenantId: '3f2a9c01-77de-4b1a-9d55-0c1de87a6b42' })).toBe(true);
    expect(matches(text)).toBe(false);
  });

  test('disabled is a state to a user who reads the column', () => {
    expect(matches('state:disabled', { enabled: false })).toBe(true);
    expect(matches('state:disabled')).toBe(false);
    expect(matches('state:disabled,errors')).toBe(true);
    expect(matches('state:errors', { enabled: false })).toBe(false);
  });

  test('never synced counts as long ago', () => {
    expect(matches('synced:>7d', { lastSync: null })).toBe(true);
    expect(matches('synced:never', { lastSync: null })).toBe(true);
  });

  test('a name is matched as text, never as a pattern of its own', () => {
    expect(matches('name:prod.org*')).toBe(false);
    expect(matches('name:(*', { name: '(a' })).toBe(true);
  });

  test('a comma inside quotes is a part of the name, one outside stands for or', () => {
    const name = 'Prod, EU';
    expect(matches('name:"Prod, EU"', { name })).toBe(true);
    expect(matches('name:"Prod, EU"')).toBe(false);
    expect(matches('name:x,"Prod, EU"', { name })).toBe(true);
    expect(matches('name:x,org')).toBe(true);
    expect(parseFilter('name:"Prod, EU" eu')).toEqual({
      tokens: [{ key: 'name', value: '"Prod, EU"' }],
      text: 'eu',
    });
  });

  test('a quoted name survives printing and reading', () => {
    const filter = parseFilter('name:"Prod, EU","a b",c cloud:aws');
    expect(parseFilter(printFilterText(filter))).toEqual(filter);
  });

  test.each([
    ['a*b', 'ab', true],
    ['a*a', 'a', false],
    ['*a*b*', 'xbxaxb', true],
    ['*a*b*', 'xbxa', false],
    ['a**b', 'axxb', true],
    ['ab*ba', 'aba', false],
    ['*', '', true],
  ])('%s and “%s”: %s', (pattern, name, shown) => {
    expect(matches(`name:${pattern}`, { name })).toBe(shown);
  });

  test('a pattern of hundreds of stars is decided at once', () => {
    const pattern = `${'a*'.repeat(400)}b`;
    expect(matches(`name:${pattern}`, { name: 'a'.repeat(5_000) })).toBe(false);
    expect(matches(`name:${pattern}`, { name: `${'a'.repeat(5_000)}b` })).toBe(true);
  });

  test('a token that means nothing is named and left out, the rest applies', () => {
    const compiled = compileFilter(parseFilter('state:purple cloud:aws'), now);
    expect(compiled.errors).toEqual([{ message: expect.stringContaining('A state is one of'), token: 0 }]);
    expect(compiled.matches(connector, '')).toBe(true);
    expect(compiled.matches({ ...connector, cloud: 'azure' }, '')).toBe(false);
  });
});

describe('a value that is not known', () => {
  const instead = (text: string) => compileFilter(parseFilter(text), now).errors[0]?.instead;

  test.each([
    ['state:eror', 'errors', 'state:errors'],
    ['state:runing,errors', 'running', 'state:running,errors'],
    ['state:fail', 'errors', 'state:errors'],
    ['-state:disbled', 'disabled', '-state:disabled'],
    ['cloud:azur', 'azure', 'cloud:azure'],
    ['state:errors,eror', 'errors', 'state:errors'],
  ])('%s: did you mean %s?', (text, word, right) => {
    const [token] = parseFilter(right).tokens;
    expect(instead(text)).toEqual({ word, token });
  });

  test.each(['state:purple', 'state:x', 'cloud:gcp'])('%s is like no word of the list', (text) => {
    expect(compileFilter(parseFilter(text), now).errors).toHaveLength(1);
    expect(instead(text)).toBeUndefined();
  });
});

test('the UUID that a connector’s page shows finds it, whole or in part and in either case', () => {
  const uuid = '8f648ff7-1eeb-4fc4-8ee4-d5de812fdbab';
  expect(matches(uuid, { uuid })).toBe(true);
  expect(matches('1EEB-4FC4', { uuid })).toBe(true);
  expect(matches(uuid)).toBe(false);
});
