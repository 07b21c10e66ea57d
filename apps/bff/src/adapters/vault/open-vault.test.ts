import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseKeyEncryptionKeys } from '../../key-encryption-keys.ts';
import { Secret } from '../../ports/secret.ts';
import { createTestDatabase, type TestDatabase } from '../../test-bench/test-database.ts';
import { createKeyCheckStore } from './key-check-store.ts';
import { openVault } from './open-vault.ts';

const place = {
  table: 't',
  rowId: 'r',
  field: 'f',
  version: 1,
  gatewayHosts: ['gateway.example'],
  clientId: 'c',
};
let dataDir: string;
let database: TestDatabase;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'console-vault-'));
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('the first start makes a key file for the console’s eyes alone and says to back it up', async () => {
  const lines: string[] = [];
  const vault = await open({ lines });
  const sealed = vault.seal(new Secret('CANARY'), place);

  expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['console.key']);
  expect(lines.join()).toContain('back it up');
  expect(lines.join()).not.toContain(await secretOfKeyFile());
  const again = await open();
  expect(again.open(sealed, place).exposeSecret()).toBe('CANARY');
});

test('two consoles that start at once agree on one key', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  expect(other.open(one.seal(new Secret('CANARY'), place), place).exposeSecret()).toBe('CANARY');
});

test('SEC-15 a key file that others may read refuses to boot, and nothing is written', async () => {
  await open();
  await chmod(keyFile(), 0o644);
  await refusal('is open to other accounts of this machine (mode 644)');
});

test('SEC-15 a lost key file refuses to boot instead of making another', async () => {
  await open();
  await rm(keyFile());
  await refusal('is missing, and the database holds credentials sealed with it');
  expect(await readdir(dataDir)).toEqual([]);
});

test('SEC-15 a wrong key under a known id, and unknown keys only, refuse to boot', async () => {
  await open({ keys: `k1:${key(1)}` });
  await refusal('The key "k1" is not the one', { keys: `k1:${key(2)}` });
  await refusal('sealed with the keys "k1", and the console was given "k2"', { keys: `k2:${key(2)}` });
});

test('SEC-15 a damaged key file refuses to boot without repeating it', async () => {
  await writeFile(keyFile(), 'k1:CANARY', { mode: 0o600 });
  const message = await refusal('has no 32 bytes of base64');
  expect(message).not.toContain('CANARY');
});

test('SEC-15 a data directory open to others refuses to boot', async () => {
  await open();
  await chmod(dataDir, 0o755);
  await refusal('is open to other accounts of this machine (mode 755)');
});

test('REL-12 two replicas with keys of their own on one database: the second refuses', async () => {
  await open();
  const elsewhere = await mkdtemp(join(tmpdir(), 'console-vault-'));
  await writeFile(join(elsewhere, 'console.key'), `other:${key(3)}`, { mode: 0o600 });
  await refusal('was sealed with the keys', { directory: elsewhere });
  await rm(elsewhere, { recursive: true });
});

test('a new key in front of the former ones is taken, and dropping the former says what is lost', async () => {
  await open({ keys: `k1:${key(1)}` });
  await open({ keys: `k2:${key(2)},k1:${key(1)}` });
  const lines: string[] = [];
  await open({ keys: `k2:${key(2)}`, lines });
  expect(lines.join()).toContain('"missing":["k1"]');
});

type Opening = { keys?: string; lines?: string[]; directory?: string };

function open({ keys, lines = [], directory = dataDir }: Opening = {}) {
  return openVault({
    keys: keys === undefined ? undefined : parseKeyEncryptionKeys(keys),
    dataDir: directory,
    checks: createKeyCheckStore(database.pool),
    log: pino({}, { write: (line) => lines.push(line) }),
  });
}

/** Expects the start to be refused for this reason, with the database left as it was. */
async function refusal(reason: string, opening: Opening = {}): Promise<string> {
  const before = await database.pool.query('select * from instance order by key');
  const error: unknown = await open(opening).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const after = await database.pool.query('select * from instance order by key');
  const message = error instanceof Error ? error.message : '';
  expect(message).toContain(reason);
  expect(after.rows).toEqual(before.rows);
  return message;
}

function keyFile(): string {
  return join(dataDir, 'console.key');
}

async function secretOfKeyFile(): Promise<string> {
  return (await readFile(keyFile(), 'utf8')).trim().split(':')[1] ?? '';
}

function key(byte: number): string {
  return Buffer.alloc(32, byte).toString('base64');
}
