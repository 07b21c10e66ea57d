/**
 * The nouns of the product: each is one file, or one folder, of the console contract that declares endpoints. A noun with many journeys
 * has parts, each quick enough to be checked while one works on it.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const contract = join(import.meta.dirname, '../../console-contract/src');

/** What is checked for a noun or a part: every test whose path has one of the words and none of those of its own parts. */
type Selection = { words: string[]; without: string[] };

/** Each part has a word of its own in the paths of its tests. */
const parts: Record<string, { of: string; word: string }> = {
  bulks: { of: 'operations', word: 'bulk' },
  deletions: { of: 'operations', word: 'deletion' },
  drafts: { of: 'onboarding', word: 'draft' },
  editing: { of: 'operations', word: 'edit' },
  'onboarding-aws': { of: 'onboarding', word: 'onboarding-aws' },
  'onboarding-clicks': { of: 'onboarding', word: 'onboarding-clicks' },
  'scope-picker': { of: 'onboarding', word: 'scope-picker' },
};

/** Features of other names that only this noun uses. */
const featuresOf: Record<string, string[]> = { onboarding: ['cloud-setup'] };

export function nouns(): string[] {
  const declaring = globSync('**/*.ts', { cwd: contract }).filter((file) =>
    /^export const \w+Endpoints = \{/m.test(readFileSync(join(contract, file), 'utf8')),
  );
  return [...new Set(declaring.map((file) => file.replace(/(\.ts|[/\\].*)$/, '')))].sort();
}

export function nounsAndParts(): string[] {
  return [...nouns(), ...Object.keys(parts)].sort();
}

export function selectionOf(name: string): Selection {
  const part = parts[name];
  if (part) return { words: [part.word], without: [] };
  const own = Object.values(parts).filter(({ of }) => of === name);
  return { words: [name, ...(featuresOf[name] ?? [])], without: own.map(({ word }) => word) };
}
