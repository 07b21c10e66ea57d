/** Makes sure that there is a browser: looks for one, then asks Playwright's source, then the system's package manager. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser } from './browser.ts';

const browser = findBrowser() ?? installFromPlaywright() ?? installFromSystem();
if (browser) {
  console.log(`The journeys run in ${browser}.`);
} else {
  console.error(
    'There is no Chromium here and none could be installed. Install one (for example `apt-get install chromium`) ' +
      'or name yours: PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test',
  );
  process.exit(1);
}

function installFromPlaywright(): string | undefined {
  const cli = join(import.meta.dirname, 'node_modules/@playwright/test/cli.js');
  // Left alone it waits for minutes for a source that cannot be reached; the system's package is then the quicker way.
  attempt(process.execPath, [cli, 'install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  return findBrowser();
}

function installFromSystem(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  attempt('apt-get', ['update'], {});
  attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return findBrowser();
}

/** That it fails is no error yet: what counts is whether a browser is there afterwards. */
function attempt(command: string, args: string[], env: Record<string, string>): void {
  spawnSync(command, args, { env: { ...process.env, ...env }, stdio: 'inherit', timeout: 10 * 60_000 });
}
