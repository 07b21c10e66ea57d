/** `console.key` in the data directory: the key of a console that was given none. */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  exposeKeyEncryptionKey,
  type KeyEncryptionKey,
  KeyTextProblem,
  parseKeyEncryptionKeys,
} from '../../key-encryption-keys.ts';
import { systemCode } from '../data-directory.ts';
import { KeysUnusable } from './keys-unusable.ts';

export function keyFilePath(dataDirectory: string): string {
  return join(dataDirectory, 'console.key');
}

/** The keys of the file, or undefined when there is none. A file that other accounts may read is refused, and left as it is. */
export async function readKeyFile(dataDirectory: string): Promise<KeyEncryptionKey[] | undefined> {
  const path = keyFilePath(dataDirectory);
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw readableByOthers(path, mode);
    return parseKeyEncryptionKeys((await readFile(path, 'utf8')).trim());
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    if (error instanceof KeysUnusable) throw error;
    const reason = error instanceof KeyTextProblem ? error.message : `cannot be read (${systemCode(error)}).`;
    throw new KeysUnusable(
      `The key file ${path} ${reason}`,
      'Restore it from your backup; nothing was changed.',
    );
  }
}

/** Makes the file in one step, complete and mode 0600; when another console was faster, its key is the one. */
export async function createKeyFile(dataDirectory: string): Promise<KeyEncryptionKey[]> {
  const path = keyFilePath(dataDirectory);
  const [key] = parseKeyEncryptionKeys(`k${Date.now().toString(36)}:${randomBytes(32).toString('base64')}`);
  if (key === undefined) throw new Error('A key text of one entry gives one key.');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${exposeKeyEncryptionKey(key)}\n`);
    await file.sync();
    await link(draft, path); // unlike a rename, never replaces a key that is there
    return [key];
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    const theirs = await readKeyFile(dataDirectory);
    if (theirs === undefined) throw error;
    return theirs;
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

function readableByOthers(path: string, mode: number): KeysUnusable {
  return new KeysUnusable(
    `The key file ${path} is open to other accounts of this machine (mode ${(mode & 0o777).toString(8)}).`,
    `Run "chmod 600 ${path}"; if others may have read it, replace the credentials it protects.`,
  );
}
