/** Builds the web app when its sources differ from those of the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { childEnvironment } from '../child-environment.ts';

const root = join(import.meta.dirname, '../../../..');
const web = join(root, 'apps/web');
const builtFrom = join(web, 'dist/.vite/built-from');

/** Everything that can change what the build produces. */
const sources = [
  'apps/web/{src,public}/**/*',
  'apps/web/{index.html,package.json,vite.config.ts,chunks.ts}',
  'packages/console-contract/src/**/*.ts',
  'pnpm-lock.yaml',
];

/** Vite's own entry, run by this Node: the shims in `node_modules/.bin` are no scripts on every platform. */
export const viteBinary = join(web, 'node_modules/vite/bin/vite.js');

/** Throws with the output of the build when it fails. */
export function buildWeb(): { fresh: boolean; output: string } {
  const hash = hashOfSources();
  if (existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === hash)
    return { fresh: false, output: 'The web app is up to date.' };
  // Vite empties the folder first, so a failed or interrupted build leaves no hash and the next call builds again.
  const build = spawnSync(process.execPath, [viteBinary, 'build'], {
    cwd: web,
    env: childEnvironment(process.env, ['VITE_']),
    encoding: 'utf8',
  });
  const output = `${build.stdout}${build.stderr}`;
  if (build.status !== 0) throw new Error(`The web app could not be built.\n${output}`);
  writeFileSync(builtFrom, hash);
  return { fresh: true, output };
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const entry of globSync(sources, { cwd: root, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

if (import.meta.main) console.log(buildWeb().output);
