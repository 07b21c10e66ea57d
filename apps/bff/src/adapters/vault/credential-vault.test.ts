import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKeyEncryptionKeys } from '../../key-encryption-keys.ts';
import { SealBroken, type SealedPlace } from '../../ports/credential-vault.ts';
import { Secret } from '../../ports/secret.ts';
import { createCredentialVault } from './credential-vault.ts';

const place: SealedPlace = {
  table: 'workspaces',
  rowId: 'ws-1',
  field: 'client_secret',
  version: 1,
  gatewayHosts: ['gateway.example', 'api.example:8443'],
  clientId: 'client-1',
};
const vault = vaultWith('k2', 'k1');
const sealed = vault.seal(new Secret('CANARY-secret'), place);

test('a sealed secret opens at its own place, whatever the order and case of the hosts', () => {
  expect(vault.open(sealed, place).exposeSecret()).toBe('CANARY-secret');
  const turned = { ...place, gatewayHosts: ['API.example:8443', 'gateway.example'] };
  expect(vault.open(sealed, turned).exposeSecret()).toBe('CANARY-secret');
});

test('any text comes back as it was, and never twice as the same ciphertext', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
      const [one, two] = [vault.seal(new Secret(text), place), vault.seal(new Secret(text), place)];
      expect(one).not.toBe(two);
      expect(vault.open(one, place).exposeSecret()).toBe(text);
    }),
  );
});

test('the sealed form is v1 with key id, wrapped data key of 32 bytes, iv of 96 bits and tag of 128', () => {
  const [version, keyId, wrapped = '', iv = '', ciphertext = '', tag = ''] = sealed.split('.');
  const sizes = [wrapped, iv, ciphertext, tag].map((part) => Buffer.from(part, 'base64url').length);
  expect({ version, keyId, sizes }).toEqual({
    version: 'v1',
    keyId: 'k2',
    sizes: [12 + 32 + 16, 12, 13, 16],
  });
  expect(sealed).not.toContain('CANARY');
});

test.each<[string, Partial<SealedPlace>]>([
  ['table', { table: 'people' }],
  ['row', { rowId: 'ws-2' }],
  ['field', { field: 'client_id' }],
  ['version', { version: 2 }],
  ['client id', { clientId: 'client-2' }],
  ['another host', { gatewayHosts: ['gateway.evil', 'api.example:8443'] }],
  ['one host less', { gatewayHosts: ['gateway.example'] }],
  ['one host more', { gatewayHosts: ['gateway.example', 'api.example:8443', 'gateway.evil'] }],
  ['another port', { gatewayHosts: ['gateway.example', 'api.example'] }],
])('SEC-11 a ciphertext moved to another place does not open: %s', (_what, change) => {
  expect(() => vault.open(sealed, { ...place, ...change })).toThrow(SealBroken);
});

test('SEC-11 no bit of a sealed secret can be flipped', () => {
  const parts = sealed.split('.');
  for (let part = 2; part < parts.length; part += 1) {
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => vault.open(parts.with(part, changed.toString('base64url')).join('.'), place)).toThrow(
        SealBroken,
      );
    }
  }
});

test('SEC-11 a tag of four bytes, which Node alone would accept, is refused', () => {
  const parts = sealed.split('.');
  const short = Buffer.from(parts[5] ?? '', 'base64url').subarray(0, 4);
  expect(() => vault.open(parts.with(5, short.toString('base64url')).join('.'), place)).toThrow(SealBroken);
});

test('SEC-11 another key, an unknown key id and parts of two secrets do not open', () => {
  expect(() => vaultWith('k3').open(sealed, place)).toThrow(SealBroken);
  const sameIdOtherKey = createCredentialVault(keysOf(`k2:${Buffer.alloc(32, 99).toString('base64')}`));
  expect(() => sameIdOtherKey.open(sealed, place)).toThrow(SealBroken);
  expect(() => vault.open(sealed.replace('v1.k2.', 'v1.k1.'), place)).toThrow(SealBroken);

  const other = vault.seal(new Secret('CANARY-other'), place).split('.');
  const mixed = sealed
    .split('.')
    .with(2, other[2] ?? '')
    .join('.');
  expect(() => vault.open(mixed, place)).toThrow(SealBroken);
});

test.each([
  ['empty', ''],
  ['plain text', 'hunter2'],
  ['cut', sealed.slice(0, -3)],
  ['longer', `${sealed}.AAAA`],
  ['v2', sealed.replace('v1', 'v2')],
])('SEC-11 what is no sealed secret never opens as an empty one: %s', (_what, text) => {
  expect(() => vault.open(text, place)).toThrow(SealBroken);
});

test('an empty secret is not sealed', () => {
  expect(() => vault.seal(new Secret(''), place)).toThrow(RangeError);
});

test('a secret sealed with a former key opens as long as that key is given', () => {
  const former = vaultWith('k1').seal(new Secret('CANARY-secret'), place);
  expect(vault.open(former, place).exposeSecret()).toBe('CANARY-secret');
});

test('a fingerprint tells secrets apart and holds no part of them', () => {
  const [one, two] = [
    vault.fingerprint(new Secret('secret-a1b2')),
    vault.fingerprint(new Secret('secret-c3d4')),
  ];
  expect(one).toMatch(/^[0-9a-f]{4}$/);
  expect(vault.fingerprint(new Secret('secret-a1b2'))).toBe(one);
  expect(two).not.toBe(one);
  expect(one).not.toBe('a1b2');
});

function vaultWith(...ids: string[]) {
  return createCredentialVault(
    keysOf(ids.map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`).join(',')),
  );
}

function keysOf(text: string) {
  const [newest, ...older] = parseKeyEncryptionKeys(text);
  if (newest === undefined) throw new Error('The test gave no key.');
  return [newest, ...older] as const satisfies readonly [unknown, ...unknown[]];
}
