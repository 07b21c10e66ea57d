import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nounsAndParts } from '../nouns.ts';
import { root } from './run-step.ts';
import { type Extent, lanesOf } from './steps.ts';

function titlesOf(extent: Extent): string[] {
  return lanesOf(extent).flatMap((lane) => lane.map(({ title }) => title));
}

function argumentsOf(title: string, extent: Extent): string[] | undefined {
  return lanesOf(extent)
    .flat()
    .find((step) => step.title === title)?.args;
}

const journeys = join(root, 'e2e/src');
const journeyNames = globSync('*.spec.ts', { cwd: journeys })
  .map((file) => file.replace('.spec.ts', ''))
  .sort();
/** Journeys through everything, which concern no noun more than another. */
const alone = ['accessibility', 'content-security'];

/** Names of the journeys' files that a run for these nouns would begin. */
function journeysOf(...nouns: string[]): string[] {
  const [, ...patterns] = argumentsOf('journeys', { nouns, soak: false }) ?? [];
  return journeyNames.filter((name) =>
    patterns.some((pattern) => new RegExp(pattern).test(`/somewhere/e2e/src/${name}.spec.ts`)),
  );
}

const everything = { nouns: [], soak: false };
const onboarding = { nouns: ['onboarding'], soak: false };

test('the journeys wait for nothing but the web build and a browser', () => {
  const [first = []] = lanesOf(everything);
  expect(first.map(({ title }) => title)).toEqual([
    'web build',
    'bundle budget',
    'a browser for the journeys',
    'journeys',
    'API and crash tests',
  ]);
});

test('a noun is checked without what concerns the whole alone', () => {
  const left = titlesOf(everything).filter((title) => !titlesOf(onboarding).includes(title));
  expect(left).toEqual(['bundle budget', 'unused code and dependencies']);
});

test('a noun selects its tests and its journeys without those of its parts, each of which selects its own', () => {
  expect(argumentsOf('API and crash tests', onboarding)).toEqual(
    expect.arrayContaining(['--project=api', '--project=crash', 'onboarding', '--exclude=**/*draft*']),
  );
  expect(journeysOf('onboarding')).toEqual(['onboarding']);
  expect(journeysOf('onboarding-aws')).toEqual(['onboarding-aws']);
  expect(journeysOf('drafts')).toEqual(['onboarding-drafts']);
  expect(journeysOf('operations')).toEqual(['operations']);
  expect(journeysOf('operations', 'bulks')).toEqual(['operations', 'operations-bulks']);
});

test('every journey of a noun belongs to the noun or to a part', () => {
  const names = journeyNames.filter((name) => !alone.includes(name));
  expect(journeysOf(...nounsAndParts())).toEqual(names);
});

test('every part has a journey', () => {
  expect(nounsAndParts().filter((name) => journeysOf(name).length === 0)).toEqual([]);
});

test('the soak runs everything and repeats each journey', () => {
  const soak = { nouns: [], soak: true };
  expect(titlesOf(soak)).toEqual(titlesOf(everything));
  expect(argumentsOf('journeys', soak)).toContain('--repeat-each=5');
});
