/**
 * Which Chromium the journeys run in: the one that is named, else the headless shell (a sixth less processor time than the whole
 * browser), else any other that is there.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';

const headlessShell = '/usr/bin/chromium-headless-shell';
const wholeBrowsers = [
  chromium.executablePath(),
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
];

/** `npm run soak` asks for the whole browser, which people use. */
export const wantsWholeBrowser = process.env.E2E_WHOLE_BROWSER === '1';

/** The path of its executable, or `undefined` where there is none yet. */
export function findBrowser(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, where there is no file.`);
  const candidates = wantsWholeBrowser ? wholeBrowsers : [headlessShell, ...wholeBrowsers];
  return named || candidates.find((path) => existsSync(path));
}
