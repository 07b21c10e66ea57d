/**
 * AES-256-GCM twice: a data key made for this one version of this one secret, itself sealed by the key-encryption key. Because
 * no data key is used twice, no nonce can be. What the secret is bound to goes into the associated data of both.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { KeyEncryptionKey } from '../../key-encryption-keys.ts';
import { type CredentialVault, SealBroken, type SealedPlace } from '../../ports/credential-vault.ts';
import { Secret } from '../../ports/secret.ts';
import { readSealedText, writeSealedText } from './sealed-text.ts';

const algorithm = 'aes-256-gcm';
const [keyBytes, ivBytes, tagBytes] = [32, 12, 16];

/** The first key seals; all of them open. */
export function createCredentialVault(
  keys: readonly [KeyEncryptionKey, ...KeyEncryptionKey[]],
): CredentialVault {
  const [newest] = keys;
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  const fingerprintKey = deriveKey(newest.key, 'fingerprint');

  return {
    seal(secret, place) {
      const text = secret.exposeSecret();
      if (text === '') throw new RangeError('An empty secret is not sealed: it would look like a saved one.');
      const dataKey = randomBytes(keyBytes);
      try {
        const wrapped = encrypt(newest.key, dataKey, bindingOf(place, newest.id));
        const sealed = encrypt(dataKey, Buffer.from(text, 'utf8'), bindingOf(place, newest.id));
        const wrappedKey = Buffer.concat([wrapped.iv, wrapped.ciphertext, wrapped.tag]);
        return writeSealedText({ keyId: newest.id, wrappedKey, ...sealed });
      } finally {
        dataKey.fill(0);
      }
    },

    open(sealed, place) {
      const { keyId, wrappedKey, ...content } = readSealedText(sealed);
      const key = byId.get(keyId);
      if (key === undefined || wrappedKey.length !== ivBytes + keyBytes + tagBytes) throw new SealBroken();
      const binding = bindingOf(place, keyId);
      const dataKey = decrypt(key, unwrapParts(wrappedKey), binding);
      const plain = decrypt(dataKey, content, binding);
      try {
        if (plain.length === 0) throw new SealBroken();
        return new Secret(plain.toString('utf8'));
      } finally {
        dataKey.fill(0);
        plain.fill(0);
      }
    },

    fingerprint(secret) {
      return createHmac('sha256', fingerprintKey).update(secret.exposeSecret()).digest('hex').slice(-4);
    },
  };
}

type Sealed = { iv: Buffer; ciphertext: Buffer; tag: Buffer };

function encrypt(key: KeyObject | Buffer, plain: Buffer, binding: Buffer): Sealed {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(binding);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, ciphertext, tag: cipher.getAuthTag() };
}

/** Without `authTagLength` Node accepts a tag of four bytes, which can be guessed. */
function decrypt(key: KeyObject | Buffer, { iv, ciphertext, tag }: Sealed, binding: Buffer): Buffer {
  if (iv.length !== ivBytes || tag.length !== tagBytes) throw new SealBroken();
  try {
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
    decipher.setAAD(binding);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw new SealBroken(); // one answer to every kind of tampering
  }
}

function unwrapParts(wrapped: Buffer): Sealed {
  return {
    iv: wrapped.subarray(0, ivBytes),
    ciphertext: wrapped.subarray(ivBytes, ivBytes + keyBytes),
    tag: wrapped.subarray(ivBytes + keyBytes),
  };
}

/** Canonical JSON: fixed order of the fields, hosts lower-cased and sorted. Changing this line makes every stored secret unreadable. */
function bindingOf(
  { table, rowId, field, version, gatewayHosts, clientId }: SealedPlace,
  keyId: string,
): Buffer {
  const hosts = [...new Set(gatewayHosts.map((host) => host.toLowerCase()))].sort();
  const binding = {
    app: 'connector-console',
    keyId,
    table,
    rowId,
    field,
    version,
    gatewayHosts: hosts,
    clientId,
  };
  return Buffer.from(JSON.stringify(binding), 'utf8');
}

/** One key per purpose: the key that seals is used for nothing else. */
export function deriveKey(key: KeyObject, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `connector-console ${purpose}`, keyBytes));
}
