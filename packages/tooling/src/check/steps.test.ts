import { expect, test } from 'vitest';
import { type Extent, lanesOf } from './steps.ts';

function titlesOf(extent: Extent): string[] {
  return lanesOf(extent).flatMap((lane) => lane.map(({ title }) => title));
}

function argumentsOf(title: string, extent: Extent): string[] | undefined {
  return lanesOf(extent)
    .flat()
    .find((step) => step.title === title)?.args;
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

test('a noun selects its tests and its journeys, the scope picker with onboarding', () => {
  expect(argumentsOf('API and crash tests', onboarding)).toEqual(
    expect.arrayContaining(['--project=api', '--project=crash', 'onboarding', 'scope-picker']),
  );
  const patterns = (argumentsOf('journeys', onboarding) ?? []).slice(1).map((pattern) => new RegExp(pattern));
  const selected = ['onboarding', 'onboarding-aws', 'scope-picker', 'people'].filter((spec) =>
    patterns.some((pattern) => pattern.test(`/somewhere/e2e/src/${spec}.spec.ts`)),
  );
  expect(selected).toEqual(['onboarding', 'onboarding-aws', 'scope-picker']);
});

test('the soak runs everything and repeats each journey', () => {
  const soak = { nouns: [], soak: true };
  expect(titlesOf(soak)).toEqual(titlesOf(everything));
  expect(argumentsOf('journeys', soak)).toContain('--repeat-each=5');
});
