/** What `npm test` and `npm run soak` run, and in which order. */
import { join } from 'node:path';
import process from 'node:process';
import { flakyHeading } from '../flaky-tests.ts';
import { selectionOf } from '../nouns.ts';
import { root, type Step } from './run-step.ts';

/** Without nouns everything is checked; `soak` repeats what depends on timing. */
export type Extent = { nouns: string[]; soak: boolean };

export const reports = join(root, '.tsbuild/reports');

const format = step('format', 'biome', ['check', '--colors=off', '--error-on-warnings']);
const lint = step('lint', 'oxlint', ['--deny-warnings']);
const unusedCode = step('unused code and dependencies', 'knip', ['--no-progress', '--no-config-hints']);
const types = step('types', 'tsc', ['--build']);
const webBuild = step('web build', process.execPath, ['packages/tooling/src/web-build/web-build.ts']);
const bundleBudget = step('bundle budget', process.execPath, [
  'packages/tooling/src/web-build/bundle-budget.ts',
]);

/**
 * Lanes run at the same time, the steps of a lane one after the other. The tests of crashes start consoles again and again: beside
 * the journeys they took six times as long, and the whole no less, so they follow them.
 */
export function lanesOf(extent: Extent): Step[][] {
  const everything = extent.nouns.length === 0;
  return [
    [
      webBuild,
      ...(everything ? [bundleBudget] : []),
      browser(extent),
      journeys(extent),
      vitest('API and crash tests', ['api', 'crash'], extent),
    ],
    [format, ...(everything ? [unusedCode] : []), types, lint, vitest('unit tests', ['unit'], extent)],
  ];
}

function browser({ soak }: Extent): Step {
  return {
    ...step('a browser for the journeys', process.execPath, ['e2e/install-browser.ts']),
    env: soakEnvironment(soak),
  };
}

function journeys({ nouns, soak }: Extent): Step {
  const file = join(reports, 'playwright.json');
  return {
    ...step('journeys', 'playwright', ['test', ...(soak ? ['--repeat-each=5'] : []), ...journeyFiles(nouns)]),
    folder: 'e2e',
    env: { ...soakEnvironment(soak), E2E_REPORT: file },
    // Six to thirteen minutes on two cores, by machine; in the soak five times as many beside a busy core.
    limitMinutes: soak ? 150 : 40,
    report: { runner: 'playwright', file },
    noteFrom: flakyHeading,
  };
}

/** The only place that knows the names of vitest's projects. */
function vitest(title: string, projects: ('unit' | 'api' | 'crash')[], { nouns, soak }: Extent): Step {
  const file = join(reports, `vitest-${projects.join('-')}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const selection = [...projects.map((project) => `--project=${project}`), ...testFiles(nouns)];
  return {
    ...step(title, 'vitest', [...args, '--passWithNoTests', ...selection]),
    env: soakEnvironment(soak),
    limitMinutes: soak ? 60 : 30,
    report: { runner: 'vitest', file },
    mayBeEmpty: nouns.length > 0,
  };
}

/** As arguments of vitest: parts of paths, and patterns of what is left out. */
function testFiles(nouns: string[]): string[] {
  const selections = nouns.map(selectionOf);
  const named = new Set(selections.flatMap(({ words }) => words));
  const without = selections.flatMap((selection) => selection.without).filter((word) => !named.has(word));
  return [...named, ...without.map((word) => `--exclude=**/*${word}*`)];
}

/** As arguments of Playwright: regular expressions. */
function journeyFiles(nouns: string[]): string[] {
  return nouns.map((noun) => {
    const { words, without } = selectionOf(noun);
    const other = without.map((word) => `(?![^/]*${word})`).join('');
    return `e2e/src/${other}[^/]*(${words.join('|')})[^/]*\\.spec`;
  });
}

function soakEnvironment(soak: boolean): Record<string, string> {
  return soak ? { SOAK_KILLS: '20', E2E_SOAK: '1', E2E_WHOLE_BROWSER: '1', E2E_PICTURES: '1' } : {};
}

function step(title: string, command: string, args: string[]): Step {
  return { title, command, args, limitMinutes: 10 };
}
