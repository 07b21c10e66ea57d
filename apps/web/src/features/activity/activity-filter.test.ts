import { ActivityFilter } from '@console/console-contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilterText } from '../../shared/text/filter-text.ts';
import { compileFilter, filterKeys } from './activity-filter.ts';

const now = new Date(2026, 10, 22, 14, 30).getTime();
const compiled = (text: string) => compileFilter(parseFilterText(text, filterKeys), now);

test('tokens and words become one query, each key a part of it', () => {
  expect(
    compiled(
      'actor:"Ada L" kind:run-connector,session.refused outcome:Failed cloud:AWS connector:47 north wind',
    ),
  ).toEqual({
    query: {
      actor: 'Ada L',
      kind: 'run-connector,session.refused',
      outcome: 'failed',
      cloud: 'aws',
      connector: '47',
      words: 'north wind',
    },
    errors: [],
  });
});

test('a kind can be named by its first word, which means the change of one and of many alike', () => {
  expect(compiled('kind:delete').query).toEqual({ kind: 'delete-connector,delete-connectors' });
  expect(compiled('kind:Session,run,run-connector').query).toEqual({
    kind: 'session.started,session.refused,session.ended,run-connector,run-connectors',
  });
  expect(compiled('kind:delete-connectors').query).toEqual({ kind: 'delete-connectors' });
});

test('an outcome is understood by the word that links of earlier versions have for it', () => {
  expect(compiled('outcome:needs-person,looked-at').query).toEqual({ outcome: 'needs-review,reviewed' });
});

test('a kind that is not known says which there are', () => {
  const [error] = compiled('kind:destroy').errors;
  expect(error?.message).toMatch(
    /^A kind is one of create, edit, run, .*, delete-connectors, .*session\.refused, /,
  );
});

test('a time is a length of time ago, or a whole day', () => {
  expect(compiled('from:24h').query.from).toBe(new Date(2026, 10, 21, 14, 30).toISOString());
  expect(compiled('from:2026-11-20 to:2026-11-20').query).toEqual({
    from: new Date(2026, 10, 20).toISOString(),
    to: new Date(2026, 10, 21).toISOString(),
  });
});

test.each([
  'outcome:purple',
  'cloud:gcp',
  'connector:prod',
  'from:soon',
  'from:2026-13-40',
  'kind:a..b',
  'kind:nonsense',
  'kind:delete,x',
])('%s means nothing, says so and lets the rest apply', (text) => {
  expect(compiled(`${text} actor:ada`)).toEqual({
    query: { actor: 'ada' },
    errors: [{ message: expect.stringMatching(/\.$/), token: 0 }],
  });
});

test('whatever is typed makes a query that the console understands', () => {
  const key = fc.constantFrom(...filterKeys.map((one) => one.key));
  const token = fc.tuple(key, fc.string({ unit: 'grapheme' })).map(([name, value]) => `${name}:${value}`);
  const texts = fc.array(fc.oneof(token, fc.string({ unit: 'grapheme' }))).map((words) => words.join(' '));
  fc.assert(
    fc.property(texts, (text) => {
      expect(ActivityFilter.safeParse(compiled(text).query).error).toBeUndefined();
    }),
  );
});
