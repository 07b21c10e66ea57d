import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './browser.ts';

const executablePath = findBrowser();
/** `npm run soak` wants every journey that is not steady told as a failure, with the trace of the failure itself. */
const soak = process.env.E2E_SOAK === '1';

/** Each worker starts its own console, simulator and database on free ports: see src/fixtures. */
export default defineConfig({
  testDir: 'src',
  outputDir: 'test-results',
  // Every journey makes its own workspace: one file may run in several workers.
  fullyParallel: true,
  // Fixed, so that a run is the same on every machine: two cores are busy with three.
  workers: 3,
  retries: soak ? 0 : 1,
  forbidOnly: true,
  // Generous, for a busy machine is no failure; a journey that hangs still ends.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }],
    ['./flaky-reporter.ts'],
  ],
  use: {
    ...devices['Desktop Chrome'],
    // Recording every journey would cost an eighth of the whole run.
    trace: soak ? 'retain-on-failure' : 'on-first-retry',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses its sandbox to root; containers run as root and keep /dev/shm small.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-dev-shm-usage'],
    },
  },
});
