/** Reads and writes key-encryption keys, `id:base64,…`: the form of CONSOLE_KEYS and of the console's own key file. */
import { createSecretKey, type KeyObject } from 'node:crypto';

/** 32 bytes as a `KeyObject`, which no log or inspector prints. Ids stand in every sealed secret. */
export type KeyEncryptionKey = { id: string; key: KeyObject };

const keyBytes = 32;
const idShape = /^[A-Za-z0-9_-]{1,32}$/;

/** Newest first. Throws a sentence that names the entry by its place, and never repeats a part of a key. */
export function parseKeyEncryptionKeys(text: string): KeyEncryptionKey[] {
  const keys = text.split(',').map((entry, index) => parseKey(entry.trim(), index + 1));
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new KeyTextProblem(`has two keys with the id "${twice}": every key needs its own.`);
  return keys;
}

export class KeyTextProblem extends Error {}

function parseKey(entry: string, place: number): KeyEncryptionKey {
  const [id, base64, ...rest] = entry.split(':');
  if (id === undefined || base64 === undefined || rest.length > 0 || !idShape.test(id)) {
    throw new KeyTextProblem(
      `is not "id:base64,…" at entry ${place}: the id is 1 to 32 letters, digits, "-" or "_".`,
    );
  }
  const bytes = Buffer.from(base64, 'base64');
  const same = bytes.toString('base64').replace(/=+$/, '') === base64.replace(/=+$/, '');
  if (bytes.length !== keyBytes || !same) {
    throw new KeyTextProblem(
      `has no ${keyBytes} bytes of base64 at entry ${place}: make one with "openssl rand -base64 32".`,
    );
  }
  return { id, key: createSecretKey(bytes) };
}

/** Grep for this name to see where a key leaves its `KeyObject`. */
export function exposeKeyEncryptionKey({ id, key }: KeyEncryptionKey): string {
  return `${id}:${key.export().toString('base64')}`;
}
