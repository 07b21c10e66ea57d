import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const everything = ['{apps,packages}/*/src/**/*.test.ts'];
const console = 'apps/bff/src/**/*.test.ts';
const crashes = ['apps/bff/src/**/*crashes.test.ts', 'apps/bff/src/adapters/database/*.test.ts'];

/** Starts the Postgres of the test databases. A test of `unit` that asks for a database fails and says why. */
const globalSetup = ['apps/bff/src/test-bench/database-global-setup.ts'];

/**
 * Three, though there may be two cores: these tests wait more than they compute. A number that follows the cores would let a test pass on
 * one machine and fail on another. Projects of one group run at the same time and share the workers.
 */
const besideEachOther = { maxWorkers: 3, sequence: { groupOrder: 1 } };

/** A test that hangs ends; one on a machine five times slower than two cores of today does not. */
const limit = (seconds: number) => ({ testTimeout: seconds * 1000, hookTimeout: seconds * 1000 });

/** The tests of crashes take longest; begun last, they would keep one worker busy after the others have ended. */
class CrashesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { crash = [], other = [] } = Object.groupBy(await super.sort(files), ({ project }) =>
      project.name === 'crash' ? 'crash' : 'other',
    );
    return [...crash, ...other];
  }
}

/** Every test file is in one project: `crash` by its name or folder, `api` by the app it is in, `unit` else. */
export default defineConfig({
  test: {
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: CrashesFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: everything,
          exclude: [...configDefaults.exclude, console],
          isolate: false,
          maxWorkers: 2,
          ...limit(60),
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: [console],
          exclude: [...configDefaults.exclude, ...crashes],
          globalSetup,
          isolate: false,
          ...besideEachOther,
          ...limit(120),
        },
      },
      {
        extends: true,
        test: { name: 'crash', include: crashes, globalSetup, ...besideEachOther, ...limit(480) },
      },
    ],
  },
});
