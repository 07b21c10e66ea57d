import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages}/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['apps/bff/src/test-bench/database-global-setup.ts'],
    // Generous, for a busy machine is no failure; a test that hangs still ends.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
