/** Makes sure that there is a browser: looks for one, then asks the system's package manager, then Playwright's source. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser, wantsWholeBrowser } from './browser.ts';

const browser = findBrowser() ?? installFromSystem() ?? installFromPlaywright();
if (browser) {
  console.log(`The journeys run in ${browser}.`);
} else {
  console.error(
    'There is no Chromium here and none could be installed. Install one (for example `apt-get install chromium`) ' +
      'or name yours: PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test',
  );
  process.exit(1);
}

/** Debian has the headless shell as a package of its own; elsewhere this fails at once. */
function installFromSystem(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const name = wantsWholeBrowser ? 'chromium' : 'chromium-headless-shell';
  attempt('apt-get', ['update'], {});
  attempt('apt-get', ['install', '-y', '--no-install-recommends', name], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return findBrowser();
}

function installFromPlaywright(): string | undefined {
  const cli = join(import.meta.dirname, 'node_modules/@playwright/test/cli.js');
  // Left alone it waits for minutes for a source that cannot be reached.
  attempt(process.execPath, [cli, 'install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  return findBrowser();
}

/** That it fails is no error yet: what counts is whether a browser is there afterwards. */
function attempt(command: string, args: string[], env: Record<string, string>): void {
  spawnSync(command, args, { env: { ...process.env, ...env }, stdio: 'inherit', timeout: 10 * 60_000 });
}
