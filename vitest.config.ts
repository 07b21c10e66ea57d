import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages}/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['apps/bff/src/test-bench/database-global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
