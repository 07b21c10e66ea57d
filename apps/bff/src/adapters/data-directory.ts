/** The console's own folder: its key file, its Postgres. No other account may look into it. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Thrown when the data directory cannot be used; the message is for the person who starts the console. */
export class DataDirectoryUnusable extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(`${message} ${remedy}`);
    this.name = 'DataDirectoryUnusable';
    this.remedy = remedy;
  }
}

/**
 * Creates the folder with mode 0700, or checks the one that is there: writable, and closed to other people. A folder in which
 * the console has kept nothing yet is closed silently, for nothing can have leaked from it. Answers the real path.
 */
export async function prepareDataDirectory(directory: string): Promise<string> {
  const asked = resolve(directory);
  await createFolder(asked);
  const path = await realpath(asked);
  await assertWritable(path);
  await assertClosed(path);
  return path;
}

async function createFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DataDirectoryUnusable(
      `The data directory ${path} cannot be created (${systemCode(error)}).`,
      'Set CONSOLE_DATA_DIR to a folder that the console may write to.',
    );
  }
}

async function assertWritable(path: string): Promise<void> {
  const trial = join(path, `.write-test-${randomUUID()}`);
  try {
    await writeFile(trial, '', { mode: 0o600, flag: 'wx' });
    await rm(trial);
  } catch (error) {
    throw new DataDirectoryUnusable(
      `The data directory ${path} cannot be written to (${systemCode(error)}).`,
      'Give the account that runs the console write access to it, or set CONSOLE_DATA_DIR to another folder.',
    );
  }
}

/** What `npm start` may have put there before the console came. Another account may need to get at anything else. */
const laidByTheDemo = ['demo-gateway.json', 'simulator-state.json'];
/** Marks folders that all accounts share, such as /tmp. */
const sticky = 0o1000;

/** Group execute is let through: the account that runs Postgres for root needs to pass, and may neither list nor write. */
async function assertClosed(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o067) === 0) return;
  if ((mode & sticky) === 0 && (await readdir(path)).every((entry) => laidByTheDemo.includes(entry))) {
    await chmod(path, 0o700);
    return;
  }
  throw new DataDirectoryUnusable(
    `The data directory ${path} is open to other accounts of this machine (mode ${(mode & 0o777).toString(8)}).`,
    `It holds keys and the database: run "chmod 700 ${path}" and start again.`,
  );
}

/** `EACCES`, `EROFS` … of a system error, for a sentence that a person reads. */
export function systemCode(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown reason';
}
