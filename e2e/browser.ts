/** Which Chromium the journeys run in: the one that is named, else Playwright's own, else the system's. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';

const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/** The path of its executable, or `undefined` where there is none yet. */
export function findBrowser(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, where there is no file.`);
  return named || [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path));
}
