import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './browser.ts';

const executablePath = findBrowser();

/** Each worker starts its own console, simulator and database on free ports: see src/fixtures. */
export default defineConfig({
  testDir: 'src',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Generous, for a busy machine is no failure; a journey that hangs still ends.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses its sandbox to root; containers run as root and keep /dev/shm small.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-dev-shm-usage'],
    },
  },
});
