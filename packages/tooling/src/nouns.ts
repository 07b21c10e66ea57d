/** The nouns of the product: each is one file, or one folder, of the console contract that declares endpoints. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const contract = join(import.meta.dirname, '../../console-contract/src');

/** What belongs to a noun without having its name in the path. */
const alsoNamed: Record<string, string[]> = { onboarding: ['editing', 'scope-picker'] };

export function nouns(): string[] {
  const declaring = globSync('**/*.ts', { cwd: contract }).filter((file) =>
    /^export const \w+Endpoints = \{/m.test(readFileSync(join(contract, file), 'utf8')),
  );
  return [...new Set(declaring.map((file) => file.replace(/(\.ts|[/\\].*)$/, '')))].sort();
}

/** The words by which the path of a test shows that it belongs to the noun. */
export function pathWordsOf(noun: string): string[] {
  return [noun, ...(alsoNamed[noun] ?? [])];
}
