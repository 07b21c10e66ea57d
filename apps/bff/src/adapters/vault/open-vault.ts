/** Finds the keys, makes sure that they are the ones this database knows, and only then hands out the vault. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import type { KeyEncryptionKey } from '../../key-encryption-keys.ts';
import type { CredentialVault, KeyCheckStore } from '../../ports/credential-vault.ts';
import { prepareDataDirectory } from '../data-directory.ts';
import { createCredentialVault, deriveKey } from './credential-vault.ts';
import { createKeyFile, keyFilePath, readKeyFile } from './key-file.ts';
import { KeysUnusable } from './keys-unusable.ts';

export type VaultOptions = {
  /** From CONSOLE_KEYS; absent: the key file of the data directory, made at the first start. */
  keys: readonly KeyEncryptionKey[] | undefined;
  dataDir: string;
  checks: KeyCheckStore;
  log: Pick<Logger, 'warn'>;
};

/** Ends in `KeysUnusable` before anything is written, when the database was sealed with other keys. */
export async function openVault({ keys, dataDir, checks, log }: VaultOptions): Promise<CredentialVault> {
  const known = await checks.list();
  const [newest, ...older] = keys ?? (await keysOfDataDirectory(dataDir, known.size > 0, log));
  if (newest === undefined)
    throw new KeysUnusable('There is no key.', 'Set CONSOLE_KEYS, or leave it unset.');
  const all = [newest, ...older] as const;
  assertKnown(all, known);
  for (const key of all) await checks.record(key.id, checkValue(key));
  // Two consoles may have met at an empty database, each with a key of its own: the slower one finds out here.
  assertKnown(all, await checks.list());
  warnOfMissing(all, known, log);
  return createCredentialVault(all);
}

async function keysOfDataDirectory(dataDir: string, sealedBefore: boolean, log: Pick<Logger, 'warn'>) {
  const directory = await prepareDataDirectory(dataDir);
  const found = await readKeyFile(directory);
  if (found !== undefined) return found;
  if (sealedBefore) {
    throw new KeysUnusable(
      `The key file ${keyFilePath(directory)} is missing, and the database holds credentials sealed with it.`,
      'Restore it from your backup, or set CONSOLE_KEYS to the keys that were in use.',
    );
  }
  const made = await createKeyFile(directory);
  log.warn(
    { file: keyFilePath(directory) },
    `A key was made in ${keyFilePath(directory)}; back it up, for without it saved credentials cannot be read`,
  );
  return made;
}

/** A key with a known id has to be that key, and at least one has to be known wherever any is. */
function assertKnown(keys: readonly KeyEncryptionKey[], known: ReadonlyMap<string, string>): void {
  for (const key of keys) {
    const check = known.get(key.id);
    if (check === undefined || sameText(check, checkValue(key))) continue;
    throw new KeysUnusable(
      `The key "${key.id}" is not the one that this database was sealed with.`,
      'Restore the key that belongs to this database, or give a new key an id of its own and keep the old one after it.',
    );
  }
  if (known.size === 0 || keys.some(({ id }) => known.has(id))) return;
  throw new KeysUnusable(
    `This database was sealed with the keys ${listed(known.keys())}, and the console was given ${listed(keys.map(({ id }) => id))}.`,
    'Give it at least one of the former beside the new one.',
  );
}

function warnOfMissing(
  keys: readonly KeyEncryptionKey[],
  known: ReadonlyMap<string, string>,
  log: Pick<Logger, 'warn'>,
): void {
  const missing = [...known.keys()].filter((id) => !keys.some((key) => key.id === id));
  if (missing.length > 0)
    log.warn({ missing }, 'Credentials sealed with these keys cannot be opened until they are given again');
}

function checkValue({ key }: KeyEncryptionKey): string {
  return createHmac('sha256', deriveKey(key, 'key check')).update('key check').digest('base64url');
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function listed(ids: Iterable<string>): string {
  return [...ids].map((id) => `"${id}"`).join(', ');
}
