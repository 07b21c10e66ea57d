/** `v1.<key id>.<wrapped data key>.<iv>.<ciphertext>.<tag>`, every part after the id in base64url. Knows the form, not the keys. */
import { SealBroken, type SealedSecret } from '../../ports/credential-vault.ts';

export type SealedParts = { keyId: string; wrappedKey: Buffer; iv: Buffer; ciphertext: Buffer; tag: Buffer };

const form =
  /^v1\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

export function writeSealedText({ keyId, wrappedKey, iv, ciphertext, tag }: SealedParts): SealedSecret {
  const parts = [wrappedKey, iv, ciphertext, tag].map((part) => part.toString('base64url'));
  const text = ['v1', keyId, ...parts].join('.');
  if (!isSealedText(text)) throw new SealBroken();
  return text;
}

export function readSealedText(text: string): SealedParts {
  const [, keyId, wrappedKey, iv, ciphertext, tag] = form.exec(text) ?? [];
  if (keyId === undefined || !wrappedKey || !iv || !ciphertext || !tag) throw new SealBroken();
  return {
    keyId,
    wrappedKey: bytes(wrappedKey),
    iv: bytes(iv),
    ciphertext: bytes(ciphertext),
    tag: bytes(tag),
  };
}

function isSealedText(text: string): text is SealedSecret {
  return form.test(text);
}

/** Base64 has several spellings of the same bytes; one only is accepted, so that a sealed text cannot be changed unseen. */
function bytes(text: string): Buffer {
  const decoded = Buffer.from(text, 'base64url');
  if (decoded.toString('base64url') !== text) throw new SealBroken();
  return decoded;
}
