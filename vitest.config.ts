import { configDefaults, defineConfig } from 'vitest/config';

const everyTest = ['{apps,packages}/*/src/**/*.test.ts', 'scripts/**/*.test.ts'];
const testsOfTheConsole = 'apps/bff/src/**/*.test.ts';
const testsThatKill = ['apps/bff/src/**/*crashes.test.ts', 'apps/bff/src/adapters/database/*.test.ts'];

/** Starts the Postgres of the test databases; `unit` has none, and a test of it that asks for a database fails with the reason. */
const withDatabase = { globalSetup: ['apps/bff/src/test-bench/database-global-setup.ts'] };

/**
 * Each test file is in exactly one project, by where it is and, for `crash`, what it is called. The numbers of workers are the same on every
 * machine, so that what passes here passes there: more than cores where the tests wait most of the time.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: everyTest,
          exclude: [...configDefaults.exclude, testsOfTheConsole],
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: [testsOfTheConsole],
          exclude: [...configDefaults.exclude, ...testsThatKill],
          ...withDatabase,
          isolate: false,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: testsThatKill,
          ...withDatabase,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
