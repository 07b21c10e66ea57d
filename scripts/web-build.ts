/** Builds the web app when its sources differ from those of the last build; otherwise a matter of milliseconds. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const web = join(root, 'apps/web');
const manifest = join(web, 'dist/.vite/manifest.json');
const builtFrom = join(web, 'dist/.vite/built-from');

/** Everything that can change what the build produces. */
const sources = [
  'apps/web/{src,public}/**/*',
  'apps/web/{index.html,package.json,vite.config.ts,chunks.ts}',
  'packages/console-contract/src/**/*.ts',
  'pnpm-lock.yaml',
];

export type WebBuild = { fresh: boolean; output: string };

/** Throws with the build's output when it fails. */
export function buildWeb(): WebBuild {
  const hash = hashOfSources();
  if (isBuiltFrom(hash)) return { fresh: false, output: 'The web app is up to date.' };
  // A failed or interrupted build leaves no mark, so the next call builds again.
  const { status, stdout, stderr } = spawnSync(process.execPath, [viteBinary(), 'build'], {
    cwd: web,
    encoding: 'utf8',
  });
  const output = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(`The web app could not be built.\n${output}`);
  writeFileSync(builtFrom, hash);
  return { fresh: true, output };
}

function isBuiltFrom(hash: string): boolean {
  return existsSync(manifest) && existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === hash;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )) {
    const path = join(file.parentPath, file.name);
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** Vite's own entry, run by this Node: the shims in `node_modules/.bin` are no scripts on every platform. */
export function viteBinary(): string {
  return join(web, 'node_modules/vite/bin/vite.js');
}

if (import.meta.main) {
  console.log(buildWeb().output);
}
